import type { StateId } from '@/lib/engine/actor-states';
import { canonical } from '@/lib/engine/json';
import { network, type Parcel } from '@/lib/engine/network';
import { withContext } from '@/lib/engine/step-actor';
import type { Freedom } from '@/lib/explorer/reductions/freedom';
import { mentions, rename, type Renaming } from '@/lib/explorer/reductions/rename';
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
  /** Which of them are spoken of in each message, as bits, and in each state of each process. */
  readonly inParcels: (number | undefined)[];
  readonly inProcesses: readonly (number | undefined)[][];
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
 * A request goes to the first handler that is free, so this is right only if all free handlers are alike:
 * if nothing is on its way to one of them, and nobody speaks of it. Where that was not so, `isBroken`.
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

  constructor(tables: Tables, freedom: Freedom) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#freedom = freedom;
    this.#groups = tables.processes.flatMap((table, process) => handlersOf(tables, table, process));
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

  /** Whether a free handler is spoken of, so that it matters which of the free ones takes a request. */
  #isUneven(row: Row, group: Handlers): boolean {
    const { processes } = this.#tables;
    const { inParcels, inProcesses, process, places } = group;
    let spoken = 0;
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      const parcel = (row[place] as number) - 1;
      spoken |= inParcels[parcel] ??= this.#inParcel(parcel, group);
    }
    for (let at = 0; at < processes.length; at += 1) {
      const state = row[PROCESSES + at] as number;
      const memo = inProcesses[at] as (number | undefined)[];
      spoken |= memo[state] ??= this.#inProcess(at, state, group);
    }
    if (spoken === 0) return false;
    const own = (processes[process] as ProcessTable).statesOf(row[PROCESSES + process] as number);
    for (let index = 0; index < places.length; index += 1) {
      if ((spoken & (1 << index)) === 0) continue;
      if (this.#freedom.isFree(process, own[places[index] as number] as StateId)) return true;
    }
    return false;
  }

  #inParcel(parcel: number, { names }: Handlers): number {
    const { parcels, system } = this.#tables;
    return namesIn(system.states.textOf(parcels.states[parcel] as StateId), names);
  }

  #inProcess(at: number, state: number, { names }: Handlers): number {
    const { processes, system } = this.#tables;
    const own = (processes[at] as ProcessTable).statesOf(state);
    return namesIn(own.map((each) => system.states.textOf(each)).join(' '), names);
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

/** As many as there are bits to tell them apart by; more are not taken for alike. */
const HANDLERS_MAX = 30;

/** Which of the names stand in what is written down, as bits. */
const namesIn = (text: string, names: readonly string[]): number =>
  names.reduce((bits, name, index) => bits | (text.includes(name) ? 1 << index : 0), 0);

function handlersOf(tables: Tables, table: ProcessTable, process: number): readonly Handlers[] {
  const groups = new Map<string, number[]>();
  const machines: unknown[] = [];
  table.actors.forEach((index, place) => {
    const actor = tables.system.actors[index];
    // By what it is and not by its name, which another machine may have too.
    if (!machines.includes(actor?.machine)) machines.push(actor?.machine);
    const key = `${machines.indexOf(actor?.machine)} ${canonical(actor?.input)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()]
    .filter(({ length }) => length > 1 && length <= HANDLERS_MAX)
    .map((places) => ({
      ...{ process, places, orders: [], inParcels: [] },
      inProcesses: tables.processes.map(() => []),
      names: places.map((place) => tables.system.actors[table.actors[place] as number]?.id ?? ''),
    }));
}
