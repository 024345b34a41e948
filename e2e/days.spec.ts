import { expect } from '@playwright/test';

import { test } from './test';

test('days are lived through, counted, and one of them is opened in the stepper', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/check-then-act');
  await scenario.read('Days');
  await scenario.daysAreOver();
  await expect(page).toHaveURL(/panel=days/);
  await expect(scenario.days.getByRole('status').first()).toHaveText(
    /^10,000 days, [\d,]+ of them with harm, .*in [\d.]+ m?s\.$/,
  );
  await expect(scenario.days.getByRole('columnheader')).toContainText(['calls', 'round trips']);

  const duplicate = scenario.dayRow('duplicate');
  await expect(duplicate).toContainText(/\d+ days\s*\d\.\d %/);
  await expect(duplicate).toContainText(/95 %: \d\.\d to \d\.\d %/);
  await expect(scenario.dayRow('lost')).toContainText('none');
  await expect(scenario.dayRow('lost')).toContainText('at most 0.04 %');
  await expect(scenario.days.getByText(/^The full width is (2|5|10|20|50|100) %\.$/)).toBeVisible();

  const day = duplicate.getByRole('link').first();
  await day.click();
  await scenario.isDrawn();
  await scenario.hasOutcome('duplicate');
  await expect(day).toHaveAttribute('aria-current', 'true');
  // Only what it takes for the same harm.
  expect(await scenario.directives.count()).toBeGreaterThan(0);
  // Opening a day lives through none anew.
  await scenario.daysAreOver();
});

test('the link of a day is an address like any other', async ({ scenario, page }) => {
  await scenario.open('/lab/redelivery?panel=days&weather=stormy&seed=501');
  await scenario.daysAreOver();
  const day = scenario.dayRow('duplicate').getByRole('link').nth(1);
  const href = (await day.getAttribute('href')) ?? '';
  expect(href).toMatch(/script=/);
  expect(href).toMatch(/weather=stormy&seed=501/);
  await scenario.open(new URL(href, page.url()).href);
  await scenario.hasOutcome('duplicate');
  await expect(scenario.complaints).toHaveCount(0);
});

test('a day opens whole, with the same outcome', async ({ scenario }) => {
  await scenario.open('/lab/redelivery?panel=days&weather=stormy');
  await scenario.daysAreOver();
  await scenario.days.getByText('all of it', { exact: true }).click();
  await expect(scenario.position('A day opens with', 'all of it')).toBeChecked();
  const day = scenario.dayRow('duplicate').getByRole('link').first();
  await day.click();
  await expect(day).toHaveAttribute('aria-current', 'true');
  await scenario.isDrawn();
  await scenario.hasOutcome('duplicate');
});

test('days that were counted before open under the settings that they were counted with', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?panel=days&story=tickets');
  await scenario.daysAreOver();
  const day = scenario.dayRow('duplicate').getByRole('link').first();
  await expect(day).toBeVisible();
  // No other days come after these.
  await page.route(/worker/, () => undefined);
  await scenario.turn('Idempotency key', 'one per purchase');
  await scenario.button('Cancel').click();
  await day.click();
  await expect(page).not.toHaveURL(/key=/);
  await expect(page).toHaveURL(/story=tickets/);
  await scenario.isDrawn();
  await scenario.hasOutcome('duplicate');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a first day that is none is taken back', async ({ scenario, page }) => {
  await scenario.open('/lab/redelivery?panel=days');
  await scenario.daysAreOver();
  const box = page.getByRole('spinbutton', { name: 'First day' });
  await box.fill('-5');
  await box.blur();
  await expect(box).toHaveValue('1');
  await box.fill('007');
  await box.press('Enter');
  await expect(page).toHaveURL(/seed=7(&|$)/);
  await expect(box).toHaveValue('7');
  await expect(box).toBeFocused();
  await page.goBack();
  await expect(box).toHaveValue('1');
});

test('the same seeds give the same numbers, and the next ones others', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/check-then-act?panel=days');
  await scenario.daysAreOver();
  const harmed = scenario.days.getByTestId('harmed');
  const first = await harmed.innerText();
  await scenario.button('Next 10,000').click();
  await expect(page).toHaveURL(/seed=10001/);
  await scenario.daysAreOver();
  await expect(harmed).not.toHaveText(first);
  await page.goBack();
  await expect(harmed).toHaveText(first);
});

test('a defence and a rougher weather change the rates, and the cost is said', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/check-then-act?panel=days');
  await scenario.daysAreOver();
  const harmed = scenario.days.getByTestId('harmed');
  await expect(harmed).not.toHaveText('0');
  await scenario.turn('API instances', '1');
  await scenario.turn('How the key is claimed', 'claim at once');
  await scenario.position('Weather', 'calm').check({ force: true });
  await expect(page).toHaveURL(/weather=calm/);
  await scenario.daysAreOver();
  await expect(scenario.days.getByTestId('cost')).toContainText(
    /each request takes [\d.]+ round trips/,
  );
  await expect(scenario.dayRow('duplicate')).toContainText('none');
});

test('it can be cancelled and begun again', async ({ scenario, page }) => {
  // A worker that never comes: it is still being loaded.
  await page.route(/worker|turbopack-worker/, () => undefined);
  await scenario.open('/lab/lost-response?panel=code');
  await scenario.tab('Days').click();
  const cancel = scenario.button('Cancel');
  await cancel.click();
  await expect(scenario.days).toHaveAttribute('data-state', 'cancelled');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await scenario.button('Run').click();
  await scenario.daysAreOver();
});

test('where no worker can be made, the page lives through the days itself', async ({
  scenario,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  await scenario.open('/lab/check-then-act?panel=days');
  await scenario.daysAreOver();
  const here = await scenario.days.getByTestId('harmed').innerText();
  expect(here).toBe('755');
});

test('every plot is told in a sentence and as a table', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?panel=days');
  await scenario.daysAreOver();
  const figures = scenario.days.getByRole('figure');
  await expect(figures).toHaveCount(3);
  for (const figure of await figures.all()) {
    await expect(figure).toContainText(/on average; half at most|Always/);
    expect(await figure.getByRole('row').count()).toBeGreaterThan(1);
  }
});

test('days that can bring nothing to a scenario say so', async ({ scenario }) => {
  await scenario.open('/lab/retry-storm?panel=days&weather=stormy');
  await scenario.daysAreOver();
  await expect(scenario.days).toContainText('Nothing that these days may bring can happen here');
});

test('numbers that arrive move nothing', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?panel=days&weather=stormy&key=per-intent');
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: false });
  });
  await scenario.daysAreOver();
  const shifts = await page.evaluate(() => (window as never as { shifts: number[] }).shifts);
  // Nor do the tables that nobody sees make the page longer than the window.
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
  ).toBeLessThanOrEqual(0);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
});
