import { expect } from '@playwright/test';

import { test } from './test';

test('the map scrolls by itself at 320 px, and its headers stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/map');
  const frame = page.getByRole('region', { name: 'Safety map, HTTP API' });
  await frame.evaluate((element) => {
    element.scrollIntoView();
    element.scrollTo(300, 250);
  });
  const box = await frame.boundingBox();
  const row = await frame
    .getByRole('rowheader', { name: /^If it is still running|claim at once/ })
    .first()
    .boundingBox();
  const column = await frame.getByRole('columnheader', { name: /^crash/ }).boundingBox();
  expect(row?.x).toBeCloseTo(box?.x ?? -1, 0);
  expect(Math.abs((column?.y ?? -9) - (box?.y ?? 0))).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('an outcome is tapped and played, and the columns can be read about', async ({
  page,
  scenario,
}) => {
  await page.goto('/map');
  await page.getByText('What the columns mean').first().tap();
  await expect(page.getByText('1 message from the API to the client is lost').last()).toBeVisible();
  await page
    .getByRole('table')
    .getByRole('link', { name: /^Duplicate by 1 lost reply/ })
    .first()
    .tap();
  await scenario.isReady();
  await scenario.hasOutcome('duplicate');
});
