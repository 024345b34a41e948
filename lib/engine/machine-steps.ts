import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';

import { Interner } from '@/lib/engine/interner';
import { canonical } from '@/lib/engine/json';
import { LIMITS } from '@/lib/engine/limits';
import type { Effect, Fact, Message } from '@/lib/engine/model';
import { type ActorStep, startActor, stepActor, type TimerChange } from '@/lib/engine/step-actor';

/** A state of one machine without its timers, as a small integer. */
export type MomentId = number;

export interface Moment {
  readonly machine: AnyStateMachine;
  readonly snapshot: AnyMachineSnapshot;
}

export interface Send {
  readonly to: string;
  readonly message: Message;
}

/** What one event does to one machine, whatever the time and whoever is wired to it. */
export interface MachineStep {
  readonly next: MomentId;
  readonly sends: readonly Send[];
  readonly facts: readonly Fact[];
  readonly timers: readonly TimerChange[];
  readonly handled: boolean;
}

/**
 * What machines do, asked of XState once for each moment and event. It knows nothing of time or of links, so
 * systems of the same machines can share one: the same cast with and without time, and with other networks.
 */
export class MachineSteps {
  readonly #moments = new Interner<Moment>();
  readonly #events = new Interner<EventObject>();
  readonly #starts = new Map<string, MachineStep>();
  readonly #steps: Map<number, MachineStep>[] = [];
  readonly #names = new Map<AnyStateMachine, string>();
  readonly memo: boolean;
  /** How often XState itself was asked. */
  transitions = 0;

  /** Without `memo` XState is asked every time, for measuring what the memo is worth. */
  constructor({ memo = true }: { readonly memo?: boolean } = {}) {
    this.memo = memo;
  }

  /** How many moments it knows. */
  get size(): number {
    return this.#moments.size;
  }

  at(moment: MomentId): Moment {
    return this.#moments.at(moment);
  }

  /** A moment written down, with its machine’s name: equal for equal moments only. */
  textOf(moment: MomentId): string {
    return this.#moments.keyOf(moment);
  }

  event(id: number): EventObject {
    return this.#events.at(id);
  }

  internEvent(event: EventObject): number {
    return this.#events.intern(canonical(event), () => event);
  }

  intern({ machine, snapshot }: Moment): MomentId {
    const key = `${this.#nameOf(machine)} ${canonical([snapshot.value, snapshot.context])}`;
    return this.#moments.intern(key, () => ({ machine, snapshot }));
  }

  /** How a machine starts with this input. */
  start(machine: AnyStateMachine, input: unknown): MachineStep {
    const key = `${this.#nameOf(machine)} ${canonical(input)}`;
    const known = this.#starts.get(key);
    if (known && this.memo) return known;
    this.transitions += 1;
    const step = this.#toStep(machine, startActor(machine, input));
    this.#starts.set(key, step);
    return step;
  }

  /** What an interned event does to a machine at this moment. */
  step(moment: MomentId, event: number): MachineStep {
    const memo = (this.#steps[moment] ??= new Map<number, MachineStep>());
    const known = memo.get(event);
    if (known && this.memo) return known;
    const { machine, snapshot } = this.at(moment);
    this.transitions += 1;
    const done = stepActor(machine, snapshot, this.event(event));
    const step = done.handled ? this.#toStep(machine, done) : unmoved(moment);
    memo.set(event, step);
    return step;
  }

  #toStep(
    machine: AnyStateMachine,
    { snapshot, effects, timers, handled }: ActorStep,
  ): MachineStep {
    return {
      next: this.intern({ machine, snapshot }),
      sends: effects.filter((effect) => effect.type === 'send').map(toSend),
      facts: effects.filter((effect) => effect.type === 'record').map(({ fact }) => fact),
      ...{ timers, handled },
    };
  }

  #nameOf(machine: AnyStateMachine): string {
    const known = this.#names.get(machine);
    if (known !== undefined) return known;
    const name = `${machine.id}#${this.#names.size}`;
    this.#names.set(machine, name);
    return name;
  }
}

let recent = new MachineSteps();

/**
 * What was asked lately, by whomever: a page plays, searches and plays again the same machines. Being all memo it
 * decides nothing. When it has grown large it is begun anew.
 */
export function recentSteps(): MachineSteps {
  if (recent.size > LIMITS.momentsKept) recent = new MachineSteps();
  return recent;
}

const unmoved = (next: MomentId): MachineStep => ({
  ...{ next, sends: [], facts: [], timers: [], handled: false },
});

const toSend = ({ to, message }: Extract<Effect, { type: 'send' }>): Send => ({ to, message });
