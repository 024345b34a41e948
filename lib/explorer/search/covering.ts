import { finished, mixed } from '@/lib/explorer/search/hash';
import {
  CRASHES,
  DUPLICATES,
  FAULTS,
  LOSSES,
  RECOLLECTION,
  wireOf,
} from '@/lib/explorer/search/row';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * Tells which rows cover others: say the same, but for at least as many faults left of each kind and at least as long
 * to go for each message. All that can still happen after the row that is covered can happen after the one that covers
 * it, by as many steps: nobody has to use a fault, and a message may arrive at any moment until its latest.
 */
export class Covering {
  /** The first message's cell. */
  readonly #wire: number;
  /** Words before it: the first holds what the judge remembers and the faults, the others processes alone. */
  readonly #headWords: number;
  readonly #parcels: Tables['parcels'];

  constructor({ processes, parcels }: Pick<Tables, 'processes' | 'parcels'>) {
    this.#wire = wireOf(processes.length);
    this.#headWords = this.#wire >> 1;
    this.#parcels = parcels;
  }

  /** A hash of the row that begins at word `from`: the same for any that covers it. `cells` are the words, two to each. */
  hash(words: Int32Array, cells: Uint16Array, from: number, width: number): number {
    const parcels = this.#parcels;
    let hash = mixed(0, cells[from * 2 + RECOLLECTION] as number);
    for (let place = 1; place < this.#headWords; place += 1) {
      hash = mixed(hash, words[from + place] as number);
    }
    const wire = from * 2 + this.#wire;
    if ((this.#wire & 1) !== 0) hash = mixed(hash, cells[wire - 1] as number);
    const end = (from + width) * 2;
    for (let at = wire; at < end; at += 1) {
      const cell = cells[at] as number;
      if (cell === 0) break;
      hash = mixed(hash, parcels.contentOf(cell - 1));
    }
    return finished(hash);
  }

  /** Whether the row of `width` words that begins at word `one` covers the one that begins at word `other`. */
  covers(
    words: Int32Array,
    cells: Uint16Array,
    one: number,
    other: number,
    width: number,
  ): boolean {
    for (let place = 1; place < width; place += 1) {
      if (words[one + place] === words[other + place]) continue;
      if (place < this.#headWords) return false;
      if (!this.#isNoSooner(cells, one, other, place * 2)) return false;
      if (!this.#isNoSooner(cells, one, other, place * 2 + 1)) return false;
    }
    if (words[one] === words[other]) return true;
    return (
      cells[one * 2 + RECOLLECTION] === cells[other * 2 + RECOLLECTION] &&
      leavesAsMany(cells[one * 2 + FAULTS] as number, cells[other * 2 + FAULTS] as number)
    );
  }

  /** Whether two rows have the same message in a cell, and the first at least as long to go. */
  #isNoSooner(cells: Uint16Array, one: number, other: number, place: number): boolean {
    const a = cells[one * 2 + place] as number;
    const b = cells[other * 2 + place] as number;
    // Equal messages stand side by side in the order of how long they have to go, so that each meets its like.
    return a === b || (place >= this.#wire && this.#hasLonger(a, b));
  }

  /** Whether two cells say of the same message that the first has longer to go. */
  #hasLonger(one: number, other: number): boolean {
    if (other === 0 || one < other) return false;
    return this.#parcels.contentOf(one - 1) === this.#parcels.contentOf(other - 1);
  }
}

/** Whether one cell of faults leaves at least as many of each kind as another. */
const leavesAsMany = (one: number, other: number): boolean =>
  (one & LOSSES) >= (other & LOSSES) &&
  (one & DUPLICATES) >= (other & DUPLICATES) &&
  (one & CRASHES) >= (other & CRASHES);
