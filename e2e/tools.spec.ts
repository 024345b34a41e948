import { expect } from '@playwright/test';

import { tools } from '@/simulations/tools/registry';

import { test } from './test';
import { open, setting, settings, turn } from './tool-page';

test('from the header to each tool and back', async ({ page }) => {
  await page.goto('/map');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Tools' }).click();
  await expect(page).toHaveURL(/\/tools$/);
  for (const { slug, question } of tools) {
    const link = page.getByRole('main').getByRole('link', { name: question });
    await expect(link).toHaveAttribute('href', `tools/${slug}`);
  }
  await page.getByRole('main').getByRole('link', { name: 'Retry calculator' }).click();
  await page.getByRole('link', { name: 'Window calculator' }).click();
  await expect(page).toHaveURL(/\/tools\/window$/);
});

test('a bad link shows the nearest page and says so once', async ({ page }) => {
  await open(page, 'retries?attempts=999&base=soon&x=%E0%A4%A');
  await expect(page.getByRole('status').filter({ hasText: 'This link has parts' })).toHaveText(
    /“attempts=999”, “base=soon”, “x”\.$/,
  );
  await expect(setting(page, 'Attempts')).toHaveValue('20');
  await page.getByRole('link', { name: 'Start over' }).press('Enter');
  await expect(page).toHaveURL(/\/tools\/retries$/);
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused();
  await expect(page.getByText('This link has parts')).toHaveCount(0);
});

test('key lab: keys are made, and a short one clashes', async ({ page }) => {
  await open(page, 'key-lab');
  await page.getByRole('button', { name: 'Make five keys' }).click();
  const keys = page.getByRole('list', { name: 'Keys' }).getByRole('listitem');
  await expect(keys).toHaveText(Array<RegExp>(5).fill(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/));
  expect(new Set(await keys.allInnerTexts()).size).toBe(5);
  await turn(page, 'short');
  await expect(page).toHaveURL(/\/tools\/key-lab\?kind=short$/);
  await setting(page, 'Keys made').fill('1');
  await turn(page, 'day');
  await expect(page.getByRole('row', { name: /^short / })).toContainText('years');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'second' })).toBeChecked();
  await setting(page, 'Purchase B comes after A by').fill('2000');
  await expect(page.getByRole('row', { name: /^Purchase B/ })).not.toContainText('never made');
  await expect(page.getByRole('row', { name: /^Purchase A, tried again/ })).toContainText(
    'charged again',
  );
});

test('which pattern: an answer is told in one sentence', async ({ page }) => {
  await open(page, 'choose');
  const status = page.getByRole('status').filter({ hasText: /pattern/ });
  await expect(status).toHaveText(/^\d+ patterns are still possible\.$/);
  for (let asked = 0; !(await status.innerText()).startsWith('The pattern'); asked += 1) {
    await page.getByRole('group').nth(asked).getByRole('radio').first().check();
  }
  const name = await page.locator('#pattern').innerText();
  await expect(status).toHaveText(`The pattern for this: ${name}.`);
  await expect(page.locator('main [aria-live]')).toHaveCount(0);
});

test('window: too short, then as suggested', async ({ page }) => {
  await open(page, 'window?redelivery=4d');
  await expect(page.getByRole('heading', { name: '24 h is too short' })).toBeVisible();
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(/\?redelivery=4d&window=7d$/);
  await expect(page.getByRole('heading', { name: '7 days covers what you named' })).toBeVisible();
  await setting(page, 'Keep records for').fill('never');
  await expect(setting(page, 'Keep records for')).toHaveAttribute('aria-invalid', 'true');
  await setting(page, 'Keep records for').blur();
  await expect(setting(page, 'Keep records for')).toHaveValue('7 d');
  await expect(page.getByText('not understood; 7 d kept')).toBeVisible();
  await setting(page, 'Keep records for').fill('1 year');
  await expect(page).toHaveURL(/\?redelivery=4d&window=365d$/);
});

test('choose: by keyboard to a pattern, and to the run that proves it', async ({
  page,
  scenario,
}) => {
  await open(page, 'choose');
  await page.getByRole('radio', { name: /^I call somebody/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: /^One key for each thing/ })).toBeVisible();
  await expect(page).toHaveURL(/\?start=caller&theirApi=yes$/);
  await page.getByRole('link', { name: /^The reply is lost/ }).click();
  await expect(page).toHaveURL(/\/lab\/lost-response\?key=per-intent$/);
  await scenario.isReady();
});

test('choose: an answer that there isn’t is said to leave the question open', async ({ page }) => {
  await open(page, 'choose?start=foo');
  await expect(page.getByRole('status').filter({ hasText: 'This link' })).toHaveText(
    /“start=foo”; it is left open\.$/,
  );
});

test('systems on paper: on the long side, with a sentence in place of what can be chosen', async ({
  page,
}) => {
  await open(page, 'systems?columns=key,window');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('checkbox').filter({ visible: true })).toHaveCount(0);
  await expect(
    page.getByText(/Compared: standard, .*\. By: Recognised by, Remembered for\.$/),
  ).toBeVisible();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sizes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) expect(size).toMatch(/\[0 0 84\d[.\d]* 59\d[.\d]*\]/);
});

