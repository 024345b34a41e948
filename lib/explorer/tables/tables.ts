import type { StateId } from '@/lib/engine/actor-states';
import { type Core, initialCore } from '@/lib/engine/core';
import { System } from '@/lib/engine/system';
import type { Question } from '@/lib/explorer/question';
import { PairMap } from '@/lib/explorer/tables/pair-map';
import { Parcels } from '@/lib/explorer/tables/parcels';
import { ProcessTable } from '@/lib/explorer/tables/process-table';
import { NOTHING, Reactions } from '@/lib/explorer/tables/reactions';
import { Recollections } from '@/lib/explorer/tables/recollections';
import { type WireId, Wires } from '@/lib/explorer/tables/wires';

/**
 * Everything that a search looks up, for one cast: what each process can do, what can be on the wire,
 * what the judge remembers. Filled in as the search goes, always by the engine's own step, so XState
 * is asked once for each state and event, and the search itself works on integers.
 */
export class Tables {
  readonly system: System;
  readonly parcels: Parcels;
  readonly reactions: Reactions;
  readonly processes: readonly ProcessTable[];
  readonly wires: Wires;
  readonly recollections: Recollections;
  /** What a crash leaves on the wire, by the process that crashes. */
  readonly #crashed = new PairMap();
  readonly #sent = new PairMap();

  constructor({ cast, meant, bounds }: Question, options: { readonly timed: boolean }) {
    this.system = new System(cast, options);
    const ids = cast.processes.filter(({ actors }) => actors.length > 0).map(({ id }) => id);
    this.parcels = new Parcels(this.system, ids);
    this.reactions = new Reactions(this.system, this.parcels, bounds.retries + 1);
    this.processes = ids.map(
      (id, position) => new ProcessTable(position, id, this.reactions, this.parcels),
    );
    this.wires = new Wires(this.parcels);
    this.recollections = new Recollections(meant);
  }

  /** How everything starts. Like the engine's worlds, it begins with nothing having happened. */
  start(): Situation {
    return { ...this.situation(initialCore(this.system).core), recollection: 0 };
  }

  situation({ actors, parcels }: Core): Omit<Situation, 'recollection'> {
    return {
      processes: this.processes.map((table) => table.of(actors)),
      wire: this.wires.withAll(
        0,
        parcels.map((parcel) => this.parcels.of(parcel)),
      ),
    };
  }

  /** The wire once a reaction's messages are on it. */
  withSent(wire: WireId, list: number): WireId {
    if (list === 0) return wire;
    const known = this.#sent.get(wire, list);
    if (known >= 0) return known;
    const found = this.wires.withAll(wire, this.reactions.sent(list));
    this.#sent.add(wire, list, found);
    return found;
  }

  /** The wire once one of its messages has arrived and what its taker sent is on it. */
  exchanged(wire: WireId, item: number, list: number): WireId {
    return this.wires.exchanged(wire, item, list, this.reactions);
  }

  /** What the judge remembers once a reaction's facts have happened. */
  withFacts(recollection: number, list: number): number {
    if (list === 0) return recollection;
    return this.recollections.after(recollection, list, this.reactions.happened(list));
  }

  /** A crash changes the process, what is on the wire, and whoever hears of it. */
  crash(position: number, before: Situation): Situation {
    const crashed = this.processes[position];
    if (!crashed) throw new Error(`No process ${position}`);
    const processes = [...before.processes];
    let wire = this.#wireAfterCrash(before.wire, position);
    let { recollection } = before;
    this.processes.forEach((table, at) => {
      const own = table === crashed;
      const reaction = own ? table.restart : table.closing(processes[at] as number, crashed);
      if (reaction === NOTHING) return;
      processes[at] = this.reactions.next(reaction);
      wire = this.withSent(wire, this.reactions.sends(reaction));
      recollection = this.withFacts(recollection, this.reactions.facts(reaction));
    });
    return { processes, wire, recollection };
  }

  /** The engine's states of all actors, in the system's order. */
  actorsOf(processes: readonly number[]): readonly StateId[] {
    const everybody: StateId[] = [];
    this.processes.forEach((table, at) => {
      table.statesOf(processes[at] as number).forEach((state, place) => {
        everybody[table.actors[place] as number] = state;
      });
    });
    return everybody;
  }

  #wireAfterCrash(wire: WireId, position: number): WireId {
    const known = this.#crashed.get(wire, position);
    if (known >= 0) return known;
    const id = this.processes[position]?.id ?? '';
    const left = this.wires.map(wire, (parcel) => this.parcels.afterCrash(parcel, id, position));
    this.#crashed.add(wire, position, left);
    return left;
  }
}

/** A moment of the world, as a search sees it. */
export interface Situation {
  readonly processes: readonly number[];
  readonly wire: WireId;
  readonly recollection: number;
}
