import { describe, expect, it } from 'vitest';

import type { Answer, Reach } from '@/lib/explorer/explore';
import type { OutcomeName } from '@/lib/outcomes/outcome';
import { attackInWords, differencesOf } from '@/lib/scenario/attack-words';
import { boundsInWords } from '@/lib/scenario/bounds-words';
import { headlineOf, reachedOf, reasonOf, shownInWords } from '@/lib/scenario/verdict-words';

const BOUNDS = { losses: 2, duplicates: 0, crashes: 0, retries: 2 };
const WITHIN = boundsInWords(BOUNDS, null);

describe('a verdict in words', () => {
  it('says what is reachable, and in how many steps', () => {
    expect(headlineOf(answer({ duplicate: 6 }))).toBe('A duplicate is reachable in 6 steps.');
    expect(headlineOf(answer({ lost: 1 }))).toBe('A lost effect is reachable in 1 step.');
    expect(headlineOf(answer({ duplicate: 9, stuck: 4 }))).toBe(
      'Two of the five outcomes are reachable, the first in 4 steps.',
    );
  });

  it('says of each number of steps which way it counts', () => {
    expect(reasonOf(answer({ duplicate: 6 }), WITHIN)).toMatch(
      /^That is the shortest way in all schedules with at most 2 lost messages/,
    );
    expect(shownInWords(7, 6, false)).toBe(' at step\u00a07 of the run with the fewest faults');
    expect(shownInWords(7, 6, true)).toBe(
      ' at step\u00a07 of the run with the fewest faults; the shortest way takes 6',
    );
    // Lost is known at the end, and shown where it was said to be done.
    expect(shownInWords(7, 14, true)).toBe(' at step\u00a07 of the run with the fewest faults');
    // Where both are the same there is one number, which the headline has said of a single outcome.
    expect(shownInWords(6, 6, false)).toBe('');
    expect(shownInWords(6, 6, true)).toBe(' in 6 steps');
  });

  it('puts the outcome with the fewest steps first', () => {
    const found = reachedOf(answer({ duplicate: 9, stuck: 4, swallowed: 6 }));
    expect(found.map(({ name }) => name)).toEqual(['stuck', 'swallowed', 'duplicate']);
  });

  it('never says that there is none without saying within what', () => {
    expect(headlineOf(answer({}))).toBe('None of the five outcomes is reachable.');
    expect(reasonOf(answer({}), WITHIN)).toBe(
      'In no schedule with at most 2 lost messages and 2 retries, and no doubled message or crash: no duplicate, nothing lost, nobody stuck, no wrong reply, nothing taken for a duplicate.',
    );
  });

  it('says of every outcome whether it is reachable', () => {
    expect(reasonOf(answer({ duplicate: 6 }), WITHIN)).toMatch(
      /The other four are not reachable\.$/,
    );
    const four = answer({ duplicate: 6, lost: 6, stuck: 6, wrongReply: 6 });
    expect(reasonOf(four, WITHIN)).toMatch(/The other one is not reachable\.$/);
  });

  it('claims nothing of what was not found before a limit', () => {
    const cut = { ...answer({}), complete: false, states: 3_000_000 };
    expect(headlineOf(cut)).toBe('None of the five outcomes was found so far.');
    expect(reasonOf(cut, WITHIN)).toMatch(
      /stopped at a limit after 3,000,000 states: what was not found may still be there\.$/,
    );
    expect(reasonOf({ ...cut, ...answer({ lost: 3 }), complete: false }, WITHIN)).not.toMatch(
      /not reachable|Shortest/,
    );
    expect(attackInWords(cut, null, WITHIN)).toMatch(/^None of the five outcomes so far/);
  });

  it('claims nothing of what comes after more retries than were searched', () => {
    const cut = { ...answer({}), beyond: true };
    expect(headlineOf(cut)).toBe('None of the five outcomes was found so far.');
    expect(reasonOf(cut, WITHIN)).toBe(
      `Looked at schedules with ${WITHIN}. Under these settings there can be more retries: such a schedule is left where the next one would come, and what was not found may still be there.`,
    );
    expect(reasonOf({ ...answer({ lost: 3 }), beyond: true }, WITHIN)).not.toMatch(
      /not reachable|Shortest/,
    );
    expect(attackInWords(cut, null, WITHIN)).toMatch(
      /^None of the five outcomes so far.*more retries/,
    );
    expect(differencesOf(answer({ lost: 4 }), cut)).toEqual([]);
  });
});

describe('the full search in words', () => {
  it('says what it looked at, and what the quick one needed', () => {
    const full = { ...answer({}), states: 25_576, transitions: 103_452 };
    expect(attackInWords(full, { ...answer({}), states: 421 }, WITHIN)).toBe(
      'None of the five outcomes, in all 25,576 states and 103,452 choices, with at most 2 lost messages and 2 retries, and no doubled message or crash. The quick search needed 421 states.',
    );
  });

  it('names what it found', () => {
    expect(attackInWords(answer({ duplicate: 6, stuck: 9 }), null, WITHIN)).toMatch(
      /^Found a duplicate in 6 steps and a stuck customer in 9 steps; the rest of the five outcomes in none of all/,
    );
  });
});

describe('two verdicts', () => {
  it('that agree differ in nothing, whatever they cost', () => {
    expect(differencesOf({ ...answer({ lost: 4 }), states: 9 }, answer({ lost: 4 }))).toEqual([]);
  });

  it.each([
    [
      answer({ lost: 4 }),
      answer({}),
      'A lost effect: the full search found one, the quick search says that there is none.',
    ],
    [
      answer({}),
      answer({ lost: 4 }),
      'A lost effect: the quick search found one, the full search says that there is none.',
    ],
    [
      answer({ lost: 4 }),
      answer({ lost: 5 }),
      'A lost effect: in 4 steps by the full search, in 5 steps by the quick one.',
    ],
  ])('that contradict each other say which is which', (full, quick, words) => {
    expect(differencesOf(full, quick)).toEqual([words]);
  });

  it('don’t contradict each other where one of them was cut off', () => {
    expect(differencesOf({ ...answer({}), complete: false }, answer({ lost: 4 }))).toEqual([]);
    expect(differencesOf(answer({ lost: 4 }), { ...answer({}), complete: false })).toEqual([]);
  });
});

// Helpers

function answer(found: Partial<Record<OutcomeName, number>>): Answer {
  const reach = (name: OutcomeName): Reach => {
    const steps = found[name];
    return steps === undefined ? { reachable: false } : { reachable: true, script: [], steps };
  };
  return {
    outcomes: {
      ...{ duplicate: reach('duplicate'), lost: reach('lost'), stuck: reach('stuck') },
      ...{ wrongReply: reach('wrongReply'), swallowed: reach('swallowed') },
    },
    ...{ states: 100, transitions: 200, complete: true, beyond: false },
  };
}
