import type { Page } from '@playwright/test';

import { inBrowser, isDrawn } from '../site-in-browser.ts';

import { addressOf, type Drawing, fileOf } from './drawings.ts';

/** Takes drawings out of the built pages, which draw them. By the names of their files. */
export function drawAll(
  browserPath: string,
  drawings: readonly Drawing[],
): Promise<ReadonlyMap<string, string>> {
  return inBrowser(async (browser, url) => {
    const drawn = new Map<string, string>();
    for (const drawing of drawings) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(new URL(addressOf(drawing), url).href);
      const svg = await takeDrawing(page, drawing.name);
      drawn.set(fileOf(drawing), svg);
      process.stdout.write(`${drawing.name}: ${(svg.length / 1000).toFixed(1)} kB\n`);
      await page.close();
    }
    return drawn;
  }, browserPath);
}

async function takeDrawing(page: Page, name: string): Promise<string> {
  await isDrawn(page);
  const figure = page.locator('.diagram').first();
  const fingerprint = (await figure.getAttribute('data-drawn')) ?? '';
  const svg = await figure.locator('svg').evaluate((element) => {
    for (const drawn of element.querySelectorAll('[data-now], [data-ahead]')) {
      drawn.removeAttribute('data-now');
      drawn.removeAttribute('data-ahead');
    }
    // A page that was built with this very drawing has it there already.
    element.removeAttribute('data-fingerprint');
    return { id: element.id, text: element.outerHTML };
  });
  const own = svg.text
    .replaceAll(svg.id, `drawing-${name.replaceAll('.', '-')}`)
    .replace('<svg ', `<svg data-fingerprint="${fingerprint}" `);
  return `${own}\n`;
}
