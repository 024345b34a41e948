import { expect } from '@playwright/test';

import { tools } from '@/simulations/tools/registry';

import { test } from './test';
import { open } from './tool-page';

test('no tool is wider than a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  const queries = ['', '?kind=timestamp&retry=300ms', '?value=%22ü', '?attempts=20&layers=6'];
  for (const path of ['', ...tools.flatMap(({ slug }) => queries.map((query) => slug + query))]) {
    await open(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
  }
});

test('a wide table is read as cards, and is a table all the same', async ({ page }) => {
  await page.goto('/tools/systems');
  const row = page.getByRole('row', { name: /^Stripe API v1/ });
  await expect(row.getByRole('cell').filter({ hasText: 'at least 24 h' })).toBeVisible();
  const box = await row.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(390);
});

test('retries: where the drawing is hidden, nothing speaks of its dots', async ({ page }) => {
  await page.goto('/tools/retries');
  await expect(page.getByRole('table', { name: 'When each attempt starts' })).toBeVisible();
  await expect(page.getByText('The dots are one example')).toBeHidden();
});
