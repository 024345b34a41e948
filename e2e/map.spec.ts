import { expect, type Page } from '@playwright/test';

import { catalogue, scenariosOn, stages } from '@/simulations/catalogue';

import { heard, type HostPage, startHost } from './host-page';
import { openStarted, test } from './test';

/** Words that only the search, and the machines that it searches, hold. */
const OF_THE_EXPLORER = ['A search found', 'untimedStatesMax'];
const OF_MACHINES = 'xstate.init';

const breaksBefore = (all: Element[]) => all.map((one) => getComputedStyle(one).breakBefore);
/** A4, in points. */
const SIDEWAYS = /\[0 0 84\d[.\d]* 59\d[.\d]*\]/;

/** The size of each sheet that a page is printed on. */
async function paperOf(page: Page): Promise<readonly string[]> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? [];
}

const mapOf = (page: Page, stage: string) => page.getByRole('table', { name: stage });
const outcomes = (page: Page) =>
  page.getByRole('table').getByRole('link', { name: /See it in the lab\.$/ });

test('from the header to the map, and from a red cell to the duplicate in the lab', async ({
  page,
  scenario,
}) => {
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Safety map' }).click();
  await expect(page).toHaveURL(/\/map$/);
  const cell = outcomes(page).filter({ hasText: 'duplicate.client-api.1' }).first();
  // What has to happen is in its name; for the eye there is how much of it, and on paper the script.
  await expect(cell.getByText('1 directive', { exact: true })).toBeVisible();
  await expect(cell.getByText('duplicate.client-api.1')).toBeHidden();
  await expect(cell).toHaveAccessibleName(
    'Duplicate by 1 doubled message, with idempotency key: none: double the 1st message from client to api. See it in the lab.',
  );
  await cell.click();
  await expect(page).toHaveURL(/\/lab\/lost-response\?script=duplicate\.client-api\.1$/);
  await scenario.isReady();
  await scenario.hasOutcome('duplicate');
  await expect(scenario.actual).toHaveText('2');
  await expect(scenario.directives).toHaveText(['duplicate.client-api.1']);
});

test('a cell of other settings opens with these', async ({ page, scenario }) => {
  await page.goto('/map');
  await outcomes(page).filter({ hasText: 'stuck' }).first().click();
  await expect(page).toHaveURL(/\/lab\/lost-response\?key=per-intent&script=crash\.api\.1$/);
  await scenario.isReady();
  await scenario.hasOutcome('stuck');
});

test('the table has a name, and a header for each row and column', async ({ page }) => {
  await page.goto('/map');
  const table = mapOf(page, 'HTTP API');
  await expect(table.getByRole('columnheader')).toHaveText([
    ...[/^Defences$/, /^lost request/, /^lost reply/, /^doubled message/],
    ...[/^crash/, /^slow back end/, /^late messages/, /^overall/],
  ]);
  await expect(table.locator('th[scope=rowgroup] h3 a')).toHaveText(
    scenariosOn('http-api').map(({ title }) => title),
  );
  await expect(
    table.getByRole('rowheader', { name: 'Idempotency key: none' }).first(),
  ).toBeVisible();
  await expect(table.getByText('None of the five, in 255 states.').first()).toBeAttached();
});

for (const path of ['/map', '/embed/map/http-api']) {
  test(`outcomes come in order by keyboard on ${path}, and none hides under a header`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 900, height: 500 });
    await page.goto(path);
    // Every outcome, on the way down and on the way back up, where the headers are in the way.
    const hidden = await outcomes(page).evaluateAll((links: readonly HTMLElement[]) =>
      [...links, ...links.toReversed()].flatMap((link) => {
        link.focus();
        const { left, right, y, height } = link.getBoundingClientRect();
        // A browser is content with a part of it.
        const x = (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2;
        const isOnTop = link.contains(document.elementFromPoint(x, y + height / 2));
        return isOnTop && document.activeElement === link ? [] : [link.innerText];
      }),
    );
    expect(hidden).toEqual([]);
    await outcomes(page).first().focus();
    await page.keyboard.press('Tab');
    await expect(outcomes(page).nth(1)).toBeFocused();
  });
}

test('neither the search nor the machines reach the browser', async ({ page }) => {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  for (const path of ['/map', '/embed/map/http-api']) {
    await openStarted(page, path);
    await page.waitForLoadState('networkidle');
  }
  expect(scripts.size).toBeGreaterThan(0);
  // Asked for anew: the browser does not give out every body that it has received.
  const bodies = [...scripts].map(async (url) => (await page.request.get(url)).text());
  const all = (await Promise.all(bodies)).join('\n');
  const leaked = [...OF_THE_EXPLORER, OF_MACHINES].filter((word) => all.includes(word));
  expect(leaked).toEqual([]);
});

test('a link and a frame can be copied', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/map');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy a link to the map: Message queue' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await copied()).toBe(`${baseURL ?? ''}/map#message-queue`);
  await page.getByRole('button', { name: 'Copy <iframe> of the map: HTTP API' }).click();
  await expect(page.getByText('<iframe> copied')).toBeVisible();
  expect(await copied()).toMatch(
    /^<iframe src="[^"]+\/embed\/map\/http-api" title="Safety map, HTTP API: Idempotency Lab" width="100%" height="\d+" loading="lazy"><\/iframe>$/,
  );
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the maps are there, and their links', async ({ page }) => {
    for (const path of ['/map', '/embed/map/http-api']) {
      await page.goto(path);
      await expect(mapOf(page, 'HTTP API')).toBeVisible();
      await expect(outcomes(page).first()).toHaveAttribute('href', /lab\/lost-response/);
      await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
    }
  });
});

