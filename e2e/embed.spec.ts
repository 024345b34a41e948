import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

import { heard, type HostPage, startHost } from './host-page';
import { holdScripts, record, ScenarioPage, test } from './test';

let host: HostPage;

test.beforeAll(async () => {
  host = await startHost();
});

test.afterAll(() => {
  host.close();
});

async function openHost(page: Page, baseURL: string | undefined, path: string) {
  await page.goto(host.urlOf(`${baseURL ?? ''}${path}`));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-now], [data-ahead]').first()).toBeAttached();
  return frame;
}

const press = (frame: FrameLocator, name: string) => frame.getByRole('button', { name }).click();

const progress = (frame: FrameLocator) => frame.getByTestId('progress');

test('a run works in a narrow sandboxed frame, without storage', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '/embed/lost-response');
  const inner = page.frames()[1];
  expect(
    await inner?.evaluate(() => {
      try {
        return localStorage.length;
      } catch {
        return 'blocked';
      }
    }),
  ).toBe('blocked');
  await press(frame, 'To the start');
  await expect(progress(frame)).toContainText(/^0 of 10/);
  await press(frame, 'Step forward');
  await expect(progress(frame)).toContainText(/^1 of 10/);
  await expect(frame.getByTestId('caption')).toHaveText(/presses Pay once/);
  await press(frame, 'To the end');
  await expect(progress(frame)).toContainText(/^10 of 10/);
  expect(
    await inner?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('a step can be changed in it', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '/embed/lost-response?key=per-intent');
  await expect(progress(frame)).toContainText(/^14 of 14/);
  const figure = frame.locator('[data-wanted]');
  await expect
    .poll(() => figure.evaluate(({ dataset }) => dataset['drawn'] === dataset['wanted']))
    .toBe(true);
  const words = frame.locator('text.messageText[data-entry="1"]');
  await words.first().click();
  await frame.getByRole('button', { name: 'Lose this message' }).click();
  await expect.poll(() => words.allTextContents().then((all) => all.join(' '))).toContain('lost');
});

test('a step can be changed in it by keyboard, unless it is locked', async ({ scenario }) => {
  await scenario.open('/embed/lost-response?from=4&to=8&step=4');
  await scenario.button('Change step 4').press('Enter');
  await expect(scenario.menu).toHaveAccessibleName('Step 4');
  await scenario.key('Escape');
  await scenario.press('Step back');
  await expect(scenario.progress).toContainText(/^before steps 4 to 8/);
  await expect(scenario.button(/^Change step/)).toHaveCount(0);
  await scenario.open('/embed/lost-response?lock&step=4');
  await expect(scenario.button(/^Change step/)).toHaveCount(0);
});

test('it neither takes the focus nor scrolls the page around it', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '/embed/lost-response?speed=4&step=0');
  const search = page.getByRole('textbox', { name: 'Search' });
  await expect(search).toBeFocused();
  await page.evaluate(() => {
    window.scrollTo(0, 200);
    document.querySelector('iframe')?.contentWindow?.postMessage('slide:start', '*');
  });
  await expect(progress(frame)).toContainText(/^10 of 10/);
  await expect(search).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(200);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test('what a deck says to it before it has started is heard when it has', async ({
  page,
  baseURL,
}) => {
  const start = await holdScripts(page);
  const address = `${baseURL ?? ''}/embed/lost-response?speed=4&step=0`;
  await page.goto(host.urlOf(address), { waitUntil: 'commit' });
  const frame = page.frameLocator('iframe');
  await expect(progress(frame)).toBeVisible();
  const told = await record(progress(frame));
  await page.evaluate(() => {
    document.querySelector('iframe')?.contentWindow?.postMessage('slide:start', '*');
  });
  start();
  await expect.poll(told).toContainEqual(expect.stringMatching(/^5 of 10/));
  await expect(progress(frame)).toContainText(/^10 of 10/);
});

test('it says how tall it would like to be, and which keys it has no use for', async ({
  page,
  baseURL,
}) => {
  const frame = await openHost(page, baseURL, '/embed/lost-response');
  await expect
    .poll(() => heard(page))
    .toContainEqual({ type: 'idempotency-lab:height', height: expect.any(Number) as unknown });
  await press(frame, 'Step back');
  await page.keyboard.press('ArrowRight');
  await expect(progress(frame)).toContainText(/^10 of 10/);
  expect(await heard(page)).not.toContainEqual(expect.objectContaining({ key: 'ArrowRight' }));
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => heard(page))
    .toContainEqual({ type: 'idempotency-lab:key', key: 'ArrowRight' });
});

