import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import { Covering } from '@/lib/explorer/search/covering';
import {
  CRASHES,
  DUPLICATES,
  FAULTS,
  LOSSES,
  roomyRow,
  type Row,
  situationOf,
  wordsOf,
} from '@/lib/explorer/search/row';
import { Search } from '@/lib/explorer/search/search';
import { KNOWN, StateSet } from '@/lib/explorer/search/state-set';
import { Tables } from '@/lib/explorer/tables/tables';

const WORLDS = 40;
const SEED = 7;
/** Each of them is compared with each. */
const STATES = 120;

interface Told {
  readonly row: Row;
  readonly rest: string;
  readonly left: readonly number[];
}

interface World {
  readonly tables: Tables;
  readonly rows: readonly Told[];
}

const worlds = fc.sample(plans, { numRuns: WORLDS, seed: SEED }).map((plan): World => {
  const question = questionOf(plan);
  const tables = new Tables(question, { timed: true });
  const search = new Search(tables, question, { isStuck: () => false, statesMax: STATES });
  search.advance();
  const { states } = search;
  const rows = Array.from({ length: states.size }, (_, index) => told(tables, states.row(index)));
  return { tables, rows };
});

describe('what covers a state', () => {
  it('says the same, with at least as many faults of each kind and as long for each message', () => {
    const wrong: string[] = [];
    let [covered, other] = [0, 0];
    for (const { tables, rows } of worlds) {
      const covering = new Covering(tables);
      for (const [one, two] of pairs(rows)) {
        const cells = Uint16Array.from([...one.row, ...two.row]);
        const words = new Int32Array(cells.buffer);
        const covers = covering.covers(words, cells, 0, one.row.length / 2, one.row.length / 2);
        if (covers !== spelledOut(one, two)) wrong.push(`${one.row.join()} ${two.row.join()}`);
        if (!covers) other += 1;
        else if (one !== two) covered += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(covered, other)).toBeGreaterThan(100);
  });

  it('has its hash', () => {
    for (const { tables, rows } of worlds) {
      const covering = new Covering(tables);
      for (const [one, two] of pairs(rows)) {
        if (!spelledOut(one, two)) continue;
        const [a, b] = [one, two].map(({ row }) => hashOf(covering, row));
        expect(a).toBe(b);
      }
    }
  });

  it('makes it needless, however many states there are', () => {
    for (const { tables, rows } of worlds) {
      const set = new StateSet(rows[0]?.row.length ?? 0, new Covering(tables));
      const kept: Told[] = [];
      for (const each of rows) {
        const isKnown = kept.some((one) => spelledOut(one, each));
        const row = roomyRow(tables.processes.length);
        row.set(each.row);
        expect(set.offerRow(wordsOf(row), KNOWN)).toBe(isKnown ? KNOWN : kept.length);
        if (!isKnown) kept.push(each);
      }
    }
  });
});

// Helpers

const pairs = (rows: readonly Told[]): readonly (readonly [Told, Told])[] =>
  rows.flatMap((one) => rows.map((two) => [one, two] as const));

const hashOf = (covering: Covering, row: Row): number =>
  covering.hash(new Int32Array(row.buffer, row.byteOffset, row.length / 2), row, 0, row.length / 2);

/** From what the rows say, and not from how it stands there. */
const spelledOut = (one: Told, two: Told): boolean =>
  one.rest === two.rest && one.left.every((left, place) => left >= (two.left[place] ?? Infinity));

function told({ processes, parcels }: Tables, row: Row): Told {
  const situation = situationOf(row, processes.length);
  const messages = situation.parcels
    .map((parcel) => ({ content: parcels.contentOf(parcel), ticks: parcels.latestIn(parcel) }))
    .sort((a, b) => a.content - b.content || a.ticks - b.ticks);
  const contents = messages.map(({ content }) => content);
  const faults = row[FAULTS] ?? 0;
  return {
    row,
    rest: [situation.recollection, situation.processes, contents].join(' | '),
    left: [
      ...[LOSSES, DUPLICATES, CRASHES].map((kind) => faults & kind),
      ...messages.map(({ ticks }) => ticks),
    ],
  };
}
