import { expect } from '@playwright/test';

import { openStarted, test } from './test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The slowest animation or transition that anything on the page would show, in ms. */
const slowest = () =>
  Math.max(
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [getComputedStyle(element), getComputedStyle(element, '::before')].flatMap((style) =>
        [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].map(
          (duration) => parseFloat(duration) * (duration.trim().endsWith('ms') ? 1 : 1000),
        ),
      ),
    ),
  );

for (const path of [
  '/',
  '/lab/lost-response',
  '/embed/lost-response',
  '/lab/lost-response?present',
]) {
  test(`${path}: nothing moves of itself`, async ({ page, scenario }) => {
    if (path === '/') {
      await openStarted(page, path);
      await expect(scenario.actual).toHaveText('2');
    } else await scenario.open(path);
    expect(await page.evaluate(slowest)).toBeLessThan(1);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
}

test('the figure on the home page shows its end at once', async ({ scenario, page }) => {
  await page.goto('/');
  await expect(scenario.actual).toHaveText('2');
  await expect(scenario.progress).toHaveText('10 of 10');
  await page.getByRole('switch', { name: 'Idempotency key' }).click();
  await expect(scenario.actual).toHaveText('1');
  await expect(scenario.progress).toHaveText('14 of 14');
});

test('steps come when they are asked for, and a run plays when it is told to', async ({
  scenario,
}) => {
  await scenario.open('/lab/lost-response?step=0&speed=4');
  await scenario.press('Step forward');
  await scenario.stands(1, 10);
  await scenario.press('Play');
  await scenario.stands(10, 10);
});
