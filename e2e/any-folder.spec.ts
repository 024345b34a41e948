import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { listFiles } from '@/scripts/list-files';
import { type RunningServer, startServer } from '@/scripts/static-server';

// The export must work wherever somebody puts it: at a root, in a folder, in a sandboxed frame.

/** One page of each kind; the pages of a kind are built alike. */
function pageOfEachKind(): string[] {
  const pages = listFiles('out').filter((file) => file.endsWith('.html') && !file.startsWith('_'));
  const kinds = new Map(
    pages.map((file) => [file.includes('/') ? file.replace(/[^/]*$/, '') : file, file]),
  );
  return [...kinds.values()]
    .filter((file) => file !== '404.html')
    .map((file) => file.replace(/(^index)?\.html$/, ''));
}

function collectTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('requestfailed', (request) => {
    // The page was left before it had come.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      trouble.push(`failed: ${request.url()}`);
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return trouble;
}

/** React marks the nodes that it has taken over. */
function isHydrated(): boolean {
  return Object.keys(document.body).some((key) => key.startsWith('__reactFiber'));
}

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer({ port: 0, dir: 'out', base: '/some/sub/path' });
});

test.afterAll(async () => {
  await server.close();
});

test('pages load and come alive in a folder, and their links stay in it', async ({ page }) => {
  const trouble = collectTrouble(page);
  for (const path of pageOfEachKind()) {
    await test.step(path || 'index', async () => {
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      await expect.poll(() => page.evaluate(isHydrated)).toBe(true);
      const links = await page.evaluate(() => Array.from(document.links, ({ href }) => href));
      const own = links.filter((link) => new URL(link).origin === new URL(server.url).origin);
      for (const link of new Set(own.map((address) => address.replace(/#.*/s, '')))) {
        const { status } = await fetch(link);
        expect(status, `${path} links to ${link}`).toBe(200);
      }
    });
  }
  expect(trouble).toEqual([]);
});

test('all schedules are searched in a folder, by a worker', async ({ page }) => {
  const trouble = collectTrouble(page);
  await page.goto(`${server.url}lab/lost-response`);
  await expect(page.getByTestId('verdict')).toContainText('A duplicate is reachable in 6 steps.');
  expect(page.workers().length).toBeGreaterThan(0);
  expect(trouble).toEqual([]);
});

test('an unknown address shows the not-found page, however deep it lies', async ({ page }) => {
  const response = await page.goto(`${server.url}lab/no/such/page`);
  expect(response?.status()).toBe(404);
  await expect.poll(() => page.evaluate(isHydrated)).toBe(true);
  expect(await page.evaluate(() => document.baseURI)).toBe(server.url);
});

test('a missing page of a folder of the site asks for nothing that isn’t there', async ({
  page,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  for (const path of ['lab/nope', 'embed/nope', 'embed/map/nope']) {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    await expect.poll(() => page.evaluate(isHydrated)).toBe(true);
    expect(missing.splice(0)).toEqual([server.url + path]);
  }
});

test('a missing frame is a sentence and a way to the site, without the site around it', async ({
  page,
}) => {
  await page.goto(`${server.url}embed/nope`);
  await expect.poll(() => page.evaluate(isHydrated)).toBe(true);
  await expect(page.getByText('There is nothing to show at this address.')).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const link = page.getByRole('link');
  await expect(link).toHaveAttribute('target', '_blank');
  expect(await link.evaluate((a: HTMLAnchorElement) => a.href)).toBe(`${server.url}#scenarios`);
  await page.goto(`${server.url}lab/nope`);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByText('There is nothing to show at this address.')).toBeHidden();
});

test.describe('in a sandboxed frame of another site', () => {
  let host: Server;

  test.beforeAll(async () => {
    host = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').searchParams.get('path') ?? '';
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(`<iframe sandbox="allow-scripts" src="${server.url}${path}"></iframe>`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  });

  test.afterAll(() => {
    host.close();
    host.closeAllConnections();
  });

  test('pages load and come alive', async ({ page }) => {
    const trouble = collectTrouble(page);
    const { port } = host.address() as AddressInfo;
    for (const path of pageOfEachKind()) {
      await test.step(path || 'index', async () => {
        const address = `http://127.0.0.1:${port}/?path=${encodeURIComponent(path)}`;
        await page.goto(address, { waitUntil: 'networkidle' });
        const frame = page.frames()[1];
        expect(await frame?.evaluate(() => self.origin)).toBe('null');
        await expect.poll(() => frame?.evaluate(isHydrated)).toBe(true);
      });
    }
    expect(trouble).toEqual([]);
  });

  test('a missing page looks like the site', async ({ page }) => {
    const { port } = host.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?path=embed/nope`, { waitUntil: 'networkidle' });
    const frame = page.frames()[1];
    await expect.poll(() => frame?.evaluate(isHydrated)).toBe(true);
    const sentence = page.frameLocator('iframe').getByText('There is nothing to show');
    await expect(sentence).toBeVisible();
    expect(await sentence.evaluate((p) => getComputedStyle(p).fontFamily)).toContain('sans');
  });

  test('all schedules are searched', async ({ page }) => {
    const trouble = collectTrouble(page);
    const { port } = host.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?path=lab/lost-response`);
    const verdict = page.frameLocator('iframe').getByTestId('verdict');
    await expect(verdict).toContainText('A duplicate is reachable in 6 steps.');
    expect(trouble).toEqual([]);
  });
});
