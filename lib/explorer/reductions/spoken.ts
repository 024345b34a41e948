import type { StateId } from '@/lib/engine/actor-states';
import { IntMap, UNKNOWN } from '@/lib/explorer/int-map';
import { PLACES_MAX } from '@/lib/explorer/reductions/freedom';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * Which actors of one process are spoken of, as bits, one for each place. Who is to send one of them something has to
 * know its name: it stands in a message or in somebody's state. Actors beyond `PLACES_MAX` are left out.
 */
export class Spoken {
  readonly #tables: Tables;
  readonly #names: readonly string[];
  readonly #inParcels = new IntMap();
  readonly #inProcesses: readonly IntMap[];

  constructor(tables: Tables, { actors }: ProcessTable) {
    this.#tables = tables;
    this.#names = actors
      .slice(0, PLACES_MAX)
      .map((index) => tables.system.actors[index]?.id as string);
    this.#inProcesses = tables.processes.map(() => new IntMap());
  }

  inParcel(parcel: number): number {
    const known = this.#inParcels.get(parcel);
    return known === UNKNOWN ? this.#findInParcel(parcel) : known;
  }

  inProcess(at: number, state: number): number {
    const known = (this.#inProcesses[at] as IntMap).get(state);
    return known === UNKNOWN ? this.#findInProcess(at, state) : known;
  }

  #findInParcel(parcel: number): number {
    const { parcels, system } = this.#tables;
    const spoken = this.#namesIn(system.states.textOf(parcels.states[parcel] as StateId));
    this.#inParcels.set(parcel, spoken);
    return spoken;
  }

  #findInProcess(at: number, state: number): number {
    const { processes, system } = this.#tables;
    const own = (processes[at] as ProcessTable).statesOf(state);
    const spoken = this.#namesIn(own.map((each) => system.states.textOf(each)).join(' '));
    this.#inProcesses[at]?.set(state, spoken);
    return spoken;
  }

  #namesIn(text: string): number {
    return this.#names.reduce(
      (bits, name, place) => bits | (text.includes(name) ? 1 << place : 0),
      0,
    );
  }
}