test('it can show a part of a run', async ({ scenario }) => {
  await scenario.open('/embed/lost-response?from=4&to=8');
  await scenario.press('To the start');
  await expect(scenario.progress).toContainText(/^before steps 4 to 8\b/);
  await scenario.press('Step forward');
  // As in the diagram: its step 4.
  await expect(scenario.progress).toContainText(/^step 4, of steps 4 to 8\b/);
  await expect(scenario.scrubber).toHaveAttribute('aria-valuetext', 'step 4, of steps 4 to 8');
  await expect(scenario.caption).toHaveText('Card provider answers api: charged.');
  await scenario.press('To the end');
  await expect(scenario.caption).toHaveText(/The card is charged again/);
});

test('a shade is at an edge behind which there is more, and at no other', async ({
  page,
  scenario,
}) => {
  for (const [width, edges] of [
    [720, [false, false]],
    [420, [false, true]],
  ] as const) {
    await page.setViewportSize({ width, height: 759 });
    // It may scroll by itself as it starts.
    await scenario.open('/embed/lost-response');
    const region = page.getByRole('region', { name: 'Diagram' });
    expect(await region.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(edges[1]);
    expect(await shadedEdges(page, region)).toEqual(edges);
    await region.evaluate((box) => box.scrollTo(box.scrollWidth, 0));
    expect(await shadedEdges(page, region)).toEqual([edges[1], false]);
  }
});

test('on paper all of its drawing is in the frame', async ({ page, scenario }) => {
  await page.setViewportSize({ width: 360, height: 560 });
  await scenario.open('/embed/redelivery');
  await page.emulateMedia({ media: 'print' });
  const [drawing, frame] = await scenario.drawing.evaluate((svg) =>
    [svg, svg.closest('[data-scrolls]')].map((element) => {
      const { top, bottom, left, right } = element?.getBoundingClientRect() ?? new DOMRect();
      return { top, bottom, left, right };
    }),
  );
  expect(drawing?.bottom).toBeLessThanOrEqual(frame?.bottom ?? 0);
  expect(drawing?.right).toBeLessThanOrEqual(frame?.right ?? 0);
  expect(drawing?.top).toBeGreaterThanOrEqual(frame?.top ?? 0);
  expect(drawing?.left).toBeGreaterThanOrEqual(frame?.left ?? 0);
});

test('a part that ends before it begins is refused for what it is', async ({ page, scenario }) => {
  await scenario.open('/embed/lost-response?from=8&to=2');
  await expect(page.getByText('This run has no steps from 8 to 2')).toBeVisible();
  await expect(page.getByText('can’t be read')).toHaveCount(0);
});

test('nothing is presented within another page', async ({ scenario }) => {
  await scenario.open('/embed/lost-response?present');
  await scenario.stands(10, 10);
});

test('locked, nothing but the transport can be used', async ({ page, scenario }) => {
  await scenario.open('/embed/lost-response?lock');
  await scenario.words(2).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await scenario.press('Step back');
  await scenario.stands(9, 10);
});

for (const [scheme, theme] of [
  ['dark', 'light'],
  ['light', 'dark'],
] as const) {
  test(`it is ${theme} for a host that wants it so, whatever the reader’s system`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ colorScheme: scheme, baseURL: baseURL ?? '' });
    const scenario = new ScenarioPage(await context.newPage());
    const ground = () =>
      scenario.page.getByRole('main').evaluate((main) => getComputedStyle(main).backgroundColor);
    await scenario.open('/embed/lost-response');
    const usual = await ground();
    await scenario.open(`/embed/lost-response?theme=${theme}`);
    expect(await ground()).not.toBe(usual);
    await context.close();
  });
}

/** Whether the left and the right edge of a box are darker than its ground, at a height at which nothing is drawn there. */
async function shadedEdges(page: Page, box: Locator): Promise<readonly boolean[]> {
  const { x, y, width } = (await box.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const clips = [x, x + width - 2].map((left) => ({ x: left, y: y + 2, width: 2, height: 2 }));
  const pictures: string[] = [];
  for (const clip of clips) {
    pictures.push((await page.screenshot({ clip })).toString('base64'));
  }
  return page.evaluate(async (pictures) => {
    const context = document.createElement('canvas').getContext('2d');
    const lightness: number[] = [];
    for (const picture of pictures) {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      context?.drawImage(image, 0, 0);
      lightness.push(context?.getImageData(1, 1, 1, 1).data[0] ?? 0);
    }
    return lightness.map((each) => each < 250);
  }, pictures);
}
