import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { bruteForce, type BruteForceAnswer } from '@/lib/explorer/brute-force';
import { type Plan, plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import { type Answer, explore } from '@/lib/explorer/explore';
import { OUTCOMES } from '@/lib/outcomes/outcome';

const SAMPLES = 150;
const STATES_MAX = 1_500;
/** A busy machine takes long. */
const ANY_TIME = 180_000;

describe('the small casts', () => {
  let answers: readonly Answer[] = [];
  beforeAll(() => {
    // How many come to what is asked of the quick search; that it agrees with the slow one is tested elsewhere.
    const drawn = fc.sample(plans, { numRuns: SAMPLES, seed: 1 });
    answers = drawn.map((plan) =>
      explore(questionOf(plan), { unreduced: true, statesMax: STATES_MAX }),
    );
  }, ANY_TIME);

  it.each(OUTCOMES)('often come to %s, and often not', (outcome) => {
    const share = shareOf(({ outcomes }) => outcomes[outcome].reachable);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.8);
  });

  it('are sometimes beyond reproach', () => {
    const share = shareOf(
      ({ outcomes, complete }) => complete && OUTCOMES.every((name) => !outcomes[name].reachable),
    );
    expect(share).toBeGreaterThan(0.05);
  });

  it('are small for the most part', () => {
    expect(shareOf(({ complete }) => complete)).toBeGreaterThan(0.5);
  });

  const shareOf = (is: (answer: Answer) => boolean): number => answers.filter(is).length / SAMPLES;
});

describe('the sum of what was said', () => {
  it('is enough to judge by', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const whole = bruteForce(questionOf(plan), { statesMax: 700 });
        if (!whole.complete) return;
        const summed = solved(plan, true);
        expect(summed.outcomes).toEqual(whole.outcomes);
        expect(summed.states).toBeLessThanOrEqual(whole.states);
      }),
      { numRuns: 25 },
    );
  });
});

// Helpers

const solved = (plan: Plan, summary = false): BruteForceAnswer =>
  bruteForce(questionOf(plan), { statesMax: STATES_MAX, summary });
