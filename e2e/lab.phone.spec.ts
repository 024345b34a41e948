import { expect, type Page } from '@playwright/test';

import { catalogue, stages } from '@/simulations/catalogue';

import { someScenarios } from './some-scenarios';
import { test } from './test';

const PAGES = [
  '/',
  '/map',
  ...stages.map((stage) => `/embed/map/${stage}`),
  ...someScenarios.flatMap(({ slug }) => [`/lab/${slug}`, `/embed/${slug}`]),
  '/lab/lost-response?panel=machines',
  '/lab/lost-response?panel=state',
  '/lab/lost-response?panel=transcript',
  '/lab/lost-response?panel=lesson',
  '/lab/lost-response?twin=key.per-intent',
  '/lab/lost-response?present',
  `/lab/lost-response?colour=${'x'.repeat(200)}`,
  '/no-such-page',
];

/** What sticks out of the page to its right, by its words. */
const outsiders = (page: Page, width: number) =>
  page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 30)}`)
      .slice(0, 5);
  }, width);

test('no page scrolls sideways on a phone or on the smallest screen', async ({ page, trouble }) => {
  test.slow();
  for (const path of PAGES) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const [width, height] of [
      [390, 844],
      [320, 568],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await outsiders(page, width), `${path} at ${width} px`).toEqual([]);
      expect(await page.evaluate(() => window.innerWidth), path).toBe(width);
    }
  }
  // The missing page is missing.
  forgive(trouble, /404/);
});

test('no scenario scrolls sideways on the smallest screen', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 568 });
  for (const { slug } of catalogue) {
    await page.goto(`/lab/${slug}`);
    expect(await outsiders(page, 320), slug).toEqual([]);
  }
});

test('Tab comes to the run before the knobs, as they stand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/lab/lost-response');
  const knows = await page.evaluate(() => CSS.supports('reading-flow', 'flex-visual'));
  test.skip(!knows, 'this browser goes by the order of the markup, where the knobs come first');
  await page.getByRole('button', { name: /^Present/ }).focus();
  const order: string[] = [];
  while (order.length < 60 && !order.includes('knobs')) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        if (at?.matches('.scrubber')) return 'steps';
        if (at?.closest('fieldset')) return 'knobs';
        return '';
      }),
    );
  }
  expect(order.filter((at) => at !== '')).toEqual(['steps', 'knobs']);
});

function forgive(trouble: string[], what: RegExp): void {
  const kept = trouble.filter((line) => !what.test(line));
  trouble.splice(0, trouble.length, ...kept);
}

test('the transport is within reach wherever the reader is', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?step=0');
  const forward = scenario.button('Step forward');
  await expect(forward).toBeInViewport({ ratio: 1 });
  await forward.tap();
  await scenario.stands(1, 10);
  // All is there that makes the page longer.
  await expect(scenario.prevention.getByRole('link').first()).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(forward).toBeInViewport({ ratio: 1 });
  await forward.tap();
  await scenario.stands(2, 10);
  // Nothing at the end of the page lies under it for good.
  const [last, transport] = await Promise.all([
    scenario.page.getByRole('complementary').last().boundingBox(),
    scenario.transport.boundingBox(),
  ]);
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((transport?.y ?? 0) + 1);
});

test('what can be pressed is large enough for a finger', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?panel=transcript');
  await expect(scenario.line(1)).toBeVisible();
  await expect(scenario.why.getByRole('link').first()).toBeVisible();
  const small = await page
    .locator('button, a[href], select, label:has(input)')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // Links within a sentence are as high as its lines.
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ element }) => element.textContent),
    );
  expect(small).toEqual([]);
});

test('a message is tapped and lost', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response?key=per-intent');
  await scenario.words(2).first().tap();
  await expect(scenario.menu).toBeInViewport({ ratio: 1 });
  await scenario.menu.getByRole('button', { name: 'Lose this message' }).tap();
  await expect(scenario.directives).toHaveText(['lose.client-api.1', 'lose.api-client.1']);
  await expect(page).toHaveURL(/script=lose\.client-api\.1~/);
});

test('a menu is put away by a tap beside it', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await scenario.words(3).first().tap();
  await expect(scenario.menu).toBeVisible();
  await page.touchscreen.tap(8, 8);
  await expect(scenario.menu).toBeHidden();
});

test('knobs are turned and panels read by touch', async ({ scenario, page }) => {
  await scenario.open('/lab/lost-response');
  await page.locator('label', { hasText: 'one per purchase' }).tap();
  await scenario.isDrawn();
  await expect(scenario.actual).toHaveText('1');
  await scenario.tab('Transcript').tap();
  await expect(scenario.line(1)).toBeVisible();
});

test('the present step is in sight with its caption, without scrolling the page', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/checkout-saga?step=0');
  const [caption, forward] = [page.getByTestId('caption'), scenario.button('Step forward')];
  // The transport lies over what is behind it.
  const top = (await forward.boundingBox())?.y ?? 0;
  for (let step = 1; step <= 14; step += 1) await forward.tap();
  await scenario.stands(14, 18);
  await expect(caption).toBeInViewport({ ratio: 1 });
  const words = page.locator('.diagram text[data-now]').first();
  await expect(words).toBeInViewport({ ratio: 1 });
  const box = await words.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(top);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('the transcript is part of the page here, and a step scrolls neither', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/dedup-window?panel=transcript&step=0');
  for (let step = 1; step <= 12; step += 1) await scenario.button('Step forward').tap();
  await scenario.stands(12, await scenario.length());
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

for (const [what, path, name] of [
  ['a statechart', '/lab/lost-response?panel=machines', 'Statechart'],
  ['code', '/lab/check-then-act?panel=code', /code; the marked lines/],
] as const) {
  test(`${what} that is too wide scrolls by itself, and shows that it does`, async ({
    scenario,
    page,
  }) => {
    await scenario.open(path);
    const frame = page.getByLabel(name).first();
    await expect.poll(() => frame.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
    await expect(frame).toHaveCSS('background-image', /gradient/);
    expect(await outsiders(page, 390)).toEqual([]);
  });
}

test('a table of state has the same sign, on the ground of the page', async ({
  scenario,
  page,
}) => {
  await scenario.open('/lab/lost-response?key=per-intent&panel=state');
  const frame = scenario.panel.getByRole('group').first();
  await expect(frame).toHaveCSS('background-image', /gradient/);
  await expect(frame).toHaveCSS(
    'background-color',
    await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
  );
});
