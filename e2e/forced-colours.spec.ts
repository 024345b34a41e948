import { expect, type Locator } from '@playwright/test';

import { test } from './test';

// Where the system has its own few colours, neither grounds nor shadows are shown, and borders always are.

const css = (target: Locator, property: string) =>
  target.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const isClear = (colour: string) => colour.endsWith(', 0)') && colour.startsWith('rgba');

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
    });

    test('what is chosen is seen to be: a reading, a knob, a line', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response?panel=transcript&step=6');
      const ground = await css(page.locator('body'), 'background-color');
      const underline = (name: 'Code' | 'Transcript') =>
        css(scenario.tab(name), 'border-bottom-color');
      expect(await underline('Code')).toBe(ground);
      expect(await underline('Transcript')).not.toBe(ground);

      const label = (value: string) => scenario.position('Idempotency key', value).locator('..');
      const chosen = label('none');
      const other = label('one per purchase');
      expect(await css(chosen, 'background-color')).not.toBe(await css(other, 'background-color'));
      expect(await css(chosen, 'color')).not.toBe(await css(other, 'color'));

      expect(await css(scenario.line(6), 'outline-style')).toBe('solid');
      expect(await css(scenario.line(7), 'outline-style')).toBe('none');
    });

    test('of code only the lines at which somebody stands have a bar', async ({
      scenario,
      page,
    }) => {
      await scenario.open('/lab/lost-response?step=4');
      const ground = await css(page.locator('body'), 'background-color');
      const bars = await scenario.code
        .locator('> span')
        .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).borderLeftColor));
      const standing = await scenario.markedLines.count();
      expect(standing).toBeGreaterThan(0);
      expect(bars.filter((bar) => bar !== ground)).toHaveLength(standing);
    });

    test('the scrubber has its track and a mark for each step', async ({ scenario, page }) => {
      await scenario.open('/lab/lost-response');
      const ground = await css(page.locator('body'), 'background-color');
      // The track, and ten steps.
      const marks = await scenario.scrubber
        .locator('..')
        .locator('line')
        .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).stroke));
      expect(marks.filter((mark) => mark !== ground && !isClear(mark))).toHaveLength(11);
    });
  });
}
