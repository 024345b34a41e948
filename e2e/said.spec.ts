import { expect, type Page } from '@playwright/test';

import { test } from './test';

type Heard = Window & { heard?: string[] };

/** Listens like a screen reader: to what changes within a live region that can be reached and was there before. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    (window as Heard).heard = heard;
    new MutationObserver((records) => {
      const regions = new Set(
        records.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(
            '[role="status"], [role="alert"], [aria-live="polite"]',
          ),
        ),
      );
      const modal = document.querySelector('dialog:modal');
      for (const region of regions) {
        if (!region || (modal && !modal.contains(region))) continue;
        if (region.textContent !== '') heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** What was heard since this was last asked. */
const heard = (page: Page) => page.evaluate(() => (window as Heard).heard?.splice(0) ?? []);

test('a step is said once, by its caption', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?panel=machines&step=2');
  await expect(scenario.presentState).toBeVisible();
  // The verdict is said when it is there, and is not what this is about.
  await scenario.isProved();
  await listen(page);
  await scenario.key('ArrowRight');
  await scenario.stands(3, 10);
  expect(await heard(page)).toEqual([await scenario.caption.textContent()]);
  await scenario.press('Step back');
  await scenario.stands(2, 10);
  expect(await heard(page)).toEqual([await scenario.caption.textContent()]);
});

test('an outcome is said with the step that brings it', async ({ scenario, page }) => {
  await scenario.open(
    '/lab/where-it-failed?cut=before&key=per-intent&script=lose.client-api.1~crash.api.2~crash.api.4&step=0',
  );
  await scenario.isProved();
  await listen(page);
  await scenario.key('End');
  await scenario.hasOutcome('stuck');
  expect(await heard(page)).toEqual([expect.stringMatching(/^The client gives up.* Stuck: .*\.$/)]);
});

test('a run that plays is silent until it stops', async ({ scenario, page }) => {
  await page.clock.install();
  await scenario.open('/lab/lost-response?step=0&speed=4');
  // The verdict is said when it is there, and is not what this is about.
  await scenario.isProved();
  await page.clock.pauseAt(Date.now() + 60_000);
  await listen(page);
  await scenario.press('Play');
  await page.clock.runFor(690);
  await scenario.stands(3, 10);
  expect(await heard(page)).toEqual([]);
  await scenario.press('Pause');
  await expect(scenario.button('Play')).toBeVisible();
  const caption = (await scenario.caption.textContent()) ?? '';
  expect(await heard(page)).toEqual([expect.stringContaining(caption)]);
  await scenario.press('Play');
  await page.clock.runFor(5_000);
  await scenario.stands(10, 10);
  await expect(scenario.button('Play')).toBeVisible();
  const end = (await scenario.caption.textContent()) ?? '';
  expect(await heard(page)).toEqual([expect.stringContaining(end)]);
});

test('of two runs a step is said once, and whose it is', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent&step=0');
  await expect(page.getByText('The two runs part')).toBeVisible();
  await listen(page);
  const step = async (to: number) => {
    await scenario.press('Step forward');
    await scenario.stands(to, 14);
    const [text, ...more] = await heard(page);
    expect(more).toEqual([]);
    return text;
  };
  expect(await step(1)).toMatch(/^Both: .*presses Pay once/);
  expect(await step(2)).toMatch(/^Here they part\. This run: .* Its twin: /);
  expect(await step(3)).toMatch(/^(Both|This run): /);
  for (const to of [4, 5, 6, 7, 8, 9]) await step(to);
  expect(await step(10)).toMatch(/^This run: .* The run ends here\. Its twin: /);
  expect(await step(11)).toMatch(/^Its twin: /);
});

test('where two runs part is said when a setting moves it', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await listen(page);
  await scenario.button('Compare').click();
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^The two runs are/));
  const twin = page.getByRole('region', { name: 'Its twin' });
  await twin.getByRole('combobox', { name: 'Idempotency key' }).selectOption('one per purchase');
  await expect.poll(() => heard(page)).toContainEqual('The two runs part at step 2.');
});

test('in the larger view of a statechart a step is said once, with the state', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=machines&step=2');
  await scenario.button('Larger view').click();
  await listen(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Step forward' }).click();
  await scenario.stands(3, 10);
  const caption = (await scenario.caption.textContent()) ?? '';
  const [text, ...more] = await heard(page);
  expect(more).toEqual([]);
  expect(text).toContain(`Step 3 of 10. ${caption} `);
  expect(text).toMatch(/ is now: [a-z ,]+\.$/);
});

test('in an embed and on a slide too a step is said once', async ({ scenario, page }) => {
  for (const path of ['/embed/lost-response?step=2', '/lab/lost-response?step=2&present']) {
    await scenario.open(path);
    await listen(page);
    await scenario.key('ArrowRight');
    await scenario.stands(3, 10);
    expect(await heard(page)).toEqual([await scenario.caption.textContent()]);
  }
  await scenario.key('b');
  await expect
    .poll(() => heard(page))
    .toEqual(['The screen is blank. Any step key brings the slide back.']);
});

for (const [path, label, text, said] of [
  ['window?redelivery=4d', 'Keep records for', '30d', '30 days covers what you named.'],
  ['retries', 'Layers that retry', '4', 'Calls to the last service for one: 81.'],
  ['key-lab?kind=short&characters=4', 'Keys made', '1', 'A clash, while this goes on:'],
] as const) {
  test(`tools/${path}: what comes of a change is said in a sentence`, async ({ page }) => {
    await page.goto(`/tools/${path}`);
    const status = page.locator('main [role=status]').filter({ hasText: /^(\d|Gives|A clash)/ });
    const before = await status.innerText();
    await page.getByRole('textbox', { name: label }).fill(text);
    await expect(status).not.toHaveText(before);
    await expect(status).toContainText(said);
  });
}
