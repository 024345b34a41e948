import { expect, it } from 'vitest';

import { workOn } from '@/components/search/work';
import type { Verdict } from '@/components/search/task';
import { initialSettings } from '@/lib/scenario/knobs';
import { judgementAt, playScenario } from '@/lib/scenario/play';
import { reachedOf } from '@/lib/scenario/verdict-words';
import { scenarioBySlug } from '@/simulations/catalogue';

it.each([
  ['lost-response', {}],
  ['receipt-mail', {}],
  ['fifo-dedup', { id: 'per-order' }],
  ['key-through-hops', { propagation: 'forwarded' }],
])('a counterexample of %s opens where its outcome is shown', (slug, changed) => {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`No scenario is called "${slug}"`);
  const settings = { ...initialSettings(scenario.knobs), ...changed };
  const verdict = ended(workOn(scenario, { kind: 'search', slug, settings, unreduced: false }));
  const reached = reachedOf(verdict);
  expect(reached).not.toEqual([]);
  for (const { name, script } of reached) {
    const played = playScenario(scenario, settings, script);
    const step = verdict.shows[name] ?? 0;
    expect(judgementAt(played, step).outcomes[name].present, name).toBe(true);
    expect(step).toBeLessThanOrEqual(played.run.trace.length);
  }
});

function ended(work: Generator<unknown, unknown>): Verdict {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as Verdict;
  }
}
