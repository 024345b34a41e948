import { expect, test } from '@playwright/test';

import { type RunningServer, startServer } from '@/scripts/static-server';

import { ScenarioPage } from './test';

// In a folder of its host, and with a server that goes away.
test.use({ serviceWorkers: 'allow' });

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer({ port: 0, dir: 'out', base: '/some/sub/path' });
});

test.afterAll(async () => {
  await server.close();
});

test('once visited, the site works without a network', async ({ page }) => {
  test.slow();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await server.close();

  // A page that was not visited, with settings that need a new drawing and a new search.
  const scenario = new ScenarioPage(page);
  await scenario.open(`${server.url}lab/unique-constraint?constraint=on&step=3`);
  await scenario.stands(3, await scenario.length());
  await expect(page.locator('[data-testid="verdict"][data-state="done"]')).toBeVisible();
  await scenario.button('Share').click();
  await expect(scenario.shareDialog).toBeVisible();

  await page.goto(`${server.url}map`);
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.goto(`${server.url}concepts/glossary`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${server.url}lab/no-such-scenario`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here.');
});
