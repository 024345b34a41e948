import type { StateId } from '@/lib/engine/actor-states';
import { IntMemo } from '@/lib/explorer/int-memo';
import { PLACES_MAX } from '@/lib/explorer/reductions/freedom';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * Which actors of one process are spoken of, as bits, one for each place. Who is to send one of them something has to
 * know its name: it stands in a message or in somebody's state. Actors beyond `PLACES_MAX` are left out.
 */
export class Spoken {
  readonly #names: readonly string[];
  readonly #inParcels: IntMemo;
  readonly #inProcesses: readonly IntMemo[];

  constructor({ processes, parcels, system }: Tables, { actors }: ProcessTable) {
    const textOf = (state: StateId): string => system.states.textOf(state);
    this.#names = actors.slice(0, PLACES_MAX).map((index) => system.actors[index]?.id as string);
    this.#inParcels = new IntMemo((parcel) =>
      this.#namesIn(textOf(parcels.states[parcel] as StateId)),
    );
    this.#inProcesses = processes.map(
      (process) =>
        new IntMemo((state) => this.#namesIn(process.statesOf(state).map(textOf).join(' '))),
    );
  }

  inParcel(parcel: number): number {
    return this.#inParcels.of(parcel);
  }

  inProcess(at: number, state: number): number {
    return (this.#inProcesses[at] as IntMemo).of(state);
  }

  #namesIn(text: string): number {
    return this.#names.reduce(
      (bits, name, place) => bits | (text.includes(name) ? 1 << place : 0),
      0,
    );
  }
}