test('on paper it is black on white, each stage from a new page, with nothing to scroll', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 1032, height: 704 });
  await page.goto('/map');
  const cell = outcomes(page).first();
  const colours = (target: typeof cell) =>
    target.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [color, backgroundColor];
    });
  expect(await colours(cell)).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  expect((await colours(page.locator('body')))[1]).toBe('rgb(255, 255, 255)');
  await expect(page.getByRole('navigation')).toBeHidden();
  const frames = page.locator('.map-frame');
  expect(
    await frames.evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ),
  ).toEqual(stages.map(() => 0));
  expect(await page.locator('.map-stage').evaluateAll(breaksBefore)).toEqual(
    stages.map((_, place) => (place === 0 ? 'auto' : 'page')),
  );
  // A group is kept together, unless that would leave half a page empty.
  const groups = page.locator('.map-stage tbody');
  const whole = await groups.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).breakInside === 'avoid'),
  );
  const lengths = await groups.evaluateAll((all) => all.map((one) => one.children.length));
  expect(whole.filter(Boolean).length).toBeGreaterThan(whole.length / 2);
  const shortest = Math.min(...lengths.filter((_, place) => !whole[place]));
  const longest = Math.max(...lengths.filter((_, place) => whole[place]));
  expect(longest).toBeLessThan(shortest);
  // At least a page for each stage, and one on how to read them; and no more than they fill.
  const sizes = await paperOf(page);
  expect(sizes.length).toBeGreaterThan(stages.length);
  expect(sizes.length).toBeLessThanOrEqual(22);
  for (const size of sizes) expect(size).toMatch(SIDEWAYS);
});

test('a frame of the map says what of its address it can’t read', async ({ page }) => {
  await openStarted(page, '/embed/map/http-api?theme=dark');
  await expect(mapOf(page, 'HTTP API')).toBeVisible();
  await expect(page.getByRole('status')).toHaveCount(0);
  await page.goto('/embed/map/http-api?theme=neon&key=none');
  await expect(page.getByRole('status')).toHaveText(
    '“theme=neon” can’t be read; that of the system is shown instead. This map has nothing called “key”.',
  );
});

test('a map’s own frame is printed whole, sideways', async ({ page }) => {
  await page.goto('/embed/map/http-api');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1032, height: 704 });
  const box = page.getByRole('region', { name: 'Safety map' });
  expect(
    await box.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      ...[scrollWidth - clientWidth, scrollHeight - clientHeight],
    ]),
  ).toEqual([0, 0]);
  const sizes = await paperOf(page);
  expect(sizes.length).toBeGreaterThan(2);
  for (const size of sizes) expect(size).toMatch(SIDEWAYS);
});

test.describe('in somebody else’s page', () => {
  let host: HostPage;

  test.beforeAll(async () => {
    host = await startHost();
  });

  test.afterAll(() => {
    host.close();
  });

  test('the map works in a narrow sandboxed frame and says how tall it would like to be', async ({
    page,
    baseURL,
  }) => {
    await page.goto(host.urlOf(`${baseURL ?? ''}/embed/map/http-api?theme=dark`));
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('table', { name: 'HTTP API' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Search' })).toBeFocused();
    const inner = page.frames()[1];
    expect(
      await inner?.evaluate(() => [
        document.documentElement.scrollWidth - window.innerWidth,
        document.documentElement.dataset['theme'],
      ]),
    ).toEqual([0, 'dark']);
    const heights = async () =>
      (await heard(page)).flatMap((message) =>
        'height' in message && typeof message.height === 'number' ? [message.height] : [],
      );
    await expect.poll(heights).not.toEqual([]);
    // A typeface that comes late changes how tall it is.
    await inner?.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForLoadState('networkidle');
    const height = (await heights()).at(-1) ?? 0;
    // Given what it asked for, all of it is in sight, and it asks for nothing more.
    await page.locator('iframe').evaluate((element, height) => {
      element.setAttribute('height', String(height));
    }, height);
    const room = () =>
      frame.getByRole('region', { name: 'Safety map' }).evaluate((region) => {
        // A bar for scrolling sideways may take its own height from it.
        const bar = (region as HTMLElement).offsetHeight - region.clientHeight;
        return region.scrollHeight - region.clientHeight - bar;
      });
    await expect.poll(room).toBeLessThanOrEqual(0);
    expect((await heights()).at(-1)).toBe(height);
  });

  test('a key scrolls while it can, and then goes to the deck', async ({ page, baseURL }) => {
    await page.goto(host.urlOf(`${baseURL ?? ''}/embed/map/message-queue`));
    const frame = page.frameLocator('iframe');
    const region = frame.getByRole('region', { name: 'Safety map' });
    await region.focus();
    const key = { type: 'idempotency-lab:key', key: 'ArrowRight' };
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    expect(await heard(page)).not.toContainEqual(key);
    await region.evaluate((element) => element.scrollTo(10_000, 0));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => heard(page)).toContainEqual(key);
  });
});

test('every scenario has its rows on the map of its stage', async ({ page }) => {
  await page.goto('/map');
  for (const { title, slug } of catalogue) {
    await expect(page.getByRole('table').getByRole('link', { name: title })).toHaveAttribute(
      'href',
      new RegExp(`lab/${slug}$`),
    );
  }
});
