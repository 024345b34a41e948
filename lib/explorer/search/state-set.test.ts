import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { roomyRow, wordsOf } from '@/lib/explorer/search/row';
import { KNOWN, StateSet } from '@/lib/explorer/search/state-set';

/** Few values, so that many rows come up again; the longest need three times the width there is at first. */
const rows = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }), {
  maxLength: 200,
});

describe('a set of states', () => {
  it('numbers rows in the order in which they came, and knows each again, however wide they get', () => {
    fc.assert(
      fc.property(rows, (lists) => {
        const set = new StateSet(4);
        const known = new Map<string, number>();
        for (const list of lists) {
          const row = roomyRow(0);
          row.set(list);
          const index = set.offerRow(wordsOf(row), known.size - 1);
          expect(index).toBe(known.has(list.join()) ? KNOWN : known.size);
          if (index !== KNOWN) known.set(list.join(), index);
        }
        expect(set.size).toBe(known.size);
        for (const [text, index] of known) {
          expect(said(set.row(index))).toBe(text);
          expect(set.parents[index]).toBe(index - 1);
        }
      }),
    );
  });

  it('keeps a row that was changed where it is kept, and outgrew its width there', () => {
    const set = new StateSet(4);
    const row = roomyRow(0);
    row.set([1, 2]);
    set.offerRow(wordsOf(row), -1);
    const at = set.open(0);
    set.cells.set([3, 4, 5, 6, 7], at + 2);
    expect(set.offer(0)).toBe(1);
    expect(said(set.row(1))).toBe('1,2,3,4,5,6,7');
    expect(said(set.row(0))).toBe('1,2');
    set.open(0);
    expect(set.offer(1)).toBe(KNOWN);
  });

  it('knows more rows than it has room for at first', () => {
    const set = new StateSet(2);
    const row = roomyRow(0);
    for (const expected of ['new', 'known']) {
      for (let number = 0; number < 60_000; number += 1) {
        row[0] = number + 1;
        expect(set.offerRow(wordsOf(row), -1)).toBe(expected === 'new' ? number : KNOWN);
      }
    }
    expect(set.bytes.needed).toBeLessThanOrEqual(set.bytes.held);
  });
});

// Helpers

const said = (row: Uint16Array): string =>
  row.subarray(0, row.indexOf(0) < 0 ? row.length : row.indexOf(0)).join();
