import { type BrowserContext, expect, test as base } from '@playwright/test';

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
