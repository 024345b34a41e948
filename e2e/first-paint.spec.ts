import { expect, type Page } from '@playwright/test';

import { tellStory } from '@/components/view/story';
import { initialSettings } from '@/lib/scenario/knobs';
import { catalogue } from '@/simulations/catalogue';

import { someScenarios } from './some-scenarios';
import { openStarted, ScenarioPage, test } from './test';

/** A word that only Mermaid’s own script holds. */
const OF_MERMAID = 'mermaidAPI';
const SHIFT_MAX = 0.01;

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });

  for (const each of catalogue) {
    const { slug, question } = each;
    test(`${slug}: the question, the diagram, the ledger and the code are there`, async ({
      page,
    }) => {
      const scenario = new ScenarioPage(page);
      await page.goto(`/lab/${slug}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
      await expect(scenario.words(2).first()).toBeVisible();
      const { judgement, script } = tellStory(each, initialSettings(each.knobs), null).played;
      await expect(scenario.expected).toHaveText(judgement.intents.map((it) => `${it.expected}`));
      await expect(scenario.actual).toHaveText(judgement.intents.map((it) => `${it.actual}`));
      await expect(scenario.code).toBeVisible();
      await expect(scenario.script).toHaveCount(script.length);
      // A drawing of an older run would be drawn again by every reader’s browser.
      const wanted = (await scenario.diagram.getAttribute('data-wanted')) ?? 'none';
      await expect(scenario.diagram).toHaveAttribute('data-drawn', wanted);
    });
  }

  test('a frame shows its diagram, and the home page what there is', async ({ page }) => {
    const scenario = new ScenarioPage(page);
    await page.goto('/embed/lost-response');
    await expect(scenario.words(2).first()).toBeVisible();
    await expect(scenario.caption).toBeVisible();
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('text.messageText').first()).toBeVisible();
    for (const { question } of catalogue) {
      await expect(page.getByRole('link', { name: question })).toBeVisible();
    }
  });
});

for (const { slug, knobs } of someScenarios) {
  test(`${slug}: Mermaid is fetched when something changes, and not before`, async ({
    scenario,
    page,
  }) => {
    const scripts = collectScripts(page);
    await scenario.open(`/lab/${slug}`);
    await page.waitForLoadState('networkidle');
    expect(scripts.length).toBeGreaterThan(0);
    expect(await haveMermaid(page, scripts)).toBe(false);
    await scenario.press('Step back');
    await scenario.read('Transcript');
    await scenario.read('State');
    const before = scripts.length;

    const [knob] = Object.values(knobs);
    const group = page.getByRole('group', { name: knob?.label ?? '', exact: true });
    await group.getByRole('radio').nth(1).check({ force: true });
    await scenario.isDrawn();
    expect(await haveMermaid(page, scripts.slice(before))).toBe(true);
  });
}

const PAGES = [
  '/',
  '/map',
  '/concepts',
  '/concepts?q=crash',
  '/concepts/why-duplicates',
  '/embed/map/http-api',
  '/lab/lost-response?twin=key.per-intent',
  ...someScenarios.flatMap(({ slug }) => [`/lab/${slug}`, `/embed/${slug}`]),
];

for (const path of PAGES) {
  test(`${path}: nothing moves while it loads`, async ({ page }) => {
    await countShifts(page);
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await openStarted(page, path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      expect(await shifted(page), `${size.width} px wide`).toBeLessThanOrEqual(SHIFT_MAX);
    }
  });
}

function collectScripts(page: Page): readonly string[] {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  return scripts;
}

/** Asked for anew: the browser does not give out every body that it has received. */
async function haveMermaid(page: Page, scripts: readonly string[]): Promise<boolean> {
  const bodies = scripts.map(async (url) => (await page.request.get(url)).text());
  return (await Promise.all(bodies)).some((text) => text.includes(OF_MERMAID));
}

interface Shifts {
  shifted: number;
}

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts = globalThis as unknown as Shifts;
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.shifted += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const shifted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // What was painted last is reported with the next frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve((globalThis as unknown as Shifts).shifted)),
        );
      }),
  );
