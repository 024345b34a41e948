/**
 * How long the page takes to prove its verdict: every setting of every scenario (of a count, its ends and
 * where it stands first), each in a page just opened, so that the worker, its code and its tables are
 * cold. The time is the one that the page shows.
 */
import type { Browser, Page } from '@playwright/test';

import { toQuery, initialView } from '@/lib/permalink/permalink';
import { withoutStory } from '@/lib/scenario/retell';
import { catalogue } from '@/simulations/catalogue';
import { combined } from '@/simulations/some-settings';

import { inBrowser } from '../scripts/site-in-browser.ts';

const GOAL = { median: 150, worst: 1_000 };

const all: number[] = [];
await inBrowser(async (browser, url) => {
  for (const scenario of catalogue) {
    for (const settings of combined(withoutStory(scenario.knobs))) {
      const query = toQuery(scenario, { ...initialView(scenario), settings });
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(`${url}lab/${scenario.slug}${query === '' ? '' : `?${query}`}`);
      const verdict = page.locator('[data-testid="verdict"][data-state="done"]');
      const text = await verdict.innerText({ timeout: 60_000 });
      const [, states, ms] = /([\d,]+) states searched, ([\d,]+) ms/.exec(text) ?? [];
      all.push(Number(ms?.replaceAll(',', '')));
      console.log(
        `${scenario.slug} ${query}`.padEnd(60),
        `${states ?? '?'} states`.padStart(16),
        `${ms ?? '?'} ms`.padStart(9),
      );
      await context.close();
    }
  }
  console.log(await framesWhileAttacking(browser, url));
});
const sorted = all.toSorted((a, b) => a - b);
console.log(
  `median ${sorted[sorted.length >> 1] ?? 0} ms (goal ${GOAL.median}), worst ${sorted.at(-1) ?? 0} ms (goal ${GOAL.worst}), ${all.length} settings`,
);

// Helpers

/** How long the page's frames take while the largest of its searches of everything runs, and before. */
async function framesWhileAttacking(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${url}lab/check-then-act?instances=1`);
  await page.locator('[data-testid="verdict"][data-state="done"]').waitFor();
  await page.waitForTimeout(1_000);
  const calm = await frames(page, 1_000);
  await page.getByRole('button', { name: 'Attack my design' }).click();
  const busy = await frames(page, 1_000);
  await page.close();
  return `frames while every schedule is searched: ${told(busy)}; before: ${told(calm)} (goal: none over 33 ms)`;
}

/** As text: what the compiler adds to functions so that they keep their names is not there in the page. */
function frames(page: Page, ms: number): Promise<readonly number[]> {
  return page.evaluate(`new Promise((resolve) => {
    const times = [];
    const first = performance.now();
    let last = first;
    requestAnimationFrame(function next(now) {
      times.push(now - last);
      last = now;
      if (now - first < ${ms}) requestAnimationFrame(next);
      else resolve(times);
    });
  })`);
}

function told(times: readonly number[]): string {
  const inOrder = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (inOrder[Math.ceil(inOrder.length * share) - 1] ?? 0).toFixed(1);
  return `median ${at(0.5)}, 95th percentile ${at(0.95)}, longest ${at(1)} ms`;
}
