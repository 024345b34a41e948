import type { StateId } from '@/lib/engine/actor-states';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * Tells which actors are free: would take something that is addressed to their process as a whole. Found
 * out over all kinds of messages that were ever met; `holds` says whether one met later has shown an
 * actor to be free that was held to be busy.
 */
export class Freedom {
  readonly #tables: Tables;
  /** By process and state: how many kinds of messages were known when it was found, and what was. */
  readonly #known = new Map<string, { readonly kinds: number; readonly free: boolean }>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  isFree(process: number, state: StateId): boolean {
    const kinds = this.#tables.parcels.kindsOf(process);
    const key = `${process} ${state}`;
    const known = this.#known.get(key);
    if (known && (known.free || known.kinds === kinds)) return known.free;
    const free = this.#takesAny(process, state, known?.kinds ?? 0, kinds);
    this.#known.set(key, { kinds, free });
    return free;
  }

  holds(): boolean {
    return [...this.#known].every(([key, { kinds, free }]) => {
      const [process, state] = key.split(' ').map(Number) as [number, StateId];
      return free || !this.#takesAny(process, state, kinds, this.#tables.parcels.kindsOf(process));
    });
  }

  #takesAny(process: number, state: StateId, from: number, to: number): boolean {
    const { parcels, system } = this.#tables;
    for (let kind = from; kind < to; kind += 1) {
      const parcel = parcels.sampleOf(process, kind);
      if (parcels.toActor[parcel] !== null) continue;
      const event = system.deliveryOf(parcels.states[parcel] as StateId);
      if (system.states.react(state, event).handled) return true;
    }
    return false;
  }
}
