import { expect } from '@playwright/test';

import { scenariosOn } from '@/simulations/catalogue';

import { test } from './test';

test('the map scrolls sideways at 320 px and the page up and down, and columns are named again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/map');
  const frame = page.getByRole('region', { name: 'Safety map, HTTP API' });
  await frame.evaluate((element) => element.scrollTo(300, 250));
  expect(
    await frame.evaluate(({ scrollTop, scrollLeft, scrollHeight, clientHeight }) => [
      ...[scrollTop, scrollLeft, scrollHeight - clientHeight],
    ]),
  ).toEqual([0, 300, 0]);
  const box = await frame.boundingBox();
  const row = await frame
    .getByRole('rowheader', { name: /^If it is still running|claim at once/ })
    .first()
    .boundingBox();
  expect(row?.x).toBeCloseTo(box?.x ?? -1, 0);
  const groups = scenariosOn('http-api').length;
  await expect(frame.getByText('crash', { exact: true }).filter({ visible: true })).toHaveCount(
    groups,
  );
  // For eyes alone: the table has as many headers as ever.
  await expect(frame.getByRole('columnheader')).toHaveCount(8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('in somebody else’s page a map shows at its foot that it goes on', async ({ page }) => {
  await page.goto('/embed/map/http-api');
  const box = page.getByRole('region', { name: 'Safety map' });
  const shade = await box.evaluate((element) => {
    const { backgroundImage, position } = getComputedStyle(element, '::after');
    return [backgroundImage.startsWith('linear-gradient'), position];
  });
  expect(shade).toEqual([true, 'sticky']);
  await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  // At the end it lies under the cover.
  const isCovered = await box.evaluate((element) => {
    const { left, bottom } = element.getBoundingClientRect();
    const cover = element.querySelector('.map-cover');
    return document.elementFromPoint(left + 20, bottom - 6) === cover;
  });
  expect(isCovered).toBe(true);
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
