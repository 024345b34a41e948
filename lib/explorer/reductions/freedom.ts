import type { StateId } from '@/lib/engine/actor-states';
import type { Tables } from '@/lib/explorer/tables/tables';

const FREE = -1;

/**
 * Tells which actors are free: would take something that is addressed to their process as a whole. Found
 * out over all kinds of messages that were ever met; `holds` says whether one met later has shown an
 * actor to be free that was held to be busy.
 */
export class Freedom {
  readonly #tables: Tables;
  /** By process, and by state: with how many kinds of messages it was found busy; FREE where it was found free. */
  readonly #known: readonly Map<StateId, number>[];

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#known = tables.processes.map(() => new Map());
  }

  isFree(process: number, state: StateId): boolean {
    const memo = this.#known[process] as Map<StateId, number>;
    const known = memo.get(state);
    if (known === FREE) return true;
    const kinds = this.#tables.parcels.kindsOf(process);
    if (known === kinds) return false;
    const free = this.#takesAny(process, state, known ?? 0, kinds);
    memo.set(state, free ? FREE : kinds);
    return free;
  }

  holds(): boolean {
    return this.#known.every((memo, process) => {
      const kinds = this.#tables.parcels.kindsOf(process);
      return [...memo].every(
        ([state, known]) => known === FREE || !this.#takesAny(process, state, known, kinds),
      );
    });
  }

  #takesAny(process: number, state: StateId, from: number, to: number): boolean {
    const { parcels, system } = this.#tables;
    for (let kind = from; kind < to; kind += 1) {
      const parcel = parcels.sampleOf(process, kind);
      if (parcels.toActor(parcel) !== null) continue;
      const event = system.deliveryOf(parcels.states[parcel] as StateId);
      if (system.states.react(state, event).handled) return true;
    }
    return false;
  }
}
