import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { BROWSER_ARGS, ensureBrowser } from '../find-browser.ts';
import { startServer } from '../static-server.ts';

import { BadInput } from './arguments.ts';

const SITE = path.join(import.meta.dirname, '..', '..', 'out');

/** The pictures that the page of this address lets its reader download, so they can't differ from what is seen. */
export async function takePictures(
  address: string,
  theme: 'light' | 'dark',
): Promise<{ readonly svg: Buffer; readonly png: Buffer }> {
  if (!existsSync(path.join(SITE, 'index.html'))) {
    throw new BadInput('there is no site in out/ to take pictures of; `npm run build` makes it');
  }
  const server = await startServer({ port: 0, dir: SITE });
  const browser = await chromium.launch({
    ...{ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] },
  });
  try {
    const page = await browser.newPage({
      ...{ viewport: { width: 1440, height: 900 }, colorScheme: theme, serviceWorkers: 'block' },
    });
    await page.goto(new URL(address, server.url).href);
    await page.waitForFunction(() => {
      const drawn = document.querySelector<HTMLElement>('.diagram')?.dataset;
      return drawn?.['drawn'] !== undefined && drawn['drawn'] === drawn['wanted'];
    });
    // Marks of steps say that the page shows the step of its address.
    await page.locator('.diagram [data-now], .diagram [data-ahead]').first().waitFor({
      state: 'attached',
    });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const svg = await download(page, 'Download SVG');
    return { svg, png: await download(page, 'Download PNG') };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function download(page: Page, name: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFile(await (await saved).path());
}
