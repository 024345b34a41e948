import { expect } from '@playwright/test';

import { tellStory } from '@/components/view/story';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import { initialSettings, positionsOf } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

import { someScenarios } from './some-scenarios';
import { test } from './test';

/** As a scenario opens, and with every knob at its last position. */
const settingsOf = ({ knobs }: Scenario) => [
  initialSettings(knobs),
  Object.fromEntries(
    Object.entries(knobs).map(([name, knob]) => [name, positionsOf(knob).at(-1) ?? '']),
  ),
];

for (const scenarioToDraw of someScenarios) {
  for (const settings of settingsOf(scenarioToDraw)) {
    const view = { ...initialView(scenarioToDraw), settings };
    const query = toQuery(scenarioToDraw, view);

    test(`${scenarioToDraw.slug}?${query}: each step is drawn, and only that`, async ({
      scenario,
    }) => {
      const { beats, diagram } = tellStory(scenarioToDraw, settings, null);
      await scenario.open(`/lab/${scenarioToDraw.slug}?${query}`);
      await scenario.stands(beats.length, beats.length);

      const drawn = await scenario.drawing.evaluate((svg) => ({
        messages: svg.querySelectorAll('.messageText').length,
        notes: svg.querySelectorAll('[data-et="note"]').length,
        words: [...svg.querySelectorAll('.messageText, [data-et="note"]')].map((element) => ({
          entry: Number(element.getAttribute('data-entry')),
          text: element.textContent,
        })),
      }));
      const linesOf = (kind: string) => diagram.lines.filter((line) => line.kind === kind);
      const rows = linesOf('message').map((line) => line.rows);
      expect(drawn.messages).toBe(rows.reduce((sum, each) => sum + each, 0));
      expect(drawn.notes).toBe(linesOf('note').length);
      // The number in the drawing's own words tells whether they were tied to the right step.
      for (const { index } of beats) {
        const words = drawn.words.filter(({ entry }) => entry === index).map(({ text }) => text);
        expect(words.join(' | ')).toMatch(new RegExp(`(^|\\D)${index + 1} · `));
      }
      expect(drawn.words.filter(({ entry }) => !(entry in beats))).toEqual([]);
    });
  }
}

test('in a wide but low window the drawing keeps its room, on the page and on a slide', async ({
  scenario,
  page,
}) => {
  for (const [width, height, query] of [
    [1024, 400, ''],
    [844, 340, '?present'],
    [667, 340, '?present'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await scenario.open(`/lab/lost-response${query}`);
    const box = await page.getByLabel('Diagram', { exact: true }).boundingBox();
    expect(box?.height, `${width} × ${height}`).toBeGreaterThan(128);
  }
});

test('a step changes what is seen and moves nothing', async ({ scenario, page }) => {
  // High enough that nothing needs to scroll.
  await page.setViewportSize({ width: 1440, height: 1400 });
  await scenario.open('/lab/check-then-act?step=0');
  const box = await scenario.drawing.boundingBox();
  const all = await scenario.drawing.locator('[data-entry]').count();
  await expect(scenario.ahead).toHaveCount(all);
  await expect(scenario.now).toHaveCount(0);
  const element = await scenario.drawing.elementHandle();

  let ahead = all;
  for (const step of [1, 2, 3]) {
    await scenario.press('Step forward');
    await expect(page.getByTestId('progress')).toContainText(new RegExp(`^${step} of`));
    const left = await scenario.ahead.count();
    expect(left).toBeLessThan(ahead);
    ahead = left;
    await expect(scenario.now.first()).toHaveAttribute('data-entry', String(step - 1));
    expect(await scenario.drawing.boundingBox()).toEqual(box);
  }
  // The very same drawing: nothing was drawn again.
  expect(await element.evaluate((svg) => svg.isConnected)).toBe(true);
  await scenario.press('To the end');
  await expect(scenario.ahead).toHaveCount(0);
});

test('the transcript has the same steps under the same numbers', async ({ scenario }) => {
  await scenario.open('/lab/crash-window?panel=transcript');
  const lines = scenario.transcript.getByRole('listitem');
  await expect(lines).toHaveCount(17);
  await scenario.stands(17, 17);
  await scenario.line(7).getByRole('button').first().click();
  await scenario.stands(7, 17);
  await expect(scenario.line(7).locator('[aria-current="step"]')).toBeVisible();
  await scenario.says(7, /7 · crash:\s*forgets everything/);
});

test('a repeated step is followed within the diagram, and the page stays where it is', async ({
  scenario,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 640 });
  await scenario.open('/lab/check-then-act?step=0');
  await scenario.press('To the end');
  await expect(scenario.words(19).first()).toBeInViewport();
  await scenario.press('To the start');
  await expect(scenario.words(1).first()).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});
