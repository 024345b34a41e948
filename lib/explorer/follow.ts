import type { StateId } from '@/lib/engine/actor-states';
import { choicesOf } from '@/lib/engine/choices';
import type { Choice, Core } from '@/lib/engine/core';
import { network, type Parcel } from '@/lib/engine/network';
import { step } from '@/lib/engine/step';
import { withContext } from '@/lib/engine/step-actor';
import type { System } from '@/lib/engine/system';
import type { Trace } from '@/lib/engine/trace';
import type { World } from '@/lib/engine/world';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Canonical } from '@/lib/explorer/search/draft';
import { faultsCell, type Faults, roomyRow, type Row, writeRow } from '@/lib/explorer/search/row';
import type { Search } from '@/lib/explorer/search/search';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * Plays a way that a search found in the real world: from state to state, by whatever choice leads from
 * one to the next. Where the search left out time, or messages that don't matter, the world may wait
 * or deliver in between. Null if none is found in `triesMax` moments: without time a search finds ways for which
 * there is no schedule. Of a search in time it would be a mistake, and whoever asked says so.
 */
export function follow(world: World, bounds: Faults, search: Search, goal: number): Trace | null {
  const path = pathTo(search, goal);
  const reader = new WorldReader(search.tables, search.canonical, world.system);
  const { recollection } = search.tables.start();
  const start: Place = { world, at: 0, recollection, trace: [], faults: bounds };
  const open: Place[] = [start];
  const seen = new Set<string>();
  for (let tries = 0; open.length > 0 && tries < EXPLORER_LIMITS.triesMax; tries += 1) {
    const place = open.pop() as Place;
    if (place.at === path.length - 1) return place.trace;
    const key = `${place.at} ${place.world.core.actors.join()} ${place.world.core.parcels.join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const [onward, meanwhile] = successors(place, path, reader);
    // Last in, first out: what leads on is tried before what only passes time.
    open.push(...meanwhile.reverse(), ...onward.reverse());
  }
  return null;
}

interface Place {
  readonly world: World;
  /** How far along the way. */
  readonly at: number;
  readonly recollection: number;
  readonly faults: Faults;
  readonly trace: Trace;
}

function successors(place: Place, path: readonly Row[], reader: WorldReader) {
  const onward: Place[] = [];
  const meanwhile: Place[] = [];
  for (const choice of choicesOf(place.world)) {
    const faults = choice.kind === 'delay' ? null : afterFault(place.faults, choice);
    if (!faults) continue;
    const { world, entry } = step(place.world, choice);
    const facts = entry?.facts.map(({ fact }) => fact) ?? [];
    const recollection = reader.tables.recollections.fold(place.recollection, facts);
    const row = reader.row(world.core, recollection, faults);
    const trace = entry ? [...place.trace, entry] : place.trace;
    const next = { world, recollection, faults, trace };
    if (equal(row, path[place.at + 1])) onward.push({ ...next, at: place.at + 1 });
    else if (equal(row, path[place.at]) && isHarmless(choice)) {
      meanwhile.push({ ...next, at: place.at });
    }
  }
  return [onward, meanwhile] as const;
}

const isHarmless = ({ kind }: Choice): boolean => kind === 'wait' || kind === 'deliver';

function afterFault(faults: Faults, { kind }: Choice): Faults | null {
  const name = FAULTS[kind];
  if (!name) return faults;
  return faults[name] > 0 ? { ...faults, [name]: faults[name] - 1 } : null;
}

const FAULTS: Partial<Record<Choice['kind'], keyof Faults>> = {
  lose: 'losses',
  duplicate: 'duplicates',
  crash: 'crashes',
};

/** Whether they are equal but for the room they have. `a` must have no less. */
const equal = (a: Row, b: Row | undefined): boolean => {
  if (b === undefined || a[b.length] !== 0) return false;
  return b.every((cell, place) => cell === a[place]);
};

/** The rows from the start to a state. */
function pathTo({ states }: Search, goal: number): readonly Row[] {
  const path: Row[] = [];
  for (let index = goal; index >= 0; index = states.parents[index] as number) {
    path.unshift(states.row(index));
  }
  return path;
}

/** Sees a world as a search would have written it down. */
class WorldReader {
  readonly tables: Tables;
  readonly #canonical: Canonical | null;
  readonly #states: System['states'];
  readonly #known = new Map<StateId, StateId>();

  constructor(tables: Tables, canonical: Canonical | null, { states }: System) {
    this.tables = tables;
    this.#canonical = canonical;
    this.#states = states;
  }

  row({ actors, parcels }: Core, recollection: number, faults: Faults): Row {
    const known = {
      actors: actors.map((state) => this.#adopt(state)),
      parcels: parcels.map((state) => this.#adopt(state)),
    };
    const messages = Math.max(EXPLORER_LIMITS.onTheWireMax, parcels.length);
    const row = roomyRow(this.tables.processes.length, messages);
    writeRow(row, { ...this.tables.situation(known), recollection }, faultsCell(faults));
    this.#canonical?.(row);
    return row;
  }

  #adopt(state: StateId): StateId {
    const known = this.#known.get(state);
    if (known !== undefined) return known;
    const { system } = this.tables;
    const { machine, snapshot, timers } = this.#states.get(state);
    const adopted = system.states.adopt({
      ...{ machine, timers },
      snapshot:
        machine === network && !system.timed
          ? withContext(network, snapshot, {
              ...(snapshot.context as Parcel),
              ...{ usualIn: 0, latestIn: 0 },
            })
          : snapshot,
    });
    this.#known.set(state, adopted);
    return adopted;
  }
}
