import { expect, type Page } from '@playwright/test';

import { test } from './test';

/** How far the column of readings, and the page itself, have been scrolled. */
const scrolled = (page: Page) =>
  page.evaluate(() => ({
    column: document.querySelector('[role="tabpanel"]')?.closest('aside')?.scrollTop,
    page: window.scrollY,
  }));

test('the transcript follows the step, within its column', async ({ scenario, page }) => {
  await scenario.open('/lab/dedup-window?panel=transcript&step=0');
  // What is above it stands there until somebody steps.
  expect(await scrolled(page)).toEqual({ column: 0, page: 0 });
  const length = await scenario.length();
  const places: (number | undefined)[] = [];
  for (let step = 1; step <= length; step += 1) {
    await scenario.key('ArrowRight');
    await expect(scenario.line(step).locator('[aria-current="step"]')).toBeInViewport({ ratio: 1 });
    const { column, page: ofPage } = await scrolled(page);
    places.push(column);
    expect(ofPage).toBe(0);
  }
  // A line that is in sight moves nothing.
  expect(new Set(places).size).toBeLessThan(length / 2);
  await scenario.key('Home');
  await expect(scenario.line(1)).toBeInViewport({ ratio: 1 });
});

test('another run leaves the column where it is, and a reading comes up with its tab', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/dedup-window?panel=transcript');
  expect(await scrolled(page)).toEqual({ column: 0, page: 0 });
  await scenario.turn('The inbox remembers', '5 min');
  await scenario.isProved();
  expect(await scrolled(page)).toEqual({ column: 0, page: 0 });
  // Far down there would be no room for what is pressed.
  await scenario.read('Code');
  const before = await scrolled(page);
  expect(before.column).toBeGreaterThan(0);
  expect(before.page).toBe(0);
  await expect(scenario.tab('Code')).toBeInViewport({ ratio: 0.9 });
  await scenario.key('ArrowLeft');
  expect(await scrolled(page)).toEqual(before);
});
