import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

import { Interner } from '@/lib/engine/interner';
import { canonical } from '@/lib/engine/json';
import { LIMITS, LimitExceeded } from '@/lib/engine/limits';
import {
  type MachineStep,
  MachineSteps,
  type MomentId,
  recentSteps,
  type Send,
} from '@/lib/engine/machine-steps';
import type { Fact, Ticks } from '@/lib/engine/model';
import type { TimerChange } from '@/lib/engine/step-actor';

/** A state of one machine together with its running timers, as a small integer. */
export type StateId = number;

/** A timer that an actor set. `dueIn` counts from now, so that equal situations look equal. */
export interface PendingTimer {
  readonly id: string;
  readonly event: EventObject;
  readonly dueIn: Ticks;
}

export interface ActorState {
  readonly moment: MomentId;
  readonly machine: AnyStateMachine;
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly PendingTimer[];
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
  /** What is known already of the machines, and where more of it is kept. Left out: what was asked lately. */
  readonly steps?: MachineSteps;
  /** Off: XState is asked every time, for measuring what the memo is worth. */
  readonly memo?: boolean;
  /** Off: every duration is nothing, so whatever is pending may happen at any moment, in any order. */
  readonly timed?: boolean;
}

/** Interns actors' states, which are moments of machines with their timers, and memoises what events do to them. */
export class ActorStates {
  readonly steps: MachineSteps;
  readonly #states = new Interner<ActorState>();
  readonly #texts: (string | undefined)[] = [];
  readonly #reactions: Map<number, Reaction>[] = [];
  readonly #fires: Map<number, Reaction>[] = [];
  readonly #ages: Map<Ticks, StateId>[] = [];
  readonly #counts = new Map<AnyStateMachine, number>();
  readonly #timed: boolean;

  constructor({ steps, memo = true, timed = true }: EngineOptions = {}) {
    this.steps = steps ?? (memo ? recentSteps() : new MachineSteps({ memo }));
    this.#timed = timed;
  }

  get(id: StateId): ActorState {
    return this.#states.at(id);
  }

  /** A state written down, with its machine’s name: equal for equal states only. */
  textOf(id: StateId): string {
    const { moment, timers } = this.get(id);
    return (this.#texts[id] ??= `${this.steps.textOf(moment)} ${canonical(timers)}`);
  }

  event(id: number): EventObject {
    return this.steps.event(id);
  }

  internEvent(event: EventObject): number {
    return this.steps.internEvent(event);
  }

  start(machine: AnyStateMachine, input: unknown): Reaction {
    return this.#toReaction([], this.steps.start(machine, input));
  }

  /** What `event` (an interned id) does to an actor in `state`. */
  react(state: StateId, event: number): Reaction {
    const memo = (this.#reactions[state] ??= new Map<number, Reaction>());
    const known = memo.get(event);
    if (known && this.steps.memo) return known;
    const { moment, timers } = this.get(state);
    const step = this.steps.step(moment, event);
    const reaction = step.handled ? this.#toReaction(timers, step) : unmoved(state);
    memo.set(event, reaction);
    return reaction;
  }

  /** Lets the timer at `index` go off, due or not: whoever calls has checked `dueIn`. */
  fire(state: StateId, index: number): Reaction {
    const memo = (this.#fires[state] ??= new Map<number, Reaction>());
    const known = memo.get(index);
    if (known && this.steps.memo) return known;
    const { moment, machine, timers } = this.get(state);
    const timer = timers[index];
    if (!timer) throw new Error(`${machine.id} has no timer ${index}`);
    const left = timers.filter((candidate) => candidate !== timer);
    const step = this.steps.step(moment, this.internEvent(timer.event));
    const reaction = this.#toReaction(left, step);
    memo.set(index, reaction);
    return reaction;
  }

  /** The same actor, `ticks` later, nothing having happened to it. */
  age(state: StateId, ticks: Ticks): StateId {
    const { moment, timers } = this.get(state);
    if (timers.length === 0) return state;
    const memo = (this.#ages[state] ??= new Map<Ticks, StateId>());
    const known = memo.get(ticks);
    if (known !== undefined) return known;
    const aged = timers.map((timer) => ({ ...timer, dueIn: timer.dueIn - ticks }));
    const next = this.#intern(moment, aged);
    memo.set(ticks, next);
    return next;
  }

  /** The id here of a state that was met elsewhere, or made from one that was. */
  adopt({ machine, snapshot, timers }: Omit<ActorState, 'moment'>): StateId {
    const kept = this.#timed ? timers : timers.map((timer) => ({ ...timer, dueIn: 0 }));
    return this.#intern(this.steps.intern({ machine, snapshot }), kept);
  }

  #toReaction(
    running: readonly PendingTimer[],
    { next, sends, facts, timers, handled }: MachineStep,
  ): Reaction {
    const lastChange = new Map(timers.map((change) => [change.id, change.type]));
    return {
      next: this.#intern(next, this.#applyTimers(running, timers)),
      ...{ sends, facts, handled },
      started: [...lastChange].filter(([, type]) => type === 'start').map(([id]) => id),
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

  #intern(moment: MomentId, timers: readonly PendingTimer[]): StateId {
    const key = timers.length === 0 ? `${moment}` : `${moment} ${canonical(timers)}`;
    return this.#states.intern(key, () => {
      const { machine, snapshot } = this.steps.at(moment);
      const count = (this.#counts.get(machine) ?? 0) + 1;
      this.#counts.set(machine, count);
      if (count > LIMITS.statesPerActorMax) {
        throw new LimitExceeded(
          `Machine "${machine.id}" has more than ${LIMITS.statesPerActorMax} states: keep times, counters and drawn ids out of its context.`,
        );
      }
      return { moment, machine, snapshot, timers };
    });
  }
}

const unmoved = (next: StateId): Reaction => ({
  ...{ next, sends: [], facts: [], started: [], handled: false },
});
