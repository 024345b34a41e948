import type { StateId } from '@/lib/engine/actor-states';
import { type Core, initialCore } from '@/lib/engine/core';
import { LimitExceeded } from '@/lib/engine/limits';
import type { MachineSteps } from '@/lib/engine/machine-steps';
import { System } from '@/lib/engine/system';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import { type ParcelId, Parcels } from '@/lib/explorer/tables/parcels';
import { ProcessTable } from '@/lib/explorer/tables/process-table';
import { Reactions } from '@/lib/explorer/tables/reactions';
import { Recollections } from '@/lib/explorer/tables/recollections';

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
  readonly recollections: Recollections;

  constructor(
    { cast, meant, bounds }: Question,
    options: { readonly timed: boolean; readonly steps?: MachineSteps },
  ) {
    this.system = new System(cast, options);
    const ids = cast.processes.filter(({ actors }) => actors.length > 0).map(({ id }) => id);
    if (ids.length > EXPLORER_LIMITS.processesMax) {
      throw new LimitExceeded(`There are more than ${EXPLORER_LIMITS.processesMax} processes`);
    }
    this.parcels = new Parcels(this.system, ids);
    this.reactions = new Reactions(this.system, this.parcels, bounds.retries + 1);
    this.processes = ids.map(
      (id, position) => new ProcessTable(position, id, this.reactions, this.parcels),
    );
    this.recollections = new Recollections(meant);
  }

  /** How everything starts. Like the engine's worlds, it begins with nothing having happened. */
  start(): Situation {
    return { ...this.situation(initialCore(this.system).core), recollection: 0 };
  }

  situation({ actors, parcels }: Core): Omit<Situation, 'recollection'> {
    return {
      processes: this.processes.map((table) => table.of(actors)),
      parcels: parcels.map((parcel) => this.parcels.of(parcel)),
    };
  }

  /** What the judge remembers once a reaction's facts have happened. */
  withFacts(recollection: number, list: number): number {
    if (list === 0) return recollection;
    return this.recollections.after(recollection, list, this.reactions.happened(list));
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
}

/** A moment of the world, as a search sees it. */
export interface Situation {
  readonly processes: readonly number[];
  /** What is on the wire, in any order. */
  readonly parcels: readonly ParcelId[];
  readonly recollection: number;
}
