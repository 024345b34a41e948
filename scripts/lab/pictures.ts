import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { inBrowser, isDrawn } from '../site-in-browser.ts';

/** The pictures that the page of this address lets its reader download, so they can't differ from what is seen. */
export async function takePictures(
  browserPath: string,
  address: string,
  theme: 'light' | 'dark',
): Promise<{ readonly svg: Buffer; readonly png: Buffer }> {
  return inBrowser(async (browser, url) => {
    const page = await browser.newPage({
      ...{ viewport: { width: 1440, height: 900 }, colorScheme: theme, serviceWorkers: 'block' },
    });
    await page.goto(new URL(address, url).href);
    await isDrawn(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const svg = await download(page, 'Download SVG');
    return { svg, png: await download(page, 'Download PNG') };
  }, browserPath);
}

async function download(page: Page, name: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFile(await (await saved).path());
}
