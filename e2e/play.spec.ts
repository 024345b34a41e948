import { expect, type Locator } from '@playwright/test';

import { test } from './test';

test.describe('by a clock of our own', () => {
  test.beforeEach(async ({ page, scenario }) => {
    await page.clock.install();
    await scenario.open('/lab/lost-response?step=0');
    await page.clock.pauseAt(Date.now() + 60_000);
  });

  test('it plays by itself to the end, and stops there', async ({ scenario, page }) => {
    await scenario.press('Play');
    await page.clock.runFor(850);
    await scenario.stands(0, 10);
    for (let step = 1; step <= 10; step += 1) {
      await page.clock.runFor(900);
      await scenario.stands(step, 10);
    }
    await page.clock.runFor(900);
    await expect(scenario.transport.getByRole('button', { name: 'Play' })).toBeVisible();
    await page.clock.runFor(5_000);
    await scenario.stands(10, 10);

    // Played again, it starts over.
    await scenario.press('Play');
    await scenario.stands(0, 10);
  });

  test('a step by hand stops it', async ({ scenario, page }) => {
    await scenario.key('k');
    await page.clock.runFor(900);
    await scenario.stands(1, 10);
    await scenario.key('ArrowRight');
    await scenario.stands(2, 10);
    await page.clock.runFor(5_000);
    await scenario.stands(2, 10);
  });

  test('it can be paused and made faster, and a link keeps how fast', async ({
    scenario,
    page,
  }) => {
    await scenario.speed.selectOption('4×');
    await scenario.press('Play');
    await page.clock.runFor(230);
    await scenario.stands(1, 10);
    await page.clock.runFor(230);
    await scenario.stands(2, 10);
    await scenario.press('Pause');
    await page.clock.runFor(5_000);
    await scenario.stands(2, 10);
    await expect(page).toHaveURL(/speed=4/);
  });
});

test('the scrubber goes to any step, by keyboard and by pointer', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await scenario.scrubber.focus();
  await scenario.key('Home');
  await scenario.stands(0, 10);
  await scenario.key('ArrowRight', 'ArrowRight');
  await scenario.stands(2, 10);
  // The sentence of a step is said once, and not by the slider.
  await expect(scenario.scrubber).toHaveAttribute('aria-valuetext', '2 of 10');
  await scenario.key('End');
  await scenario.stands(10, 10);

  const box = await scenario.scrubber.boundingBox();
  if (!box) throw new Error('The scrubber is not to be seen');
  const [middle, height] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(middle, height);
  await scenario.stands(5, 10);
  await page.mouse.move(middle, height);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, height, { steps: 5 });
  await page.mouse.up();
  await scenario.stands(10, 10);
  await page.mouse.click(box.x + 1, height);
  await scenario.stands(0, 10);
  await expect(page).toHaveURL(/\?step=0$/);
});

test('many steps in a row end in the address of the last', async ({ scenario, page }) => {
  await scenario.open('/lab/check-then-act?step=0');
  const length = await scenario.length();
  for (let press = 0; press < 12; press += 1) await scenario.key('ArrowRight');
  await scenario.stands(12, length);
  await expect(page).toHaveURL(/\?step=12$/);
  await page.reload();
  await scenario.isReady();
  await scenario.stands(12, length);
});

test('a scenario leads on to the next, and back to the one before', async ({ page }) => {
  const [previous, next] = ['Previous', 'Next'].map((name) =>
    page.getByRole('link', { name: new RegExp(`^${name}: `) }),
  ) as [Locator, Locator];
  await page.goto('/lab/lost-response');
  await expect(previous).toHaveCount(0);
  await next.click();
  await expect(page).toHaveURL(/\/lab\/where-it-failed$/);
  await expect(page.getByText(/^HTTP API, 2 of/)).toBeVisible();
  await expect(previous).toHaveAccessibleName('Previous: The lost response');
  await previous.click();
  await expect(page).toHaveURL(/\/lab\/lost-response$/);

  // From the last of a stage to the first of the next, and no farther than the last of all.
  await page.goto('/lab/store-loss');
  await next.click();
  await expect(page.getByText(/^Message queue, 1 of/)).toBeVisible();
  await page.goto('/lab/checkout-saga');
  await expect(previous).toHaveCount(1);
  await expect(next).toHaveCount(0);
});
