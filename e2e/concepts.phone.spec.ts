import { expect } from '@playwright/test';

import { readings } from '@/simulations/concepts/readings/readings';

import { test } from './test';

test('no page scrolls sideways at 320 px, with every answer open', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['/concepts', ...readings.map(({ slug }) => `/concepts/${slug}`)]) {
    await page.goto(path);
    const beyond = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.documentElement.scrollWidth - window.innerWidth;
    });
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test('what is looked for is in sight at once', async ({ page }) => {
  await page.goto('/concepts');
  const box = page.getByRole('searchbox', { name: 'Find' });
  await box.tap();
  await box.fill('webhook');
  await expect(page.locator('[data-concept]').filter({ visible: true }).first()).toBeInViewport();
});
