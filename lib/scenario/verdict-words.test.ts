import { describe, expect, it } from 'vitest';

import type { Cast, Link } from '@/lib/engine/model';
import type { Answer, Reach } from '@/lib/explorer/explore';
import type { OutcomeName } from '@/lib/outcomes/outcome';
import { initialSettings } from '@/lib/scenario/knobs';
import { playScenario, readScript } from '@/lib/scenario/play';
import { toyScenario } from '@/lib/scenario/toy-scenario';
import {
  attackInWords,
  boundsInWords,
  differencesOf,
  headlineOf,
  outsideInWords,
  reachedOf,
  reasonOf,
  searchedInWords,
  shownInWords,
} from '@/lib/scenario/verdict-words';

const BOUNDS = { losses: 2, duplicates: 0, crashes: 0, retries: 2 };
const WITHIN = boundsInWords(BOUNDS, null);

describe('a verdict in words', () => {
  it('says what is reachable, and in how many steps', () => {
    expect(headlineOf(answer({ duplicate: 6 }))).toBe('A duplicate is reachable in 6 steps.');
    expect(headlineOf(answer({ lost: 1 }))).toBe('A lost effect is reachable in 1 step.');
    expect(headlineOf(answer({ duplicate: 9, stuck: 4 }))).toBe(
      'Two of the five are reachable, the first in 4 steps.',
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
    // Where both are the same there is one number, which the headline has said of a single outcome.
    expect(shownInWords(6, 6, false)).toBe('');
    expect(shownInWords(6, 6, true)).toBe(' in 6 steps');
  });

  it('puts the outcome with the fewest steps first', () => {
    const found = reachedOf(answer({ duplicate: 9, stuck: 4, swallowed: 6 }));
    expect(found.map(({ name }) => name)).toEqual(['stuck', 'swallowed', 'duplicate']);
  });

  it('never says that there is none without saying within what', () => {
    expect(headlineOf(answer({}))).toBe('None of the five is reachable.');
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
    expect(headlineOf(cut)).toBe('None of the five was found so far.');
    expect(reasonOf(cut, WITHIN)).toMatch(
      /stopped at a limit after 3,000,000 states: what was not found may still be there\.$/,
    );
    expect(reasonOf({ ...cut, ...answer({ lost: 3 }), complete: false }, WITHIN)).not.toMatch(
      /not reachable|Shortest/,
    );
    expect(attackInWords(cut, null, WITHIN)).toMatch(/^None of the five so far/);
  });

  it('claims nothing of what comes after more retries than were searched', () => {
    const cut = { ...answer({}), beyond: true };
    expect(headlineOf(cut)).toBe('None of the five was found so far.');
    expect(reasonOf(cut, WITHIN)).toBe(
      `Looked at schedules with ${WITHIN}. Under these settings there can be more retries: such a schedule is left where the next one would come, and what was not found may still be there.`,
    );
    expect(reasonOf({ ...answer({ lost: 3 }), beyond: true }, WITHIN)).not.toMatch(
      /not reachable|Shortest/,
    );
    expect(attackInWords(cut, null, WITHIN)).toMatch(/^None of the five so far.*more retries/);
    expect(differencesOf(answer({ lost: 4 }), cut)).toEqual([]);
  });
});

describe('bounds in words', () => {
  it.each([
    [BOUNDS, 'at most 2 lost messages and 2 retries, and no doubled message or crash'],
    [
      { losses: 1, duplicates: 1, crashes: 1, retries: 1 },
      'at most 1 lost message, 1 doubled message, 1 crash and 1 retry',
    ],
    [
      { losses: 0, duplicates: 0, crashes: 0, retries: 0 },
      'no lost message, doubled message, crash or retry',
    ],
  ])('name every bound: %o', (bounds, words) => {
    expect(boundsInWords(bounds, null)).toBe(words);
  });

  it('say between whom messages can be lost, and who can crash', () => {
    const bounds = { losses: 1, duplicates: 1, crashes: 1, retries: 2 };
    const both = castOf(
      [link('client', 'api a'), link('api b', 'client', 'client')],
      ['api a', 'api b'],
    );
    expect(boundsInWords(bounds, both)).toBe(
      'at most 1 lost message (between client and api a or from api b to client), 1 doubled message (between client and api a or from api b to client), 1 crash (of api a or api b) and 2 retries',
    );
  });

  it('count what cannot strike in this cast as none', () => {
    const bounds = { losses: 1, duplicates: 0, crashes: 1, retries: 2 };
    const lasting = castOf([link('shop', 'log'), link('log', 'disk', false)], []);
    expect(boundsInWords(bounds, lasting)).toBe(
      'at most 1 lost message (between shop and log) and 2 retries, and no doubled message or crash',
    );
    const wired = castOf([link('client', 'api', false)], ['api']);
    const unused = { ...wired, links: [...wired.links, link('api', 'nobody')] };
    expect(boundsInWords({ ...bounds, crashes: 0 }, unused)).toBe(
      'at most 2 retries, and no lost message, doubled message or crash',
    );
  });

  it('come with how late a message may be, and where, if that is not the same everywhere', () => {
    const late = (a: string, b: string, usualTicks: number, latestTicks: number) => ({
      ...{ ...link(a, b), usualTicks, latestTicks },
    });
    const said = (...links: readonly Link[]) => searchedInWords(BOUNDS, castOf(links, []));
    expect(said(late('client', 'api', 1, 6), late('api', 'keys', 0, 0))).toBe(
      'Searched are all schedules with at most 2 lost messages (between client and api or between api and keys) and 2 retries, and no doubled message or crash; a message that is not lost is under way for at most 1,200 ms. Of anything beyond that, “none” says nothing.',
    );
    expect(said(late('api', 'bank', 1, 5), late('client', 'api', 1, 2))).toContain(
      'for at most 400 ms between client and api, and 1,000 ms between api and bank.',
    );
    expect(said(late('client', 'api', 1, 1))).toContain('; no message is late.');
  });
});

const link = (a: string, b: string, lossy: Link['lossy'] = true): Link => ({
  ...{ between: [a, b], usualTicks: 1, latestTicks: 1, lossy },
});

/** The ends of the links are all that there is; those named can crash. */
const castOf = (links: readonly Link[], dying: readonly string[]): Cast => ({
  ...{ tickMs: 200, openings: [], links },
  processes: [...new Set(links.flatMap(({ between }) => between))].map((id) => ({
    ...{ id, group: id, label: id, kind: 'service', actors: [], crashes: dying.includes(id) },
  })),
});

describe('a run with more faults than were searched', () => {
  const runs = {
    calm: '',
    'one loss': 'lose.asker-shop.1',
    'two losses': 'lose.asker-shop.1~lose.asker-shop.2',
    'a crash and a copy': 'duplicate.asker-shop.1~crash.shop.1',
  };
  it.each([
    ['calm', null],
    ['one loss', null],
    ['two losses', 'This run has 2 lost messages'],
    ['a crash and a copy', 'This run has 1 doubled message and 1 crash'],
  ] as const)('is told apart: %s', (name, words) => {
    const settings = initialSettings(toyScenario.knobs);
    const { script } = readScript(toyScenario, settings, runs[name]);
    const { trace } = playScenario(toyScenario, settings, script).run;
    expect(outsideInWords(trace, { losses: 1, duplicates: 0, crashes: 0, retries: 2 })).toBe(
      words && `${words}, more than was searched: of such runs the verdict says nothing.`,
    );
  });
});

describe('the full search in words', () => {
  it('says what it looked at, and what the quick one needed', () => {
    const full = { ...answer({}), states: 25_576, transitions: 103_452 };
    expect(attackInWords(full, { ...answer({}), states: 421 }, WITHIN)).toBe(
      'None of the five, in all 25,576 states and 103,452 choices, with at most 2 lost messages and 2 retries, and no doubled message or crash. The quick search needed 421 states.',
    );
  });

  it('names what it found', () => {
    expect(attackInWords(answer({ duplicate: 6, stuck: 9 }), null, WITHIN)).toMatch(
      /^Found a duplicate in 6 steps and a stuck customer in 9 steps; the rest of the five in none of all/,
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
