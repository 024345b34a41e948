import type { StateId } from '@/lib/engine/actor-states';
import { ABSENT, type Choice, type Core, stepCore } from '@/lib/engine/core';
import { Interner } from '@/lib/engine/interner';
import { LimitExceeded } from '@/lib/engine/limits';
import type { ProcessId } from '@/lib/engine/model';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { BLOCKED, NOTHING, type Reactions } from '@/lib/explorer/tables/reactions';
import type { Parcels } from '@/lib/explorer/tables/parcels';

/** The states of all actors of one process, taken together, as a small integer. */
export type ProcessState = number;

/** Ticks until something that never comes. */
export const NEVER = 2 ** 30;

const UNKNOWN = -3;

/**
 * All that one process can do, filled in when first asked for: what a message, a timer, a tick and a
 * crash do to it in each of its states. Each entry comes from the engine's own step, asked once.
 */
export class ProcessTable {
  readonly id: ProcessId;
  readonly crashes: boolean;
  /** Positions of its actors in the system. */
  readonly actors: readonly number[];
  /** What each kind of message does, by state and kind: a reaction, BLOCKED or UNKNOWN. */
  readonly #rows: Int32Array[] = [];
  /** Reactions to the timers that are due, by state. */
  readonly #due: (readonly number[] | undefined)[] = [];
  /** Ticks until its first timer goes off, by state; NEVER if none runs. */
  readonly soonest: number[] = [];
  readonly #position: number;
  readonly #reactions: Reactions;
  readonly #parcels: Parcels;
  readonly #states = new Interner<readonly StateId[]>();
  readonly #aged: (ProcessState | undefined)[] = [];
  readonly #closings: (number | undefined)[][] = [];
  #restart = UNKNOWN;

  constructor(position: number, id: ProcessId, reactions: Reactions, parcels: Parcels) {
    const { system } = reactions;
    this.#position = position;
    this.#reactions = reactions;
    this.#parcels = parcels;
    this.id = id;
    this.crashes = system.process(id).crashes;
    this.actors = system.actorsOf(id).map(({ index }) => index);
  }

  statesOf(state: ProcessState): readonly StateId[] {
    return this.#states.at(state);
  }

  /** The id of what its actors are up to, picked out of everybody's states. */
  of(everybody: readonly StateId[]): ProcessState {
    return this.intern(this.actors.map((index) => everybody[index] ?? ABSENT));
  }

  intern(own: readonly StateId[]): ProcessState {
    return this.#states.intern(own.join(), () => {
      const { states } = this.#reactions.system;
      const timers = own.flatMap((state) => states.get(state).timers.map(({ dueIn }) => dueIn));
      this.soonest.push(Math.min(NEVER, ...timers));
      this.#rows.push(new Int32Array(8).fill(UNKNOWN));
      if (this.soonest.length > EXPLORER_LIMITS.statesPerProcessMax) {
        throw new LimitExceeded(
          `"${this.id}" has more than ${EXPLORER_LIMITS.statesPerProcessMax} states`,
        );
      }
      return own;
    });
  }

  /** What a message of this kind does. */
  receive(state: ProcessState, kind: number, parcel: number): number {
    const row = this.#rows[state] as Int32Array;
    const known = kind < row.length ? (row[kind] as number) : UNKNOWN;
    return known === UNKNOWN ? this.#fill(state, kind, parcel) : known;
  }

  /** Reactions to the timers that may go off now. */
  fires(state: ProcessState): readonly number[] {
    return (this.#due[state] ??= this.statesOf(state).flatMap((own, place) =>
      this.#reactions.system.states.get(own).timers.flatMap(({ dueIn }, timer) => {
        const actor = this.actors[place] ?? ABSENT;
        return dueIn === 0 ? [this.#react(state, { kind: 'fire', actor, timer })] : [];
      }),
    ));
  }

  aged(state: ProcessState): ProcessState {
    return (this.#aged[state] ??= this.intern(
      this.statesOf(state).map((own) => this.#reactions.system.states.age(own, 1)),
    ));
  }

  /** What its own crash does to it. The same in every state. */
  get restart(): number {
    if (this.#restart === UNKNOWN) {
      this.#restart = this.#react(0, { kind: 'crash', process: this.id });
    }
    return this.#restart;
  }

  /** What it does when it hears that another process crashed; NOTHING if it doesn't care. */
  closing(state: ProcessState, crashed: ProcessTable): number {
    const memo = (this.#closings[crashed.#position] ??= []);
    return (memo[state] ??= this.#react(state, { kind: 'crash', process: crashed.id }));
  }

  #fill(state: ProcessState, kind: number, parcel: number): number {
    const found = this.#react(state, { kind: 'deliver', parcel: 0 }, parcel);
    let row = this.#rows[state] as Int32Array;
    if (kind >= row.length) {
      const larger = new Int32Array(Math.max(kind + 1, row.length * 2)).fill(UNKNOWN);
      larger.set(row);
      row = this.#rows[state] = larger;
    }
    return (row[kind] = found);
  }

  #react(state: ProcessState, choice: Choice, parcel?: number): number {
    const { system } = this.#reactions;
    const actors = system.actors.map((): StateId => ABSENT);
    this.statesOf(state).forEach((own, place) => {
      actors[this.actors[place] ?? 0] = own;
    });
    const parcels = parcel === undefined ? [] : [this.#parcels.states[parcel] ?? ABSENT];
    const core: Core = { actors, parcels };
    const done = stepCore(system, core, choice);
    const own = done.changes.filter(({ actor }) => actor.process.id === this.id);
    if (choice.kind === 'deliver' && done.changes.length === 0) return BLOCKED;
    if (choice.kind === 'crash' && own.length === 0) return NOTHING;
    return this.#reactions.add(this.id, this.of(done.core.actors), done);
  }
}
