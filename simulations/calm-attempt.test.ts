import { expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import { scenarioBySlug } from '@/simulations/catalogue';

it('a producer that the queue has confirmed sends nothing any more, and the verdict says so', () => {
  expect(stuckIn('forgotten-expiry')).toMatch(/sees no reason to try again\.$/);
});

it('a client that has heard nothing tries in vain', () => {
  expect(stuckIn('stuck-in-progress')).toMatch(/one more calm attempt gets none either\.$/);
});

// Helpers

/** Why an intent is stuck at the end of the shortest way to it. */
function stuckIn(slug: string): string {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`there is no scenario "${slug}"`);
  const settings = initialSettings(scenario.knobs);
  const { stuck } = explore(questionOf(scenario, settings)).outcomes;
  if (!stuck.reachable) throw new Error(`nobody gets stuck in "${slug}"`);
  return playScenario(scenario, settings, stuck.script).judgement.outcomes.stuck.because;
}
