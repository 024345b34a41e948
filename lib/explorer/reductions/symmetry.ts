import type { StateId } from '@/lib/engine/actor-states';
import { canonical } from '@/lib/engine/json';
import { network, type Parcel } from '@/lib/engine/network';
import { withContext } from '@/lib/engine/step-actor';
import { mentions, rename, type Renaming } from '@/lib/explorer/reductions/rename';
import { processAt, processWords } from '@/lib/explorer/row';
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
}

interface Order {
  /** 0: it is in order already. */
  readonly renaming: number;
  readonly state: number;
}

/**
 * Of all ways to name the handlers of a process, one: they stand in the order of their states. Who
 * speaks of them, on the wire or in a store, speaks of them by their new names.
 */
export class Symmetry {
  readonly #tables: Tables;
  readonly #groups: readonly Handlers[];
  readonly #renamings: Renaming[] = [new Map()];
  readonly #ids = new Map<string, number>();
  readonly #wires = new PairMap();
  readonly #states: PairMap[];
  readonly #actorStates = new PairMap();
  readonly #parcels = new PairMap();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#groups = tables.processes.flatMap((table, process) => handlersOf(tables, table, process));
    this.#states = tables.processes.map(() => new PairMap());
  }

  /** Rewrites a row in place. Returns whether anything changed. */
  canonical(row: Int32Array): boolean {
    let changed = false;
    for (const group of this.#groups) {
      const state = processAt(row, 0, group.process);
      const { renaming, state: sorted } = (group.orders[state] ??= this.#order(group, state));
      if (renaming === 0) continue;
      changed = true;
      this.#tables.processes.forEach((_, at) => {
        const before = processAt(row, 0, at);
        const after = at === group.process ? sorted : this.#renameProcess(at, before, renaming);
        if (after !== before) put(row, at, after);
      });
      const wire = processWords(this.#tables.processes.length);
      row[wire] = this.#renameWire(row[wire] as number, renaming);
    }
    return changed;
  }

  /** In how many ways the handlers of a canonical row could have been named. */
  orbit(row: Int32Array): number {
    return this.#groups.reduce((ways, { process, places }) => {
      const table = this.#tables.processes[process] as ProcessTable;
      const own = table.statesOf(processAt(row, 0, process));
      const alike = new Map<StateId, number>();
      let orders = 1;
      places.forEach((place, index) => {
        const state = own[place] as StateId;
        const count = (alike.get(state) ?? 0) + 1;
        alike.set(state, count);
        orders = (orders * (index + 1)) / count;
      });
      return ways * orders;
    }, 1);
  }

  #order({ process, places, names }: Handlers, state: number): Order {
    const table = this.#tables.processes[process] as ProcessTable;
    const own = table.statesOf(state);
    const order = [...places].sort((a, b) => (own[a] as number) - (own[b] as number));
    if (order.every((place, index) => place === places[index])) return { renaming: 0, state };
    const names_ = order.map((place) => names[places.indexOf(place)] as string);
    const key = `${process} ${names_.join(' ')}`;
    let renaming = this.#ids.get(key);
    if (renaming === undefined) {
      renaming = this.#renamings.length;
      this.#ids.set(key, renaming);
      this.#renamings.push(new Map(names_.map((name, index) => [name, names[index] as string])));
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

  #renameWire(wire: number, renaming: number): number {
    const known = this.#wires.get(wire, renaming);
    if (known >= 0) return known;
    const renamed = this.#tables.wires.map(wire, (parcel) => this.#renameParcel(parcel, renaming));
    this.#wires.add(wire, renaming, renamed);
    return renamed;
  }

  #renameState(state: StateId, renaming: number): StateId {
    const known = this.#actorStates.get(state, renaming);
    if (known >= 0) return known;
    const { states } = this.#tables.system;
    const { machine, snapshot, timers } = states.get(state);
    const names = this.#renamings[renaming] as Renaming;
    const isNamed = mentions([snapshot.context, timers], names.keys());
    const renamed = isNamed
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
    const context = system.parcelOf(state);
    let renamed = parcel;
    if (mentions(context, names.keys())) {
      const { snapshot } = system.states.get(state);
      const changed = rename(context, names) as Parcel;
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

function put(row: Int32Array, at: number, state: number): void {
  const shift = (at & 1) * 16;
  row[at >> 1] = ((row[at >> 1] as number) & ~(0xffff << shift)) | (state << shift);
}

function handlersOf(tables: Tables, table: ProcessTable, process: number): readonly Handlers[] {
  const groups = new Map<string, number[]>();
  table.actors.forEach((index, place) => {
    const actor = tables.system.actors[index];
    const key = `${actor?.machine.id ?? ''} ${canonical(actor?.input)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()]
    .filter((places) => places.length > 1)
    .map((places) => ({
      ...{ process, places, orders: [] },
      names: places.map((place) => tables.system.actors[table.actors[place] as number]?.id ?? ''),
    }));
}
