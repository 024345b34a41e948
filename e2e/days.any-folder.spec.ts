import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, type Page, test } from '@playwright/test';

import { type RunningServer, startServer } from '@/scripts/static-server';

// A worker is one file more that must be found wherever the export lies.

const PATH = 'lab/check-then-act?panel=days';
let server: RunningServer;
let host: Server;

test.beforeAll(async () => {
  server = await startServer({ port: 0, dir: 'out', base: '/some/sub/path' });
  host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      `<iframe sandbox="allow-scripts" width="1200" height="800" src="${server.url}${PATH}"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});

test.afterAll(async () => {
  host.close();
  host.closeAllConnections();
  await server.close();
});

test('a worker lives through the days in a folder', async ({ page }) => {
  const { workers, trouble } = watch(page);
  await page.goto(server.url + PATH);
  await expect(page.getByTestId('harmed')).toHaveText('755');
  expect(workers.length).toBeGreaterThan(0);
  expect(trouble).toEqual([]);
});

test('and in a sandboxed frame of another site', async ({ page }) => {
  const { trouble } = watch(page);
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await expect(page.frameLocator('iframe').getByTestId('harmed')).toHaveText('755');
  expect(trouble).toEqual([]);
});

// Helpers

function watch(page: Page) {
  const workers: string[] = [];
  const trouble: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return { workers, trouble };
}
