import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './scripts/find-browser';
import { BROWSER_RESULTS } from './scripts/results';

const PORT = Number(process.env['E2E_PORT'] ?? 3100);
const PHONE_SPECS = '**/*.phone.spec.ts';
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  // Tests share nothing but the server, so long files need not make a worker wait.
  fullyParallel: true,
  outputDir: 'test-results/browser',
  forbidOnly: Boolean(process.env['CI']),
  // A test that fails sometimes is a fault to mend, here as in the app: nothing is tried twice.
  retries: 0,
  workers: 2,
  // What is slow is found by benchmarks. Here a machine that stands still for a while must not be taken for a fault.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: BROWSER_RESULTS }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // It fetches the whole site; the test of it lets it.
    serviceWorkers: 'block',
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: { args: [...BROWSER_ARGS], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `npx tsx scripts/serve.ts --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    // A server that already runs may show another build than the one under test.
    reuseExistingServer: false,
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: PHONE_SPECS,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: PHONE_SPECS,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
