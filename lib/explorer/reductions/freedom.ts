import type { AnyStateMachine } from 'xstate';

import type { StateId } from '@/lib/engine/actor-states';
import { IntMemo } from '@/lib/explorer/int-memo';
import type { ProcessState, ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

const FREE = -1;

/** As many places of a process as there are bits to tell them apart by. */
export const PLACES_MAX = 30;

/** Places in which something is true of the actor's state, as bits; those beyond `PLACES_MAX` are left out. */
export const placesWhere = (
  states: readonly StateId[],
  isSo: (state: StateId) => boolean,
): number =>
  states
    .slice(0, PLACES_MAX)
    .reduce((bits, state, place) => bits | (isSo(state) ? 1 << place : 0), 0);

/** What was found out while so many kinds of messages to the process were known. */
interface Places {
  readonly kinds: number;
  readonly free: IntMemo;
}

/** The first state in which anybody was found free, by machine, and whether there is another one. */
interface FreeStates {
  readonly first: Map<AnyStateMachine, StateId>;
  isUneven: boolean;
}

/**
 * Tells which actors are free: would take something that is addressed to their process as a whole. Found
 * out over all kinds of messages that were ever met; `holds` says whether one met later has shown an
 * actor to be free that was held to be busy.
 *
 * What comes goes to the first that is free. Whether it matters who that is depends on whether they differ.
 */
export class Freedom {
  readonly #tables: Tables;
  /** By process, and by state: with how many kinds of messages it was found busy; FREE where it was found free. */
  readonly #known: readonly Map<StateId, number>[];
  readonly #places: Places[];
  readonly #freeStates: readonly FreeStates[];

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#known = tables.processes.map(() => new Map());
    this.#places = tables.processes.map((_, process) => this.#unknown(process, 0));
    this.#freeStates = tables.processes.map(() => ({ first: new Map(), isUneven: false }));
  }

  /** Which places in a process in this state have somebody free, as bits; those beyond `PLACES_MAX` are left out. */
  freeIn(process: number, state: ProcessState): number {
    const kinds = this.#tables.parcels.kindsOf(process);
    let places = this.#places[process] as Places;
    if (places.kinds !== kinds) places = this.#places[process] = this.#unknown(process, kinds);
    return places.free.of(state);
  }

  isFree(process: number, state: StateId): boolean {
    const memo = this.#known[process] as Map<StateId, number>;
    const known = memo.get(state);
    if (known === FREE) return true;
    const kinds = this.#tables.parcels.kindsOf(process);
    if (known === kinds) return false;
    const free = this.#takesAny(process, state, known ?? 0, kinds);
    memo.set(state, free ? FREE : kinds);
    if (free) this.#note(process, state);
    return free;
  }

  /** Whether all that were found free in a process, and play one machine, were in one and the same state. */
  isEven(process: number): boolean {
    return !(this.#freeStates[process] as FreeStates).isUneven;
  }

  /** Whether all that were found free in a process, whoever they are, were in one and the same state. */
  isOne(process: number): boolean {
    const { first, isUneven } = this.#freeStates[process] as FreeStates;
    return !isUneven && first.size < 2;
  }

  holds(): boolean {
    return this.#known.every((memo, process) => {
      const kinds = this.#tables.parcels.kindsOf(process);
      return [...memo].every(
        ([state, known]) => known === FREE || !this.#takesAny(process, state, known, kinds),
      );
    });
  }

  #note(process: number, state: StateId): void {
    const { machine } = this.#tables.system.states.get(state);
    const states = this.#freeStates[process] as FreeStates;
    const first = states.first.get(machine);
    if (first === undefined) states.first.set(machine, state);
    else states.isUneven ||= first !== state;
  }

  #unknown(process: number, kinds: number): Places {
    const table = this.#tables.processes[process] as ProcessTable;
    const isFree = (state: StateId): boolean => this.isFree(process, state);
    return { kinds, free: new IntMemo((state) => placesWhere(table.statesOf(state), isFree)) };
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
