import {
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  test as base,
} from '@playwright/test';

import { PAGE_STARTED } from '@/components/chrome/page-started';

import { ScenarioPage } from './scenario-page';

export { expect, ScenarioPage };

interface Fixtures {
  readonly scenario: ScenarioPage;
  /** Everything that went wrong so far in any page or frame; a test ends well only if it is empty. */
  readonly trouble: string[];
}

/** A test that fails by what its pages throw or log as an error, and by any call to another host. */
export const test = base.extend<Fixtures>({
  trouble: [
    async ({ context }, use) => {
      await context.addInitScript((name) => {
        addEventListener(name, () => document.documentElement.setAttribute('data-has-started', ''));
      }, PAGE_STARTED);
      const trouble = collectTrouble(context);
      await use(trouble);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
  scenario: async ({ page }, use) => {
    await use(new ScenarioPage(page));
  },
});

/**
 * Opens a page and waits until its scripts are at work. They are asked for after the first paint, so on a busy machine
 * page and network may rest before that.
 */
export async function openStarted(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('[data-has-started]').waitFor({ state: 'attached' });
}

/** Keeps the scripts of all pages on their way until the answer is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

/** Notes all that an element says from now on, however short; gives a function that tells it. */
export async function record(element: Locator): Promise<() => Promise<readonly string[]>> {
  await element.evaluate((node) => {
    const said = new Set<string>();
    Object.assign(node, { said });
    new MutationObserver(() => said.add(node.textContent)).observe(node, {
      ...{ subtree: true, childList: true, characterData: true },
    });
  });
  return () => element.evaluate((node) => [...(node as unknown as { said: Set<string> }).said]);
}

const OWN_HOST = '127.0.0.1';

function collectTrouble(context: BrowserContext): string[] {
  const trouble: string[] = [];
  context.on('weberror', (error) => trouble.push(`thrown: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error')
      trouble.push(`logged: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== OWN_HOST) {
      trouble.push(`another host: ${request.url()}`);
    }
  });
  return trouble;
}
