import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Budget, walk } from '@/lib/engine/walk';
import { play, scriptOf } from '@/lib/engine/run';
import { createWorld, type World } from '@/lib/engine/world';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import { judgeRun } from '@/lib/outcomes/judge-run';
import { initialSettings } from '@/lib/scenario/knobs';
import type { Claim, Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

describe.each(catalogue)('any schedule of $slug', (scenario) => {
  it('can be told again by the script of its trace', () => {
    forAllSettings(scenario, (first, picks) => {
      const { trace } = walk(first, picks);
      const again = play(first, scriptOf(trace));
      expect(again.unapplied).toEqual([]);
      expect(again.ending).toBe('quiescent');
      expect(again.trace.map((entry) => ({ ...entry, scriptLine: null }))).toEqual(trace);
    });
  });

  it('has effects of intents that were meant, and of no others', () => {
    const intents = scenario.meant.intents.map(({ id }) => id);
    forAllSettings(scenario, (first, picks) => {
      for (const { facts } of walk(first, picks).trace) {
        for (const { fact } of facts) expect(intents).toContain(fact.intent);
      }
    });
  });

  it('leaves nothing on the wire', () => {
    forAllSettings(scenario, (first, picks) => {
      const { last } = walk(first, picks);
      expect(last.envelopes).toEqual([]);
      for (const state of last.core.actors)
        expect(last.system.states.get(state).timers).toEqual([]);
    });
  });

  // A search looks at all schedules; these are some that it may not know how to avoid.
  it.each(scenario.claims.filter(({ over }) => over === 'forAll'))(
    'keeps what is claimed of all of them: $when → $then',
    (claim) => {
      if (claim.then !== 'safe') return;
      const settings = { ...initialSettings(scenario.knobs), ...claim.when };
      const first = createWorld(scenario.cast(settings));
      const budget = budgetOf(scenario, claim);
      fc.assert(
        fc.property(walks, (picks) => {
          const { trace } = walk(first, picks, budget);
          const judgement = judgeRun(play(first, scriptOf(trace)), scenario);
          const harms: OutcomeName[] = OUTCOMES.filter((name) => judgement.outcomes[name].present);
          expect(harms).toEqual([]);
        }),
        { numRuns: 80 },
      );
    },
  );
});

// Helpers

const walks = fc.array(fc.nat({ max: 1000 }), { maxLength: 50 });

function forAllSettings(
  scenario: Scenario,
  holds: (first: World, picks: readonly number[]) => void,
): void {
  for (const settings of someSettings(scenario)) {
    // What has happened once need not be found out again: all walks of one cast share its first world.
    const first = createWorld(scenario.cast(settings));
    fc.assert(
      fc.property(walks, (picks) => {
        holds(first, picks);
      }),
      { numRuns: 15 },
    );
  }
}

function budgetOf({ bounds }: Scenario, claim: Claim): Budget {
  const { losses, duplicates, crashes } = { ...bounds, ...claim.bounds };
  return { lose: losses, duplicate: duplicates, crash: crashes, delay: 20 };
}
