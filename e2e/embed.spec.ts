import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, type FrameLocator, type Page } from '@playwright/test';

import { ScenarioPage, test } from './test';

// A page of somebody else's, on another origin, which gives the frame scripts and nothing else.

let host: Server;

test.beforeAll(async () => {
  host = createServer((request, response) => {
    const src = new URL(request.url ?? '/', 'http://host').searchParams.get('src') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><html lang="en"><title>A course</title>
      <label>Search <input autofocus></label><p style="height: 60vh">A chapter.</p>
      <iframe sandbox="allow-scripts" width="360" height="560" title="Lab" src="${src}"></iframe>
      <p style="height: 100vh">The next chapter.</p>
      <script>heard = []; onmessage = ({ data }) => heard.push(data)</script></html>`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});

test.afterAll(() => {
  host.close();
  host.closeAllConnections();
});

async function openHost(page: Page, baseURL: string | undefined, path: string) {
  const { port } = host.address() as AddressInfo;
  const src = encodeURIComponent(`${baseURL ?? ''}${path}`);
  await page.goto(`http://127.0.0.1:${port}/?src=${src}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-now], [data-ahead]').first()).toBeAttached();
  return frame;
}

const press = (frame: FrameLocator, name: string) => frame.getByRole('button', { name }).click();

const progress = (frame: FrameLocator) => frame.getByTestId('progress');

const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { type: string }[] }).heard);

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
  await frame.locator('text.messageText[data-entry="1"]').click();
  await frame.getByRole('button', { name: 'Lose this message' }).click();
  await expect(frame.locator('text.messageText[data-entry="1"]')).toContainText('lost');
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
  await scenario.stands(0, 5);
  await scenario.press('Step forward');
  await expect(scenario.caption).toHaveText('Card provider answers api: charged.');
  await scenario.press('To the end');
  await expect(scenario.caption).toHaveText(/The card is charged again/);
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
