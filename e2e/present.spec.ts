import { expect, type Page } from '@playwright/test';

import { SEARCH_MS } from './scenario-page';
import { test } from './test';

test('a clicker goes through a talk: one press, one step', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?key=per-intent');
  await scenario.button('Present').click();
  await expect(page).toHaveURL(/\?key=per-intent&step=0&present$/);
  await scenario.stands(0, 14);
  await expect(scenario.caption).toContainText('What happens when the client tries again?');

  for (let step = 1; step <= 14; step += 1) {
    await scenario.key('PageDown');
    await scenario.stands(step, 14);
    await expect(scenario.now.first()).toHaveAttribute('data-entry', String(step - 1));
  }
  await scenario.key('PageDown');
  await scenario.stands(14, 14);
  await expect(scenario.actual).toHaveText('1');
  await scenario.key('PageUp', 'PageUp');
  await scenario.stands(12, 14);
  await scenario.key('Home');
  await scenario.stands(0, 14);
  await scenario.key('End');
  await scenario.stands(14, 14);
});

test('a slide survives a reload, and so does its link', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=0&present');
  await scenario.key('PageDown', 'PageDown', 'PageDown');
  await expect(page).toHaveURL(/\?step=3&present$/);
  await page.reload();
  await scenario.isReady();
  await scenario.stands(3, 10);
  await scenario.key('End');
  await expect(page).toHaveURL(/\?step=10&present$/);
  await page.reload();
  await scenario.isReady();
  await scenario.stands(10, 10);
  await expect(scenario.button('Share')).toBeHidden();
});

test('a slide waits for its speaker, even if the run was playing', async ({ scenario, page }) => {
  await page.clock.install();
  await scenario.open('/lab/lost-response?step=0');
  await page.clock.pauseAt(Date.now() + 60_000);
  await scenario.press('Play');
  await page.clock.runFor(950);
  await scenario.stands(1, 10);
  await scenario.button('Present').click();
  await page.clock.resume();
  await scenario.stands(1, 10);
  await page.clock.runFor(10_000);
  await scenario.stands(1, 10);
});

test('k plays a slide through, and pauses it', async ({ scenario, page }) => {
  await page.clock.install();
  await scenario.open('/lab/lost-response?step=2&present');
  await page.clock.pauseAt(Date.now() + 60_000);
  await scenario.key('k');
  for (const step of [3, 4, 5]) {
    await page.clock.runFor(950);
    await scenario.stands(step, 10);
  }
  await scenario.key('k');
  await page.clock.runFor(5_000);
  await scenario.stands(5, 10);
});

test('a button that is pressed by keyboard keeps the focus', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=4&present');
  await scenario.button('Step back').focus();
  await scenario.key('Enter');
  await scenario.stands(3, 10);
  await expect(scenario.button('Step back')).toBeFocused();
  await scenario.key('Enter');
  await scenario.stands(2, 10);
});

test('a slide starts where the reader stands, and leaves there too', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=5');
  await scenario.button('Present').click();
  await scenario.stands(5, 10);
  await scenario.key('PageDown');
  await scenario.key('Escape');
  await expect(page).toHaveURL(/\/lab\/lost-response\?step=6$/);
  await scenario.stands(6, 10);
});

test('of two runs the one on the slide may be over before the other', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?twin=key.per-intent');
  await scenario.stands(14, 14);
  await scenario.button('Present').click();
  await scenario.stands(0, 10);
  await scenario.key('End');
  await scenario.stands(10, 10);
  await scenario.key('Escape');
  await expect(page).toHaveURL(/step=10/);
  await scenario.stands(10, 14);
});

test('Esc leaves at once, whatever is lit on the page behind', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=8&why=8&present');
  await scenario.key('Escape');
  await expect(scenario.button('Present')).toBeVisible();
  await expect(page).toHaveURL(/\?step=8&why=8$/);
});

test('a slide says where the knobs stand, what went wrong, and at its end what all schedules can do', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/where-it-failed?step=7&present');
  const stands = page.getByTestId('stands').filter({ visible: true });
  const verdict = page.getByTestId('slide-verdict');
  await expect(stands).toHaveText(
    'Idempotency key: none · Where the connection breaks: after the work',
  );
  await expect(scenario.outcomes).toHaveCount(0);
  await scenario.key('PageDown');
  await expect(scenario.outcomes).toHaveText(['duplicate']);
  await expect(verdict).toBeEmpty();
  await scenario.key('End');
  await expect(verdict).toContainText('A duplicate is reachable in 8 steps.', {
    timeout: SEARCH_MS,
  });
  await expect(verdict).toContainText('at most 2 lost messages (from api to client)');

  await scenario.open('/lab/where-it-failed?key=per-intent&step=99&present');
  await expect(scenario.outcomes).toHaveText(['none of the five outcomes']);
  await expect(verdict).toContainText('None of the five', { timeout: SEARCH_MS });
});