test('errors: filtered to what is to be mended first', async ({ page }) => {
  await open(page, 'errors');
  await expect(page.getByText(/^(\d+) of \1 ways in which a call ends\.$/)).toBeVisible();
  await turn(page, 'not as it is');
  await expect(page).toHaveURL(/\?retry=after-mending$/);
  const rows = page.getByRole('rowheader');
  await expect(rows.filter({ hasText: '401' })).toHaveCount(1);
  await expect(rows.filter({ hasText: '429' })).toHaveCount(0);
});

test('systems: kinds and columns are chosen', async ({ page }) => {
  await open(page, 'systems');
  await page.getByRole('checkbox', { name: 'webhooks' }).uncheck();
  await page.getByRole('checkbox', { name: 'Scope' }).uncheck();
  await expect(page.getByRole('columnheader', { name: 'Scope' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: /^GitHub/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'webhooks' })).not.toBeChecked();
  await expect(page.getByRole('rowheader', { name: /^Stripe API v1/ })).toBeVisible();
});

test('header: the wrong character is marked, and mended', async ({ page }) => {
  await open(page, 'header');
  await setting(page, 'Value of Idempotency-Key').fill('"müller"');
  await expect(page.locator('mark')).toHaveText('ü▲');
  await expect(page.getByText(/^Character 3, “ü” \(U\+00FC\)/)).toBeVisible();
  await expect(page).toHaveURL(/\?value=%22m%C3%BCller%22$/);
  await settings(page).getByRole('link', { name: 'single quotes' }).click();
  await page.getByRole('link', { name: /^"8e03978e/ }).click();
  await expect(page.getByRole('heading', { name: 'Right by the draft' })).toBeVisible();
});

test('header: an empty string and several parameters have words', async ({ page }) => {
  await open(page, 'header?value=%22%22');
  await expect(page.getByText('The key is an empty string.')).toBeVisible();
  await expect(page.getByRole('definition').first()).toHaveText('an empty string');
  await setting(page, 'Value of Idempotency-Key').fill('"a";v=1;v=2;w');
  await expect(page.getByText('with the parameters v and w, which say nothing')).toBeVisible();
});

test('header: what is too long is not read, rather than read in part', async ({ page }) => {
  await open(page, 'header?value=%22abc%22');
  await setting(page, 'Value of Idempotency-Key').fill(`"${'x'.repeat(700)}"`);
  await expect(page.getByText('what is longer is not read')).toBeVisible();
  await setting(page, 'Value of Idempotency-Key').blur();
  await expect(page.getByText(/^702 characters, and 600 are the most: not read/)).toBeVisible();
  await expect(setting(page, 'Value of Idempotency-Key')).toHaveValue('"abc"');
  await expect(page.getByRole('heading', { name: 'Right by the draft' })).toBeVisible();
});

test('retries: layers multiply, and lead to the window that they need', async ({ page }) => {
  await open(page, 'retries?jitter=none');
  await setting(page, 'Layers that retry').fill('5');
  await expect(page.getByText('= 243 calls')).toBeVisible();
  await page.getByRole('link', { name: 'work out the window' }).click();
  await expect(page).toHaveURL(/\/tools\/window\?retries=17500ms&comeback=0s&window=5min$/);
  await expect(page.getByRole('heading', { name: '5 min covers what you named' })).toBeVisible();
});

test('retries: one attempt is no retry', async ({ page }) => {
  await open(page, 'retries?attempts=1&layers=1');
  await expect(page.getByText('nobody retries, and one call stays one')).toBeVisible();
  await expect(page.getByText('There is no retry')).toBeVisible();
  await expect(page.getByText(/comes? 0 after|may come 0/)).toHaveCount(0);
});

test('window: a clock that is a day off forgets what comes four hours late', async ({ page }) => {
  await open(page, 'window?window=14460s&skew=24h');
  await expect(page.getByRole('row', { name: /^Shopify/ })).toContainText('not recognised');
});

test('key lab: keys that come seldom are not taken for two at a time', async ({ page }) => {
  await open(page, 'key-lab?kind=timestamp&rate=1&per=day&window=1ms');
  await expect(page.getByRole('definition').first()).toHaveText('10−8');
  await expect(page.getByText('once in 473,000 years').first()).toBeVisible();
  await expect(page.getByText('certain', { exact: true })).toHaveCount(0);
});

test('on paper stands what was set, and how it is worked out', async ({ page }) => {
  await open(page, 'key-lab?kind=short&rate=1000000');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Keys made: 1,000,000')).toBeVisible();
  await expect(page.getByText('Of these: 0–9 a–z')).toBeVisible();
  await expect(page.getByText(/^The birthday problem/)).toBeVisible();
  await expect(page.getByText('How this is worked out')).toBeHidden();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the tables are there, and nothing that can’t be turned', async ({ page }) => {
    for (const { slug, question } of tools) {
      await page.goto(`/tools/${slug}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
      await expect(page.getByRole('radio').or(page.getByRole('textbox'))).toHaveCount(0);
    }
  });
});
