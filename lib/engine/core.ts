import type { Reaction, StateId } from '@/lib/engine/actor-states';
import { LIMITS, LimitExceeded } from '@/lib/engine/limits';
import type { Send } from '@/lib/engine/machine-steps';
import type { ActorId, Fact, ProcessId, Ticks } from '@/lib/engine/model';
import { isSomebody, type System, type SystemActor } from '@/lib/engine/system';
import { unreachable } from '@/lib/engine/unreachable';

/** The part of a world that decides what can happen next, as integers: what the explorer searches over. */
export interface Core {
  /**
   * One state for each actor of the system, in its order. `ABSENT` leaves an actor out: whoever asks
   * what one process does need not say how the others are.
   */
  readonly actors: readonly StateId[];
  /** What is on the wire, in order of sending. */
  readonly parcels: readonly StateId[];
}

export const ABSENT = -1;

/** Something the world could do next; `parcel`, `actor` and `process` are positions in core and cast. */
export type Choice =
  | {
      readonly kind: 'deliver' | 'lose' | 'duplicate' | 'delay';
      readonly parcel: number;
    }
  | { readonly kind: 'fire'; readonly actor: number; readonly timer: number }
  | { readonly kind: 'crash'; readonly process: ProcessId }
  | { readonly kind: 'wait'; readonly ticks: Ticks };

export interface ActorChange {
  readonly actor: SystemActor;
  readonly before: StateId;
  readonly after: StateId;
  readonly started: Reaction['started'];
  readonly handled: boolean;
}

/** What one choice did. New parcels stand at the end of `core.parcels`, in the order of `sent`. */
export interface CoreStep {
  readonly core: Core;
  readonly changes: readonly ActorChange[];
  readonly sent: readonly { readonly by: ActorId; readonly parcel: StateId }[];
  readonly facts: readonly { readonly by: ActorId; readonly fact: Fact }[];
  /** Positions in the former `core.parcels` of what is on the wire no more. */
  readonly removed: readonly number[];
}

export function initialCore(system: System): CoreStep {
  const work = new Work(system, { actors: system.starts.map(({ next }) => next), parcels: [] });
  for (const actor of system.actors) {
    const start = system.starts[actor.index];
    if (start) work.carryOut(actor, start);
  }
  for (const { from, to, message, atTicks } of system.cast.openings) {
    work.sent.push({ by: from, parcel: system.opening(from, to, message, atTicks) });
  }
  return work.done([]);
}

/** The one function that changes a core. It trusts that `choice` is one of `choicesOf`. */
export function stepCore(system: System, core: Core, choice: Choice): CoreStep {
  const work = new Work(system, core);
  switch (choice.kind) {
    case 'deliver':
      work.parcelEvent(choice.parcel, { type: 'delivered' });
      work.deliver(choice.parcel);
      return work.done([choice.parcel]);
    case 'lose':
      work.parcelEvent(choice.parcel, { type: 'lost' });
      return work.done([choice.parcel]);
    case 'duplicate': {
      const { from } = system.parcelOf(parcelAt(core, choice.parcel));
      work.parcelEvent(choice.parcel, { type: 'duplicated' });
      work.sent.push({ by: from, parcel: parcelAt(core, choice.parcel) });
      return work.done([]);
    }
    case 'delay':
      work.parcelEvent(choice.parcel, { type: 'delayed' });
      return work.done([]);
    case 'fire': {
      const actor = system.actors[choice.actor];
      if (!actor) throw new Error(`No actor ${choice.actor}`);
      work.apply(actor, system.states.fire(work.stateOf(actor), choice.timer));
      return work.done([]);
    }
    case 'crash':
      return work.done(work.crash(choice.process));
    case 'wait':
      work.wait(choice.ticks);
      return work.done([]);
    default:
      return unreachable(choice);
  }
}

/** The actor that would take this parcel now: the addressee, or the first free handler of a process. */
export function recipientOf(system: System, core: Core, parcel: StateId): SystemActor | null {
  return takerOf(system, core.actors, system.parcelOf(parcel).to, system.deliveryOf(parcel));
}

/** What is addressed to an actor reaches it, heard or not; what is addressed to a process needs a free handler. */
function takerOf(
  system: System,
  actors: readonly StateId[],
  address: string,
  event: number,
): SystemActor | null {
  const named = system.actorNamed(address);
  if (named) return named;
  const isFree = ({ index }: SystemActor) =>
    system.states.react(actors[index] ?? -1, event).handled;
  return system.addressees(address).find(isFree) ?? null;
}

/** One step in the making. */
class Work {
  readonly changes: ActorChange[] = [];
  readonly sent: { by: ActorId; parcel: StateId }[] = [];
  readonly facts: { by: ActorId; fact: Fact }[] = [];
  readonly #system: System;
  readonly #core: Core;
  readonly #actors: StateId[];
  readonly #parcels: StateId[];

