import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createWorld } from '@/lib/engine/world';
import { bruteForce } from '@/lib/explorer/brute-force';
import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import { type Answer, explore } from '@/lib/explorer/explore';
import { showsOutcome } from '@/lib/explorer/minimise';
import { OUTCOMES } from '@/lib/outcomes/outcome';

/**
 * The fast search against a slow one that shares nothing with it but the machines and the judge, and
 * against itself with nothing overlooked, on small worlds of all kinds.
 */
const WORLDS = Number(process.env['EXPLORER_WORLDS'] ?? 500);
/** The slow one makes about a thousand states a second. */
const BRUTE_FORCE_STATES_MAX = 250;
const STATES_MAX = 20_000;

const SEED = Number(process.env['EXPLORER_SEED'] ?? 20);

const worlds = fc.sample(plans, { numRuns: WORLDS, seed: SEED });

describe('the search of everything', { timeout: 600_000 }, () => {
  it('sees the states and the choices that brute force sees, and is as quick to each outcome', () => {
    let compared = 0;
    let beyond = 0;
    for (const plan of worlds) {
      const question = questionOf(plan);
      const all = explore(question, { unreduced: true, statesMax: BRUTE_FORCE_STATES_MAX });
      if (!all.complete) continue;
      const slow = bruteForce(question, { statesMax: STATES_MAX, summary: true });
      const what = JSON.stringify(plan);
      expect([all.states, all.transitions], what).toEqual([slow.states, slow.transitions]);
      expect(stepsOf(all), what).toEqual(slow.outcomes);
      expect(all.beyond, what).toBe(slow.beyond);
      if (slow.beyond) beyond += 1;
      compared += 1;
    }
    expect(beyond).toBeGreaterThan(compared / 10);
    expect(compared).toBeGreaterThan(WORLDS / 4);
  });
});

describe('the quick search', { timeout: 600_000 }, () => {
  it('says what the search of everything says, and shows what it found', () => {
    let compared = 0;
    for (const plan of worlds) {
      const question = questionOf(plan);
      const all = explore(question, { unreduced: true, statesMax: STATES_MAX });
      if (!all.complete) continue;
      const quick = explore(question);
      const what = JSON.stringify(plan);
      expect(quick.complete, what).toBe(true);
      expect(found(quick), what).toEqual(found(all));
      // Where all has been found it matters to nobody.
      if (found(all).length < OUTCOMES.length) expect(quick.beyond, what).toBe(all.beyond);
      for (const name of OUTCOMES) {
        const [reach, plain] = [quick.outcomes[name], all.outcomes[name]];
        if (!reach.reachable || !plain.reachable) continue;
        // What is judged at the end may take more or fewer messages that don't matter.
        if (name === 'duplicate' || name === 'wrongReply') expect(reach.steps).toBe(plain.steps);
        const world = createWorld(question.cast);
        expect(showsOutcome(world, question, reach.script, name), what).toBe(true);
        reach.script.forEach((_, line) => {
          const shorter = reach.script.filter((__, index) => index !== line);
          expect(showsOutcome(world, question, shorter, name), what).toBe(false);
        });
      }
      compared += 1;
    }
    expect(compared).toBeGreaterThan(WORLDS * 0.9);
  });

  it('says that it has not seen everything where it hits a limit', () => {
    const plan = worlds.find((one) => explore(questionOf(one)).states > 200);
    if (!plan) throw new Error('All worlds are small');
    for (const unreduced of [true, false]) {
      expect(explore(questionOf(plan), { statesMax: 50, unreduced }).complete).toBe(false);
    }
  });
});

describe('a limit', { timeout: 600_000 }, () => {
  it('never makes a search say “none” of what it has not seen to the end', () => {
    for (const plan of worlds.slice(0, 120)) {
      const question = questionOf(plan);
      const all = explore(question, { unreduced: true, statesMax: STATES_MAX });
      if (!all.complete) continue;
      for (const statesMax of [10, 20, 30, 45, 65, 90, 130, 200, 300, 450]) {
        const quick = explore(question, { statesMax });
        const what = `${statesMax} ${JSON.stringify(plan)}`;
        if (quick.complete) expect(found(quick), what).toEqual(found(all));
        else for (const name of found(quick)) expect(found(all), what).toContain(name);
      }
    }
  });

  it('on faults is kept: a budget that its cell can’t hold is refused', () => {
    const [plan] = worlds;
    if (!plan) throw new Error('There is no world');
    const question = questionOf(plan);
    for (const faults of [{ losses: 16 }, { duplicates: 16 }, { crashes: 16 }, { losses: -1 }]) {
      const bounds = { ...question.bounds, ...faults };
      expect(() => explore({ ...question, bounds }), JSON.stringify(faults)).toThrow('at most 15');
    }
  });
});

// Helpers

const found = ({ outcomes }: Answer) => OUTCOMES.filter((name) => outcomes[name].reachable);

const stepsOf = ({ outcomes }: Answer) =>
  Object.fromEntries(
    OUTCOMES.map((name) => {
      const reach = outcomes[name];
      return [name, reach.reachable ? reach.steps : null];
    }),
  );
