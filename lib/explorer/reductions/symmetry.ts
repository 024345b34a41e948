import type { StateId } from '@/lib/engine/actor-states';
import { network, type Parcel } from '@/lib/engine/network';
import { withContext } from '@/lib/engine/step-actor';
import { alike } from '@/lib/explorer/reductions/alike';
import { type Freedom, PLACES_MAX } from '@/lib/explorer/reductions/freedom';
import { mentions, rename, type Renaming } from '@/lib/explorer/reductions/rename';
import type { Spoken } from '@/lib/explorer/reductions/spoken';
import { mapWire, PROCESSES, type Row, wireOf } from '@/lib/explorer/search/row';
import { PairMap } from '@/lib/explorer/tables/pair-map';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Handlers of one process that play one machine with one input: which of them does what is all one. */
interface Handlers {
  /** The position of their process, and their places in it. */
  readonly process: number;
  readonly places: readonly number[];
  readonly names: readonly string[];
  /** How each state of the process is put in order. */
  readonly orders: (Order | undefined)[];
  /** The places as bits. */
  readonly bits: number;
  readonly spoken: Spoken;
}

interface Order {
  /** 0: it is in order already. */
  readonly renaming: number;
  readonly state: number;
}

/**
 * Of all ways to name the handlers of a process, one: they stand in the order of their states. Who
 * speaks of them, on the wire or in a store, speaks of them by their new names.
 *
 * A request goes to the first handler that is free, so this is right only if all free handlers are alike: if they are in
 * one and the same state, nothing is on its way to one of them, and nobody speaks of it. Where that was not so, `isBroken`.
 */
export class Symmetry {
  readonly #tables: Tables;
  readonly #wire: number;
  readonly #groups: readonly Handlers[];
  readonly #renamings: Renaming[] = [new Map()];
  readonly #ids = new Map<string, number>();
  readonly #states: PairMap[];
  readonly #actorStates = new PairMap();
  readonly #parcels = new PairMap();
  readonly #freedom: Freedom;
  isBroken = false;

  constructor(tables: Tables, freedom: Freedom, spoken: readonly Spoken[]) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#freedom = freedom;
    this.#groups = spoken.flatMap((each, process) => handlersOf(tables, process, each));
    this.#states = tables.processes.map(() => new PairMap());
  }

  /** Rewrites a row in place. */
  canonical(row: Row): void {
    const groups = this.#groups;
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at] as Handlers;
      const state = row[PROCESSES + group.process] as number;
      const order = (group.orders[state] ??= this.#order(group, state));
      if (order.renaming !== 0) this.#rename(row, group.process, order);
    }
    for (let at = 0; at < groups.length && !this.isBroken; at += 1) {
      this.isBroken = this.#isUneven(row, groups[at] as Handlers);
    }
  }

  /** Puts the handlers of a process in order, and has everybody call them by their new names. */
  #rename(row: Row, process: number, { renaming, state }: Order): void {
    const { processes } = this.#tables;
    for (let at = 0; at < processes.length; at += 1) {
      const cell = PROCESSES + at;
      row[cell] = at === process ? state : this.#renameProcess(at, row[cell] as number, renaming);
    }
    mapWire(row, this.#wire, (parcel) => this.#renameParcel(parcel, renaming));
  }

  /** Whether it matters which of the free handlers takes a request: they differ, or one of them is spoken of. */
  #isUneven(row: Row, { process, bits, spoken }: Handlers): boolean {
    const free = bits & this.#freedom.freeIn(process, row[PROCESSES + process] as number);
    if (!this.#freedom.isEven(process)) return true;
    if (free === 0) return false;
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      if ((spoken.inParcel((row[place] as number) - 1) & free) !== 0) return true;
    }
    const { processes } = this.#tables;
    for (let at = 0; at < processes.length; at += 1) {
      if ((spoken.inProcess(at, row[PROCESSES + at] as number) & free) !== 0) return true;
    }
    return false;
  }

  #order({ process, places, names }: Handlers, state: number): Order {
    const table = this.#tables.processes[process] as ProcessTable;
    const own = table.statesOf(state);
    const order = [...places].sort((a, b) => (own[a] as number) - (own[b] as number));
    if (order.every((place, index) => place === places[index])) return { renaming: 0, state };
    const former = order.map((place) => names[places.indexOf(place)] as string);
    const key = `${process} ${former.join(' ')}`;
    let renaming = this.#ids.get(key);
    if (renaming === undefined) {
      renaming = this.#renamings.length;
      this.#ids.set(key, renaming);
      this.#renamings.push(new Map(former.map((name, index) => [name, names[index] as string])));
    }
    const sorted = [...own];
    order.forEach((from, index) => {
      sorted[places[index] as number] = own[from] as StateId;
    });
    const id = renaming;
    const renamed = sorted.map((each) => this.#renameState(each, id));
    return { renaming: id, state: table.intern(renamed) };
  }

  #renameProcess(at: number, state: number, renaming: number): number {
    const memo = this.#states[at] as PairMap;
    const known = memo.get(state, renaming);
    if (known >= 0) return known;
    const table = this.#tables.processes[at] as ProcessTable;
    const renamed = table.intern(
      table.statesOf(state).map((each) => this.#renameState(each, renaming)),
    );
    memo.add(state, renaming, renamed);
    return renamed;
  }

  #renameState(state: StateId, renaming: number): StateId {
    const known = this.#actorStates.get(state, renaming);
    if (known >= 0) return known;
    const { states } = this.#tables.system;
    const { machine, snapshot, timers } = states.get(state);
    const names = this.#renamings[renaming] as Renaming;
    const renamed = mentions(states.textOf(state), names.keys())
      ? states.adopt({
          machine,
          snapshot: withContext(machine, snapshot, rename(snapshot.context, names) as object),
          timers: rename(timers, names) as typeof timers,
        })
      : state;
    this.#actorStates.add(state, renaming, renamed);
    return renamed;
  }

  #renameParcel(parcel: number, renaming: number): number {
    const known = this.#parcels.get(parcel, renaming);
    if (known >= 0) return known;
    const { parcels, system } = this.#tables;
    const state = parcels.states[parcel] as StateId;
    const names = this.#renamings[renaming] as Renaming;
    let renamed = parcel;
    if (mentions(system.states.textOf(state), names.keys())) {
      const { snapshot } = system.states.get(state);
      const changed = rename(system.parcelOf(state), names) as Parcel;
      renamed = parcels.of(
        system.states.adopt({
          machine: network,
          snapshot: withContext(network, snapshot, changed),
          timers: [],
        }),
      );
    }
    this.#parcels.add(parcel, renaming, renamed);
    return renamed;
  }
}

function handlersOf(tables: Tables, process: number, spoken: Spoken): readonly Handlers[] {
  const table = tables.processes[process] as ProcessTable;
  return (
    alike(tables, table)
      // Those for whom there is no bit are not taken for alike.
      .map((places) => places.filter((place) => place < PLACES_MAX))
      .filter(({ length }) => length > 1)
      .map((places) => ({
        ...{ process, places, spoken, orders: [] },
        bits: places.reduce((bits, place) => bits | (1 << place), 0),
        names: places.map((place) => tables.system.actors[table.actors[place] as number]?.id ?? ''),
      }))
  );
}
