import { expect } from '@playwright/test';

import type { ScenarioPage } from './scenario-page';
import { test } from './test';

/** What a window of 1440 by 900 has left when its page is enlarged. */
const ENLARGED = [
  { zoom: '200 %', width: 720, height: 450 },
  { zoom: '400 %', width: 360, height: 225 },
];

/** From where to where the caption and the present step reach, and what there is of the window above the transport. */
async function spans(scenario: ScenarioPage) {
  const box = async (of: 'caption' | 'drawn' | 'heads' | 'transport') => {
    const found = {
      caption: scenario.caption,
      drawn: scenario.now.and(scenario.page.locator(':not([class^="activation"])')).first(),
      heads: scenario.drawing.locator('.heads > rect'),
      transport: scenario.transport,
    }[of];
    const { y, height } = (await found.boundingBox()) ?? { y: NaN, height: NaN };
    return { top: y, bottom: y + height };
  };
  return {
    ...{ caption: await box('caption'), drawn: await box('drawn') },
    ...{ heads: await box('heads'), transport: await box('transport') },
  };
}

for (const { zoom, width, height } of ENLARGED) {
  test.describe(`enlarged to ${zoom}`, () => {
    test.use({ viewport: { width, height } });

    test('a step by key or by button is brought into sight', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response?step=0');
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      for (const step of [1, 2, 3, 4, 5, 6]) {
        if (step % 2) await scenario.key('ArrowRight');
        else await scenario.press('Step forward');
        await scenario.stands(step, 10);
        await expect
          .poll(async () => {
            const { caption, drawn, transport } = await spans(scenario);
            return caption.top >= 0 && drawn.bottom <= transport.top;
          }, `step ${step}`)
          .toBe(true);
      }
    });

    test('a step that one goes back to is not under the heads', async ({ scenario }) => {
      await scenario.open('/lab/lost-response');
      for (const step of [9, 8, 7, 6, 5, 4, 3]) {
        await scenario.key('ArrowLeft');
        await scenario.stands(step, 10);
        await expect
          .poll(async () => {
            const { drawn, heads } = await spans(scenario);
            return drawn.top - heads.bottom;
          }, `step ${step}`)
          .toBeGreaterThanOrEqual(-2);
      }
    });

    test('a line of the transcript leaves the page where it is', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response?panel=transcript&step=0');
      await scenario.line(4).getByRole('button').first().click();
      await scenario.stands(4, 10);
      const before = await page.evaluate(() => window.scrollY);
      expect(before).toBeGreaterThan(height);
      await scenario.line(5).getByRole('button').first().click({ noWaitAfter: true });
      await scenario.stands(5, 10);
      await page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })),
      );
      await expect(scenario.line(5)).toBeInViewport();
    });
  });
}
