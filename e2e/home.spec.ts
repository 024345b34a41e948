import { expect } from '@playwright/test';

import { catalogue } from '@/simulations/catalogue';

import { someScenarios } from './some-scenarios';
import { ScenarioPage, test } from './test';

test('the figure plays the duplicate by itself, once; its switch prevents it', async ({
  scenario,
  page,
}) => {
  // Time goes on only as it is told to.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const playTo = (progress: string | RegExp, ms = 1_000) =>
    expect
      .poll(
        async () => {
          await page.clock.runFor(ms);
          return (await scenario.progress.textContent()) ?? '';
        },
        { intervals: [20] },
      )
      .toMatch(progress);
  // What is left of five seconds is for the page to come and for its scripts to start.
  await playTo(/^[1-9] of 10$/, 100);
  // In small steps: each timer is set when the page has shown what the one before it brought.
  for (let ms = 0; ms < 3_800; ms += 10) await page.clock.runFor(10);
  await expect(scenario.actual).toHaveText('2');
  await playTo('10 of 10');
  await expect(scenario.expected).toHaveText('1');
  await expect(scenario.actual).toHaveText('2');
  await page.clock.runFor(15_000);
  await expect(scenario.progress).toHaveText('10 of 10');

  await page.getByRole('switch', { name: 'Idempotency key' }).click();
  await playTo('14 of 14');
  await expect(scenario.actual).toHaveText('1');
});

test('the figure leads to the very same run in the lab', async ({ scenario, page }) => {
  await page.goto('/');
  // The figure plays: the page, which is seen before any script of it has run, can be used.
  await expect(scenario.progress).not.toHaveText(/^0 of/);
  await page.getByRole('switch', { name: 'Idempotency key' }).click();
  await page.getByRole('link', { name: 'Open in the lab' }).click();
  await expect(page).toHaveURL(/\/lab\/lost-response\?key=per-intent$/);
  await scenario.isReady();
  await expect(scenario.actual).toHaveText('1');
  await scenario.hasNoOutcome();
});

test('every scenario is one press away, and the way back is too', async ({ page }) => {
  const scenario = new ScenarioPage(page);
  await page.goto('/');
  for (const { slug, question } of catalogue) {
    const link = page.getByRole('link', { name: question });
    await expect(link).toHaveAttribute('href', new RegExp(`lab/${slug}$`));
  }
  for (const { slug, question } of someScenarios) {
    await page.getByRole('link', { name: question }).click();
    await expect(page).toHaveURL(new RegExp(`/lab/${slug}$`));
    await scenario.isReady();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
    await page.getByRole('link', { name: 'Scenarios', exact: true }).click();
    await expect(page).toHaveURL(/\/#scenarios$/);
  }
});

test('the reader’s choice of colours lasts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  // The figure plays: the page, which is seen before any script of it has run, can be used.
  await expect(page.getByTestId('progress')).not.toHaveText(/^0 of/);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  const colours = page.getByRole('button', { name: /^Colours:/ });
  await colours.click();
  await expect(colours).toHaveAccessibleName(/^Colours: light/);
  await colours.click();
  await expect(colours).toHaveAccessibleName(/^Colours: dark/);
  await expect.poll(ground).not.toBe(light);
  await page.goto('/lab/lost-response');
  expect(await ground()).not.toBe(light);
  await expect(colours).toHaveAccessibleName(/^Colours: dark/);
  await colours.click();
  await expect.poll(ground).toBe(light);
});
