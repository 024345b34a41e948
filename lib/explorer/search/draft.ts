import { type Move, UNTOLD } from '@/lib/explorer/search/move';
import { type Row, wordsOf } from '@/lib/explorer/search/row';
import type { StateSet } from '@/lib/explorer/search/state-set';

/** Makes one row stand for many, in place. */
export type Canonical = (row: Row) => void;

/**
 * The row that a move leads to, while it is written: where the states would keep it, or, where one row stands
 * for many, apart from them, since that one may be longer for a while.
 */
export class Draft {
  /** Holds the row, from the cell on that `begin` returned. */
  cells: Uint16Array;
  /** How many rows were finished. */
  count = 0;
  readonly #states: StateSet;
  readonly #canonical: Canonical | null;
  readonly #apart: Row;
  readonly #words: Int32Array;

  /** `room`, where rows are written apart, has room for the longest. */
  constructor(states: StateSet, canonical: Canonical | null, room: Row) {
    this.#states = states;
    this.#canonical = canonical;
    this.#apart = room;
    this.#words = wordsOf(room);
    this.cells = canonical === null ? states.cells : room;
  }

  /** From now on it is the row of this number, to be changed. Returns its first cell. */
  begin(index: number): number {
    if (this.#canonical === null) {
      const base = this.#states.open(index);
      this.cells = this.#states.cells;
      return base;
    }
    this.#states.read(index, this.#words);
    return 0;
  }

  /** Keeps the row if it is new, and by what move it came. Returns its number, or KNOWN. */
  finish(from: number, move: Move): number {
    this.count += 1;
    if (this.#canonical === null) return this.#states.offer(from, move);
    this.#canonical(this.#apart);
    return this.#states.offerRow(this.#words, from, UNTOLD);
  }
}