test('what a slide says is read from the last row', async ({ scenario, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await scenario.open('/lab/double-click?step=99&present');
  const px = (words: string) =>
    page
      .locator('main')
      .getByText(words)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(await px('Purchase A was charged')).toBeGreaterThanOrEqual(30);
  expect(await px('expected charges')).toBeGreaterThanOrEqual(26);
  expect(
    await scenario.progress.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(22);
});

test('nothing is seen above the heads of a drawing that is scrolled', async ({
  scenario,
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await scenario.open('/lab/retry-storm?step=36&present');
  const box = await page.getByRole('region', { name: 'Diagram' }).boundingBox();
  if (!box) throw new Error('there is no diagram');
  const clip = { x: box.x + 30, y: Math.floor(box.y), width: box.width - 90, height: 4 };
  for (let step = 36; step <= 44; step += 1) {
    await scenario.stands(step, 83);
    const strip = await page.screenshot({ clip });
    expect(await coloursOf(page, strip.toString('base64')), `step ${step}`).toBe(1);
    await scenario.key('PageDown');
  }
});

test('b covers the slide, and no step is lost over it', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=2&present');
  await scenario.key('b');
  await expect(scenario.page.getByText('The screen is blank')).toBeAttached();
  await expect(scenario.page.getByTestId('blank')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  await scenario.key('PageDown');
  await expect(scenario.page.getByText('The screen is blank')).toBeHidden();
  await scenario.stands(2, 10);
  await scenario.key('PageDown');
  await scenario.stands(3, 10);
});

test('? tells the keys, and Esc puts the help away before it leaves', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?step=2&present');
  await scenario.key('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Page Down');
  await scenario.key('PageDown');
  await scenario.stands(2, 10);
  await scenario.key('Escape');
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(/present$/);

  await scenario.key('Escape');
  await expect(scenario.button('Present')).toBeVisible();
  await expect(page).toHaveURL(/\/lab\/lost-response\?step=2$/);
  await scenario.stands(2, 10);
});

test('f fills the screen, and again gives it back', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=2&present');
  const filled = () => page.evaluate(() => document.fullscreenElement !== null);
  await scenario.key('f');
  await expect.poll(filled).toBe(true);
  await scenario.stands(2, 10);
  await scenario.key('f');
  await expect.poll(filled).toBe(false);
});

test('a click on the slide is one step on', async ({ scenario }) => {
  await scenario.open('/lab/lost-response?step=2&present');
  await scenario.caption.click();
  await scenario.stands(3, 10);
  await scenario.button('Step back').click();
  await scenario.stands(2, 10);
});

test('of two runs the slide says which it shows, and leads back to both', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?present');
  await expect(page.getByTestId('of-two')).toHaveCount(0);
  await scenario.open('/lab/lost-response?twin=key.per-intent');
  await scenario.button('Present').click();
  await expect(page).toHaveURL(/step=0&twin=key\.per-intent&present$/);
  await expect(page.getByTestId('of-two').filter({ visible: true })).toHaveText(
    'This run of the twoIdempotency key: none',
  );
  await scenario.key('Escape');
  await expect(page.getByRole('region', { name: 'Its twin' })).toBeVisible();
});

test('on paper every step is plain, and the drawing is whole', async ({ scenario, page }) => {
  await page.setViewportSize({ width: 1032, height: 704 });
  await scenario.open('/lab/dedup-window?step=0&present');
  await page.emulateMedia({ media: 'print' });
  const faint = await scenario.drawing.locator('[data-entry], [data-entry] *').evaluateAll(
    (elements) =>
      elements.filter((element) => {
        const { opacity, fillOpacity, strokeOpacity } = getComputedStyle(element);
        return [opacity, fillOpacity, strokeOpacity].some((each) => Number(each) < 1);
      }).length,
  );
  expect(faint).toBe(0);
  // What is counted beside a run that is drawn to its end is counted at its end.
  await expect(scenario.actual).toBeHidden();
  await expect(page.getByText('expected 1, actual 2')).toBeVisible();
  const hidden = await scenario.drawing.evaluate((svg) => {
    const around = svg.closest('main')?.getBoundingClientRect();
    return svg.getBoundingClientRect().bottom - (around?.bottom ?? 0);
  });
  expect(hidden).toBeLessThanOrEqual(0);
});

/** How many colours a picture has. */
const coloursOf = (page: Page, base64: string): Promise<number> =>
  page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const ink = canvas.getContext('2d');
    if (!ink) throw new Error('there is no canvas');
    ink.drawImage(image, 0, 0);
    const { data } = ink.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, base64);
