import { existsSync } from 'node:fs';
import path from 'node:path';

import { type Browser, chromium, type Page } from '@playwright/test';

import { BROWSER_ARGS, ensureBrowser } from './find-browser.ts';
import { holdsSite, startServer } from './static-server.ts';

/** Where the build writes to. */
const SITE = path.join(import.meta.dirname, '..', 'out');

/** Why no page of a scenario can be opened, in words; null: it can. To be asked first: a browser would wait for it. */
export function whyNoPage(slug: string, site = SITE): string | null {
  if (!holdsSite(site)) return 'there is no site in out/; `npm run build` makes it';
  return existsSync(path.join(site, 'lab', `${slug}.html`))
    ? null
    : `the build in out/ does not have the scenario "${slug}"; \`npm run build\` makes one that does`;
}

/** Serves the built site and opens a browser, this one if one is given, for as long as `work` takes. Throws if there is no site. */
export async function inBrowser<Result>(
  work: (browser: Browser, url: string) => Promise<Result>,
  executablePath = ensureBrowser(),
): Promise<Result> {
  const server = await startServer({ port: 0, dir: SITE });
  try {
    const browser = await chromium.launch({
      ...{ executablePath, args: [...BROWSER_ARGS] },
    });
    return await work(browser, server.url).finally(() => browser.close());
  } finally {
    await server.close();
  }
}

/** A page shows its initial run, drawn ahead of time, until it has read its address and drawn what that wants. */
export async function isDrawn(page: Page): Promise<void> {
  // What is drawn ahead of time knows of no step.
  await page.locator('.diagram [data-now], .diagram [data-ahead]').first().waitFor({
    state: 'attached',
  });
  await page.waitForFunction(() => {
    const drawn = document.querySelector<HTMLElement>('.diagram')?.dataset;
    return drawn?.['drawn'] !== undefined && drawn['drawn'] === drawn['wanted'];
  });
}
