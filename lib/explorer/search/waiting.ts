import type { Draft } from '@/lib/explorer/search/draft';
import { mapWire, PROCESSES, wireOf } from '@/lib/explorer/search/row';
import type { StateSet } from '@/lib/explorer/search/state-set';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { BLOCKED } from '@/lib/explorer/tables/reactions';
import type { Tables } from '@/lib/explorer/tables/tables';

/** What comes of waiting a tick. */
export class Waiting {
  readonly #tables: Tables;
  readonly #states: StateSet;
  readonly #draft: Draft;
  readonly #wire: number;
  readonly #aged: (parcel: number) => number;

  /** What waiting leads to is written into the draft. */
  constructor(tables: Tables, states: StateSet, draft: Draft) {
    this.#tables = tables;
    this.#states = states;
    this.#draft = draft;
    this.#wire = wireOf(tables.processes.length);
    this.#aged = (parcel) => tables.parcels.aged(parcel);
  }

  /** Writes down what the state of this number is a tick later. False if time can't pass there. */
  later(index: number): boolean {
    if (!this.#mayPass(index)) return false;
    const { processes } = this.#tables;
    const base = this.#draft.begin(index);
    const { cells } = this.#draft;
    for (let at = 0; at < processes.length; at += 1) {
      const cell = base + PROCESSES + at;
      cells[cell] = (processes[at] as ProcessTable).aged(cells[cell] as number);
    }
    mapWire(cells, base + this.#wire, this.#aged);
    return true;
  }

  /** Time passes only while nothing is overdue, and only if something is still to come. */
  #mayPass(index: number): boolean {
    const { processes, parcels } = this.#tables;
    const { cells, width } = this.#states;
    const from = index * width;
    let soonest = NEVER;
    for (let at = 0; at < processes.length; at += 1) {
      const state = cells[from + PROCESSES + at] as number;
      const timer = (processes[at] as ProcessTable).soonest(state);
      if (timer < soonest) soonest = timer;
    }
    if (soonest === 0) return false;
    for (let place = from + this.#wire; place < from + width; place += 1) {
      const cell = cells[place] as number;
      if (cell === 0) break;
      const latest = parcels.latestIn(cell - 1);
      if (latest >= soonest) continue;
      // Messages that nobody can take don't count; which they are matters only where it would decide.
      if (latest > 0 && soonest !== NEVER) continue;
      const to = parcels.processOf(cell - 1);
      const state = cells[from + PROCESSES + to] as number;
      if ((processes[to] as ProcessTable).receive(state, cell - 1) === BLOCKED) continue;
      if (latest === 0) return false;
      soonest = latest;
    }
    return soonest !== NEVER;
  }
}
