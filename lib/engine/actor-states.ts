import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

import { Interner } from '@/lib/engine/interner';
import { canonical } from '@/lib/engine/json';
import { LIMITS, LimitExceeded } from '@/lib/engine/limits';
import type { Effect, Fact, Message, Ticks } from '@/lib/engine/model';
import { type ActorStep, startActor, stepActor, type TimerChange } from '@/lib/engine/step-actor';

/** A state of one machine together with its running timers, as a small integer. */
export type StateId = number;

/** A timer that an actor set. `dueIn` counts from now, so that equal situations look equal. */
export interface PendingTimer {
  readonly id: string;
  readonly event: EventObject;
  readonly dueIn: Ticks;
}

export interface ActorState {
  readonly machine: AnyStateMachine;
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly PendingTimer[];
}

export interface Send {
  readonly to: string;
  readonly message: Message;
}

/** What one event does to one actor: the same for the same state and event, for ever. */
export interface Reaction {
  readonly next: StateId;
  readonly sends: readonly Send[];
  readonly facts: readonly Fact[];
  /** Timers that it set and left running, those set anew for as long as before included. */
  readonly started: readonly string[];
  readonly handled: boolean;
}

export interface EngineOptions {
  /** Off: XState is asked every time, for measuring what the memo is worth. */
  readonly memo?: boolean;
  /** Off: every duration is nothing, so whatever is pending may happen at any moment, in any order. */
  readonly timed?: boolean;
}

/**
 * Interns actors' states and memoises their transitions by (state, event), so that XState runs once
 * for each pair however often the pair comes up.
 */
export class ActorStates {
  readonly #states = new Interner<ActorState>();
  readonly #events = new Interner<EventObject>();
  readonly #reactions: Map<number, Reaction>[] = [];
  readonly #fires: Map<number, Reaction>[] = [];
  readonly #ages: Map<Ticks, StateId>[] = [];
  readonly #machines = new Map<AnyStateMachine, { readonly name: string; states: number }>();
  readonly #memo: boolean;
  readonly #timed: boolean;
  /** How often XState itself was asked. */
  transitions = 0;

  constructor({ memo = true, timed = true }: EngineOptions = {}) {
    this.#memo = memo;
    this.#timed = timed;
  }

  get(id: StateId): ActorState {
    return this.#states.at(id);
  }

  /** A state written down, with its machine’s name: equal for equal states only. */
  textOf(id: StateId): string {
    return this.#states.keyOf(id);
  }

  event(id: number): EventObject {
    return this.#events.at(id);
  }

  internEvent(event: EventObject): number {
    return this.#events.intern(canonical(event), () => event);
  }

  start(machine: AnyStateMachine, input: unknown): Reaction {
    this.transitions += 1;
    return this.#toReaction(machine, [], startActor(machine, input));
  }

  /** What `event` (an interned id) does to an actor in `state`. */
  react(state: StateId, event: number): Reaction {
    const memo = (this.#reactions[state] ??= new Map<number, Reaction>());
    const known = memo.get(event);
    if (known && this.#memo) return known;
    const { machine, snapshot, timers } = this.#states.at(state);
    this.transitions += 1;
    const step = stepActor(machine, snapshot, this.#events.at(event));
    const reaction = step.handled
      ? this.#toReaction(machine, timers, step)
      : { next: state, sends: [], facts: [], started: [], handled: false };
    memo.set(event, reaction);
    return reaction;
  }

  /** Lets the timer at `index` go off, due or not: whoever calls has checked `dueIn`. */
  fire(state: StateId, index: number): Reaction {
    const memo = (this.#fires[state] ??= new Map<number, Reaction>());
    const known = memo.get(index);
    if (known && this.#memo) return known;
    const { machine, snapshot, timers } = this.#states.at(state);
    const timer = timers[index];
    if (!timer) throw new Error(`${machine.id} has no timer ${index}`);
    this.transitions += 1;
    const left = timers.filter((candidate) => candidate !== timer);
    const reaction = this.#toReaction(machine, left, stepActor(machine, snapshot, timer.event));
    memo.set(index, reaction);
    return reaction;
  }

  /** The same actor, `ticks` later, nothing having happened to it. */
  age(state: StateId, ticks: Ticks): StateId {
    const { machine, snapshot, timers } = this.#states.at(state);
    if (timers.length === 0) return state;
    const memo = (this.#ages[state] ??= new Map<Ticks, StateId>());
    const known = memo.get(ticks);
    if (known !== undefined) return known;
    const aged = timers.map((timer) => ({ ...timer, dueIn: timer.dueIn - ticks }));
    const next = this.#intern(machine, snapshot, aged);
    memo.set(ticks, next);
    return next;
  }

  /** The id here of a state that was met elsewhere, or made from one that was. */
  adopt({ machine, snapshot, timers }: ActorState): StateId {
    const kept = this.#timed ? timers : timers.map((timer) => ({ ...timer, dueIn: 0 }));
    return this.#intern(machine, snapshot, kept);
  }

  #toReaction(
    machine: AnyStateMachine,
    running: readonly PendingTimer[],
    { snapshot, effects, timers, handled }: ActorStep,
  ): Reaction {
    const lastChange = new Map(timers.map((change) => [change.id, change.type]));
    return {
      next: this.#intern(machine, snapshot, this.#applyTimers(running, timers)),
      sends: effects.filter((effect) => effect.type === 'send').map(toSend),
      facts: effects.filter((effect) => effect.type === 'record').map(({ fact }) => fact),
      started: [...lastChange].filter(([, type]) => type === 'start').map(([id]) => id),
      handled,
    };
  }

  #applyTimers(
    running: readonly PendingTimer[],
    changes: readonly TimerChange[],
  ): readonly PendingTimer[] {
    let timers = running;
    for (const change of changes) {
      timers = timers.filter(({ id }) => id !== change.id);
      if (change.type === 'start') {
        const dueIn = this.#timed ? change.ticks : 0;
        timers = [...timers, { id: change.id, event: change.event, dueIn }];
      }
    }
    return timers;
  }

  #intern(
    machine: AnyStateMachine,
    snapshot: AnyMachineSnapshot,
    timers: readonly PendingTimer[],
  ): StateId {
    let known = this.#machines.get(machine);
    if (!known) {
      known = { name: `${machine.id}#${this.#machines.size}`, states: 0 };
      this.#machines.set(machine, known);
    }
    const owner = known;
    const key = `${owner.name} ${canonical([snapshot.value, snapshot.context, timers])}`;
    return this.#states.intern(key, () => {
      owner.states += 1;
      if (owner.states > LIMITS.statesPerActorMax) {
        throw new LimitExceeded(
          `Machine "${machine.id}" has more than ${LIMITS.statesPerActorMax} states: keep times, counters and drawn ids out of its context.`,
        );
      }
      return { machine, snapshot, timers };
    });
  }
}

const toSend = ({ to, message }: Extract<Effect, { type: 'send' }>): Send => ({ to, message });
