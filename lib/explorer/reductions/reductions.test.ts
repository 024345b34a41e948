import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createWorld } from '@/lib/engine/world';
import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import type { Question } from '@/lib/explorer/question';
import {
  ALL_REDUCTIONS,
  NO_REDUCTIONS,
  type Reductions,
} from '@/lib/explorer/reductions/canonical';
import { Freedom } from '@/lib/explorer/reductions/freedom';
import { ReducedSearch } from '@/lib/explorer/reductions/reduced-search';
import { Spoken } from '@/lib/explorer/reductions/spoken';
import { Symmetry } from '@/lib/explorer/reductions/symmetry';
import { Covering } from '@/lib/explorer/search/covering';
import type { Canonical } from '@/lib/explorer/search/draft';
import { mapWire, wireOf } from '@/lib/explorer/search/row';
import { Search, type SearchOptions } from '@/lib/explorer/search/search';
import { Stuckness } from '@/lib/explorer/tables/stuck';
import { Tables } from '@/lib/explorer/tables/tables';

const WORLDS = Number(process.env['EXPLORER_WORLDS'] ?? 150);
const SEED = Number(process.env['EXPLORER_SEED'] ?? 30);
const STATES_MAX = 8_000;

const worlds = fc.sample(plans, { numRuns: WORLDS, seed: SEED }).flatMap((plan) => {
  const question = questionOf(plan);
  const plain = searched(question, true, NO_REDUCTIONS);
  return plain.complete ? [{ question, plain, what: JSON.stringify(plan) }] : [];
});

const each = (change: Partial<Reductions>): Reductions => ({ ...NO_REDUCTIONS, ...change });

describe('a reduction', { timeout: 600_000 }, () => {
  it.each([
    ['symmetry', each({ symmetry: true })],
    ['inertness', each({ inert: true })],
    ['eagerness', each({ eager: true })],
    ['covering', each({ covering: true })],
    ['all of them', ALL_REDUCTIONS],
  ])('called %s changes no verdict in time', (_, reductions) => {
    for (const { question, plain, what } of worlds) {
      expect(searched(question, true, reductions).found, what).toBe(plain.found);
    }
  });

  it.each([
    ['first', false],
    ['last', true],
  ])(
    'called covering, looking first at what was found %s, leaves each way as short as it is',
    (_, lastFirst) => {
      for (const { question, plain, what } of worlds) {
        const covering = searched(question, true, each({ covering: true }), lastFirst);
        expect(covering.steps, what).toEqual(plain.steps);
        expect(covering.states.size, what).toBeLessThanOrEqual(plain.states.size);
      }
    },
  );

  it('without time rules out nothing that is there', () => {
    for (const { question, plain, what } of worlds) {
      const untimed = searched(question, false, ALL_REDUCTIONS);
      if (untimed.complete) expect(plain.found & ~untimed.found, what).toBe(0);
    }
  });
});

/** Mistakes that were made or might be, each of which some world must show. */
const MISTAKES: readonly (readonly [string, (tables: Tables) => Canonical])[] = [
  [
    'takes handlers for alike though something is on its way to one of them',
    (tables) => {
      const spoken = tables.processes.map((process) => new Spoken(tables, process));
      const symmetry = new Symmetry(tables, nobodyIsFree(tables), spoken);
      return (row) => symmetry.canonical(row);
    },
  ],
  [
    'forgets how many copies of a message there are',
    (tables) => {
      const wire = wireOf(tables.processes.length);
      return (row) => {
        const seen = new Set<number>();
        mapWire(row, wire, (parcel) => {
          const isCopy = seen.has(parcel);
          seen.add(parcel);
          return isCopy ? -1 : parcel;
        });
      };
    },
  ],
  [
    'takes off the wire all that is for a client',
    (tables) => onWire(tables, (parcel) => (isForClient(tables, parcel) ? -1 : parcel)),
  ],
  ['forgets who asked', (tables) => onWire(tables, (parcel) => unsigned(tables, parcel))],
];

/** The same of what is held to be covered by what was found before. */
const MISTAKEN_COVERING: readonly (readonly [string, (right: Covers) => Covers])[] = [
  [
    'takes what has more left for covered by what has less',
    (right) => (words, cells, one, other, width) => right(words, cells, other, one, width),
  ],
  [
    'takes no heed of how long messages have to go',
    (right) => (words, cells, one, other, width) =>
      right(words, cells, one, other, width) || right(words, cells, other, one, width),
  ],
];
type Covers = Covering['covers'];

const ALL_MISTAKES = [
  ...MISTAKES.map(
    ([what, canonical]) => [what, (tables: Tables) => ({ canonical: canonical(tables) })] as const,
  ),
  ...MISTAKEN_COVERING.map(
    ([what, covers]) =>
      [
        what,
        (tables: Tables) => ({ covering: covering(tables, covers), lastFirst: true }),
      ] as const,
  ),
];

describe('these worlds', { timeout: 600_000 }, () => {
  it.each(ALL_MISTAKES)('show a search that %s', (_, mistake) => {
    const shown = worlds.filter(({ question, plain }) => {
      const tables = new Tables(question, { timed: true });
      return searchedWith(question, tables, mistake(tables)).found !== plain.found;
    });
    expect(shown.length).toBeGreaterThan(0);
  });
});

// Helpers

function searched(
  question: Question,
  timed: boolean,
  reductions: Reductions,
  lastFirst = reductions.covering,
): Search {
  const tables = new Tables(question, { timed });
  const reduced = new ReducedSearch(tables, question, reductions, {
    ...{ lastFirst, statesMax: STATES_MAX, isStuck: stuckIn(tables, question) },
  });
  while (!reduced.advance());
  return reduced.search;
}

function searchedWith(question: Question, tables: Tables, options: Partial<SearchOptions>): Search {
  const search = new Search(tables, question, {
    ...{ ...options, statesMax: STATES_MAX, isStuck: stuckIn(tables, question) },
  });
  search.advance();
  return search;
}

function stuckIn(tables: Tables, question: Question): SearchOptions['isStuck'] {
  const stuckness = new Stuckness(tables, question, createWorld(question.cast).system);
  return (situation) => stuckness.isStuck(situation);
}

function nobodyIsFree(tables: Tables): Freedom {
  const freedom = new Freedom(tables);
  freedom.isFree = () => false;
  return freedom;
}

function covering(tables: Tables, mistaken: (right: Covers) => Covers): Covering {
  const one = new Covering(tables);
  one.covers = mistaken(one.covers.bind(one));
  return one;
}

function onWire(tables: Tables, change: (parcel: number) => number): Canonical {
  const wire = wireOf(tables.processes.length);
  return (row) => {
    mapWire(row, wire, change);
  };
}

/** What is still to come from outside was asked by nobody here. */
function unsigned({ parcels }: Tables, parcel: number): number {
  return parcels.hasLeft(parcel) ? parcels.unsigned(parcel) : parcel;
}

function isForClient({ parcels, processes, system }: Tables, parcel: number): boolean {
  const to = processes[parcels.processOf(parcel)];
  return to !== undefined && system.process(to.id).kind === 'client';
}