  constructor(system: System, core: Core) {
    this.#system = system;
    this.#core = core;
    this.#actors = [...core.actors];
    this.#parcels = [...core.parcels];
  }

  stateOf(actor: SystemActor): StateId {
    return this.#actors[actor.index] ?? ABSENT;
  }

  parcelEvent(
    index: number,
    event: { type: 'delivered' | 'lost' | 'duplicated' | 'delayed' },
  ): void {
    const states = this.#system.states;
    const { next, handled } = states.react(parcelAt(this.#core, index), states.internEvent(event));
    if (!handled) throw new Error(`A message that can't be ${event.type} was`);
    this.#parcels[index] = next;
  }

  deliver(index: number): void {
    const parcel = parcelAt(this.#core, index);
    const actor = recipientOf(this.#system, this.#core, parcel);
    if (!actor) return;
    this.apply(
      actor,
      this.#system.states.react(this.stateOf(actor), this.#system.deliveryOf(parcel)),
    );
  }

  apply(actor: SystemActor, reaction: Reaction): void {
    this.#change(actor, reaction);
    this.carryOut(actor, reaction);
  }

  #change(actor: SystemActor, { next, started, handled }: Reaction): void {
    this.changes.push({ actor, before: this.stateOf(actor), after: next, started, handled });
    this.#actors[actor.index] = next;
  }

  /** Facts are noted and messages put on the wire; within a process they are handed over at once. */
  carryOut(actor: SystemActor, { facts, sends }: Reaction): void {
    for (const fact of facts) this.facts.push({ by: actor.id, fact });
    for (const send of sends) this.#send(actor, send);
  }

  #send(actor: SystemActor, { to, message }: Send): void {
    if (!isSomebody(to)) return;
    if (this.#system.processOf(to).id !== actor.process.id) {
      this.sent.push({ by: actor.id, parcel: this.#system.parcel(actor.id, to, message) });
      return;
    }
    if (this.changes.length > LIMITS.localHopsMax) {
      throw new LimitExceeded(`${actor.process.id} keeps talking to itself`);
    }
    const received = { ...message, from: actor.id };
    const event = this.#system.states.internEvent(received);
    const local = takerOf(this.#system, this.#actors, to, event);
    if (local) this.apply(local, this.#system.states.react(this.stateOf(local), event));
  }

  /**
   * The process forgets all and starts again. Its connections close: answers on their way to it reach
   * nobody, nor do requests if it opened the connections on which they come, and what it had asked is answered
   * to nobody. Returns what is on the wire no more.
   */
  crash(process: ProcessId): readonly number[] {
    const { states, actors } = this.#system;
    const { connects = false } = this.#system.process(process);
    const dead = this.#system.actorsOf(process);
    const names = new Set(dead.map(({ id }) => id));
    const removed: number[] = [];
    this.#core.parcels.forEach((state, index) => {
      const { from, to } = this.#system.parcelOf(state);
      if (to === process ? connects : names.has(to)) removed.push(index);
      else if (names.has(from) && from !== process) {
        this.#parcels[index] = states.react(
          state,
          states.internEvent({ type: 'sender.crashed' }),
        ).next;
      }
    });
    // All of them forget before any of them starts to talk to another.
    const starts = dead.flatMap((actor) => {
      const start = this.#system.starts[actor.index];
      return start ? [{ actor, start }] : [];
    });
    for (const { actor, start } of starts) this.#change(actor, start);
    for (const { actor, start } of starts) this.carryOut(actor, start);
    const closed = states.internEvent(connectionClosed(dead));
    for (const actor of actors.filter(({ id }) => !names.has(id))) {
      if (this.stateOf(actor) === ABSENT) continue;
      const reaction = states.react(this.stateOf(actor), closed);
      if (reaction.handled) this.apply(actor, reaction);
    }
    return removed;
  }

  wait(ticks: Ticks): void {
    const { states } = this.#system;
    const event = { type: 'time.passed', ticks };
    const passed = states.internEvent(event);
    this.#actors.forEach((state, index) => {
      if (state !== ABSENT) this.#actors[index] = states.age(state, ticks);
    });
    this.#parcels.forEach((state, index) => {
      this.#parcels[index] = states.react(state, passed).next;
    });
  }

  done(removed: readonly number[]): CoreStep {
    const kept = this.#parcels.filter((_, index) => !removed.includes(index));
    return {
      core: { actors: this.#actors, parcels: [...kept, ...this.sent.map(({ parcel }) => parcel)] },
      changes: this.changes,
      sent: this.sent,
      facts: this.facts,
      removed,
    };
  }
}

/** What everybody else hears when a process with these actors dies. */
export const connectionClosed = (dead: readonly SystemActor[]) => ({
  type: 'connection.closed',
  peers: dead.map(({ id }) => id),
});

function parcelAt(core: Core, index: number): StateId {
  const parcel = core.parcels[index];
  if (parcel === undefined) throw new Error(`No message ${index} on the wire`);
  return parcel;
}
