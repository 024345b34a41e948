import { expect, type Locator } from '@playwright/test';

import { test } from './test';

/** Names of buttons that are lower or narrower than a fingertip, in CSS pixels. */
const tooSmall = (buttons: Locator) =>
  buttons.evaluateAll((all) =>
    all
      .map((button) => ({ button, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ button }) => button.getAttribute('aria-label') ?? button.textContent),
  );

for (const path of ['/', '/embed/lost-response', '/tools/window', '/map']) {
  test(`${path}: every button is as large as a fingertip`, async ({ page }) => {
    await page.goto(path);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expect(page.getByRole('button').first()).toBeVisible();
      expect(await tooSmall(page.getByRole('button')), `${width} px`).toEqual([]);
    }
  });
}

test('/lab: every position of a knob is as high as a fingertip', async ({ page, scenario }) => {
  await scenario.open('/lab/lost-response');
  const positions = page.getByRole('group').locator('label:has(input[type=radio])');
  expect(await positions.count()).toBeGreaterThan(8);
  const heights = await positions.evaluateAll((all) =>
    all.map((position) => position.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test('/lab: so are the outcomes, the lines of the script and of the transcript', async ({
  page,
  scenario,
}) => {
  await scenario.open(
    '/lab/lost-response?panel=transcript&script=lose.client-api.1~lose.api-client.1',
  );
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const list of [scenario.outcomes, scenario.script, scenario.panel]) {
      expect(await tooSmall(list.getByRole('button')), `${width} px`).toEqual([]);
    }
  }
});

test('/lab: what an outcome means is one tap away', async ({ page, scenario }) => {
  await scenario.open('/lab/lost-response');
  await scenario.outcome('swallowed').getByRole('button').tap();
  const means = page.getByText('A separate wish was taken for a duplicate.');
  await expect(means).toBeInViewport({ ratio: 1 });
  await page.getByRole('heading', { level: 1 }).tap();
  await expect(means).toBeHidden();
});

test('/lab: links of days are apart', async ({ scenario }) => {
  await scenario.open('/lab/check-then-act?panel=days');
  await scenario.daysAreOver();
  const links = scenario.dayRow('duplicate').getByRole('link');
  // They come after the counts, one by one.
  await expect(links.nth(1)).toBeVisible();
  const boxes = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect()));
  expect(boxes.length).toBeGreaterThan(1);
  for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});

test('/lab: so is every button of the transport and of the header', async ({ page, scenario }) => {
  await scenario.open('/lab/lost-response');
  expect(await tooSmall(scenario.transport.getByRole('button'))).toEqual([]);
  expect(await tooSmall(page.getByRole('banner').getByRole('button'))).toEqual([]);
});
