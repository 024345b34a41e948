import { finished, mixed } from '@/lib/explorer/search/hash';
import {
  CRASHES,
  DUPLICATES,
  FAULTS,
  LOSSES,
  PROCESSES,
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
  readonly #wire: number;
  readonly #parcels: Tables['parcels'];

  constructor({ processes, parcels }: Pick<Tables, 'processes' | 'parcels'>) {
    this.#wire = wireOf(processes.length);
    this.#parcels = parcels;
  }

  /** A hash of the row of `width` cells that begins at `from`: the same for any that covers it. */
  hash(cells: Uint16Array, from: number, width: number): number {
    const wire = from + this.#wire;
    let hash = mixed(0, cells[from + RECOLLECTION] as number);
    for (let at = from + PROCESSES; at < wire; at += 1) hash = mixed(hash, cells[at] as number);
    for (let at = wire; at < from + width; at += 1) {
      const cell = cells[at] as number;
      if (cell === 0) break;
      hash = mixed(hash, this.#parcels.contentOf(cell - 1));
    }
    return finished(hash);
  }

  /** Whether the row that begins at `one` covers the one that begins at `other`. */
  covers(cells: Uint16Array, one: number, other: number, width: number): boolean {
    if (cells[one + RECOLLECTION] !== cells[other + RECOLLECTION]) return false;
    for (let place = PROCESSES; place < this.#wire; place += 1) {
      if (cells[one + place] !== cells[other + place]) return false;
    }
    for (let place = this.#wire; place < width; place += 1) {
      const [a, b] = [cells[one + place] as number, cells[other + place] as number];
      // Equal messages stand side by side in the order of how long they have to go, so that each meets its like.
      if (a !== b && !this.#hasLonger(a, b)) return false;
    }
    return leavesAsMany(cells[one + FAULTS] as number, cells[other + FAULTS] as number);
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
