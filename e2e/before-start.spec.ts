import type { Page } from '@playwright/test';

import { expect, holdScripts, ScenarioPage, test } from './test';

const LAB = '/lab/lost-response';

/** Opens a page whose scripts are on their way until the answer is called. */
async function openUnstarted(page: Page, path: string): Promise<() => void> {
  const arrive = await holdScripts(page);
  await page.goto(path, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  return arrive;
}

test('presses before the page has started happen once each, in order, when it has', async ({
  scenario,
  page,
}) => {
  const start = await openUnstarted(page, LAB);
  await scenario.press('Step back');
  await scenario.press('Step back');
  await scenario.press('Step back');
  await scenario.tab('Transcript').click();
  await scenario.stands(10, 10);
  start();
  await scenario.stands(7, 10);
  await expect(scenario.tab('Transcript')).toHaveAttribute('aria-selected', 'true');
  // Nothing of it is kept any longer: what is pressed now happens now, and once.
  await scenario.press('Step back');
  await scenario.stands(6, 10);
});

test('keys before the page has started do what they do after', async ({ scenario, page }) => {
  const start = await openUnstarted(page, LAB);
  await scenario.key('ArrowLeft', 'ArrowLeft');
  await page.getByRole('button', { name: 'Step back' }).focus();
  await scenario.key('Enter', 'Space');
  start();
  await scenario.stands(6, 10);
  await scenario.key('ArrowLeft');
  await scenario.stands(5, 10);
});

test('what is typed before the page has started is looked for when it has', async ({ page }) => {
  const start = await openUnstarted(page, '/concepts');
  const box = page.getByRole('searchbox', { name: 'Find' });
  await box.focus();
  await page.keyboard.type('li');
  start();
  // Nobody waits for a page to start: letters come before, while and after it does.
  for (const letter of 'ft, press') {
    await page.keyboard.type(letter);
    await page.waitForTimeout(10);
  }
  await expect(page.getByRole('status')).toHaveText(/^\d+ of /);
  await page.keyboard.type(' the button');
  await expect(box).toHaveValue('lift, press the button');
  await box.fill('lift press');
  await expect(page.getByRole('status')).toHaveText(/^1 of /);
});

test('a knob shows its new position only with the run that belongs to it', async ({
  scenario,
  page,
}) => {
  const start = await openUnstarted(page, LAB);
  const none = scenario.position('Idempotency key', 'none');
  const key = scenario.position('Idempotency key', 'one per purchase');
  await page.getByText('one per purchase').click();
  await expect(none).toBeChecked();
  start();
  await expect(key).toBeChecked();
  await scenario.hasNoOutcome();
  await expect(page).toHaveURL(/key=per-intent/);
});

test('a knob turned by keyboard, and the slider', async ({ scenario, page }) => {
  const start = await openUnstarted(page, LAB);
  await scenario.position('Retries', '2').focus();
  await scenario.key('ArrowRight');
  await expect(scenario.position('Retries', '2')).toBeChecked();
  await scenario.scrubber.focus();
  await scenario.key('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  start();
  await expect(scenario.position('Retries', '3')).toBeChecked();
  await scenario.stands(7, 10);
  await expect(scenario.scrubber).toHaveValue('7');
});

test('a step in the diagram opens its menu', async ({ scenario, page }) => {
  const start = await openUnstarted(page, LAB);
  await scenario.words(5).first().click();
  start();
  await expect(scenario.menu).toHaveAccessibleName('Step 5');
});

test('the switch of the home page turns once', async ({ page }) => {
  const start = await openUnstarted(page, '/');
  const key = page.getByRole('switch', { name: 'Idempotency key' });
  await key.click();
  await expect(key).not.toBeChecked();
  start();
  await expect(key).toBeChecked();
  await expect(new ScenarioPage(page).progress).toContainText('of 14');
});

test('a link works as ever', async ({ page }) => {
  await openUnstarted(page, '/');
  await page.getByRole('link', { name: 'Safety map' }).first().click();
  await expect(page).toHaveURL(/\/map$/);
});

test('the page that is sent is kept back from a link to a slide, but not for ever', async ({
  page,
}) => {
  const start = await openUnstarted(page, `${LAB}?present`);
  const root = page.locator(':root');
  await expect(root).toHaveAttribute('data-kept-back', 'present');
  // Scripts that take too long may never come.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  start();
  await expect(page.getByRole('region', { name: 'Diagram' })).toBeVisible();
  await expect(root).not.toHaveAttribute('data-kept-back');
});

test('keys pressed before a slide is there are for the slide', async ({ scenario, page }) => {
  const start = await openUnstarted(page, `${LAB}?present`);
  await scenario.key('PageDown', 'PageDown', 'Space');
  start();
  await scenario.stands(3, 10);
  await scenario.key('PageDown');
  await scenario.stands(4, 10);
});
