import type { StateId } from '@/lib/engine/actor-states';
import { ABSENT, type Choice, type Core, type CoreStep, stepCore } from '@/lib/engine/core';
import { Interner } from '@/lib/engine/interner';
import { LimitExceeded } from '@/lib/engine/limits';
import type { ProcessId } from '@/lib/engine/model';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { BLOCKED, NOTHING, type Reactions } from '@/lib/explorer/tables/reactions';
import type { ParcelId, Parcels } from '@/lib/explorer/tables/parcels';

/** The states of all actors of one process, taken together, as a small integer. */
export type ProcessState = number;

/** Ticks until something that never comes: the greatest integer that every browser keeps unboxed. */
export const NEVER = 2 ** 30 - 1;

const UNKNOWN = -3;

/** Where a row keeps what. */
const SOONEST = 0;
const LATER = 1;
const KINDS = 2;

/**
 * All that one process can do, filled in when first asked for: what a message, a timer, a tick and a
 * crash do to it in each of its states. Each entry comes from the engine's own step, asked once.
 */
export class ProcessTable {
  readonly id: ProcessId;
  readonly crashes: boolean;
  /** Positions of its actors in the system. */
  readonly actors: readonly number[];
  /** Row by row what is known of each state: SOONEST, LATER, and what each kind of message does from KINDS on. */
  #cells = new Int32Array(64 << 3).fill(UNKNOWN);
  /** How wide a row is, as a power of two. */
  #bits = 3;
  /** Reactions to the timers that are due, by state. */
  readonly #due: (readonly number[] | undefined)[] = [];
  readonly #position: number;
  readonly #reactions: Reactions;
  readonly #parcels: Parcels;
  readonly #states = new Interner<readonly StateId[]>();
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
      const state = this.#states.size;
      if ((state + 1) << this.#bits > this.#cells.length) this.#makeRoom(this.#bits);
      this.#cells[(state << this.#bits) + SOONEST] = Math.min(NEVER, ...timers);
      if (state >= EXPLORER_LIMITS.statesPerProcessMax) {
        throw new LimitExceeded(
          `"${this.id}" has more than ${EXPLORER_LIMITS.statesPerProcessMax} states`,
        );
      }
      return own;
    });
  }

  /** Ticks until its first timer goes off; NEVER if none runs. */
  soonest(state: ProcessState): number {
    return this.#cells[(state << this.#bits) + SOONEST] as number;
  }

  /** What a message does that is for this process: a reaction, or BLOCKED. */
  receive(state: ProcessState, parcel: ParcelId): number {
    const place = KINDS + this.#parcels.kindOf(parcel);
    const known = place >> this.#bits === 0 ? this.#cells[(state << this.#bits) + place] : UNKNOWN;
    return known === UNKNOWN ? this.#fill(state, place, parcel) : (known as number);
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
    const known = this.#cells[(state << this.#bits) + LATER] as number;
    return known === UNKNOWN ? this.#age(state) : known;
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

  #age(state: ProcessState): ProcessState {
    const { states } = this.#reactions.system;
    const later = this.intern(this.statesOf(state).map((own) => states.age(own, 1)));
    return (this.#cells[(state << this.#bits) + LATER] = later);
  }

  #fill(state: ProcessState, place: number, parcel: ParcelId): number {
    const found = this.#react(state, { kind: 'deliver', parcel: 0 }, parcel);
    while (place >> this.#bits !== 0) this.#makeRoom(this.#bits + 1);
    return (this.#cells[(state << this.#bits) + place] = found);
  }

  /** For twice as many states, or for rows so wide. */
  #makeRoom(bits: number): void {
    const [before, former] = [this.#bits, this.#cells];
    const room = new Int32Array(former.length * 2).fill(UNKNOWN);
    for (let state = 0; state < former.length >> before; state += 1) {
      room.set(former.subarray(state << before, (state + 1) << before), state << bits);
    }
    this.#cells = room;
    this.#bits = bits;
  }

  #react(state: ProcessState, choice: Choice, parcel?: ParcelId): number {
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
    this.#refuseUnheardOf(done, [...this.statesOf(state), ...parcels]);
    return this.#reactions.add(this.id, this.of(done.core.actors), done);
  }

  /**
   * Who sends something to one actor of a process has to have its name from somewhere, or else a search that
   * overlooks what nobody can have anything to do with would be wrong.
   */
  #refuseUnheardOf({ core, sent }: CoreStep, before: readonly StateId[]): void {
    const { system } = this.#reactions;
    for (const { by, parcel } of sent) {
      const { to } = system.parcelOf(parcel);
      if (system.processOf(by).id !== this.id || system.processOf(to).id === to) continue;
      const known = [...before, ...this.actors.map((index) => core.actors[index] ?? ABSENT)];
      if (known.some((each) => each !== ABSENT && system.states.textOf(each).includes(to)))
        continue;
      throw new Error(
        `"${by}" sends something to "${to}", whose name is neither in its context nor in what it heard. Keep names there, so that who may be sent something can be told.`,
      );
    }
  }
}
