import { ActorStates, type Reaction, type StateId } from '@/lib/engine/actor-states';
import { connectionClosed } from '@/lib/engine/core';
import { canonical } from '@/lib/engine/json';
import type { SystemActor } from '@/lib/engine/system';
import type { ParcelId } from '@/lib/explorer/tables/parcels';
import type { ProcessState } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Somebody who can come into more states than this is held to listen to everything. */
const FUTURES_MAX = 200;

/** A state whose timers may go off at any time. */
type Timeless = StateId;

/** What may become of somebody, and which kinds of messages do anything in any of these states. */
interface Ahead {
  readonly futures: ReadonlySet<Timeless>;
  readonly mattering: ReadonlySet<number>;
}

/** What one message, timer or crash may do to somebody, as far as it was found out. */
interface Turns {
  /** Kinds of messages that were asked about. */
  kinds: number;
  readonly next: Timeless[];
  readonly mattering: number[];
  /** Whether it has told itself something: what comes of that is not looked at. */
  talksToItself: boolean;
}

/**
 * What may become of the only actor of a process. Its timers are taken to go off at any time: that allows more than can
 * be, and takes fewer states than there are with the ticks that each timer has left.
 *
 * It is found out over all kinds of messages that were ever met. A kind met later may change it.
 */
export class Futures {
  readonly #tables: Tables;
  readonly #at: number;
  readonly #actor: SystemActor;
  readonly #states: ActorStates;
  readonly #timeless: (Timeless | undefined)[] = [];
  readonly #turns: (Turns | undefined)[] = [];
  /** Null: there is no end to what may become of it. */
  #aheads: (Ahead | null | undefined)[] = [];
  #kindsKnown = 0;

  /** `at` is the process's position. */
  constructor(tables: Tables, at: number, actor: SystemActor) {
    this.#tables = tables;
    this.#at = at;
    this.#actor = actor;
    this.#states = new ActorStates({ steps: tables.system.states.steps, timed: false });
  }

  /** The state without the ticks that its timers have left. */
  timeless(state: ProcessState): Timeless {
    return (this.#timeless[state] ??= this.#states.adopt(
      this.#tables.system.states.get(this.#table.statesOf(state)[0] as StateId),
    ));
  }

  /** Whether a message of this kind may change something, now or after anything that may happen first. */
  mayMatter(state: Timeless, kind: number): boolean {
    return this.#ahead(state)?.mattering.has(kind) ?? true;
  }

  /** Whether two messages do the same, now and after anything that may happen first. */
  doTheSame(state: Timeless, one: ParcelId, other: ParcelId): boolean {
    const ahead = this.#ahead(state);
    if (ahead === null) return false;
    return [...ahead.futures].every((each) => this.#deed(each, one) === this.#deed(each, other));
  }

  get #table() {
    return this.#tables.processes[this.#at] as Tables['processes'][number];
  }

  /** All that a message does, written down. */
  #deed(state: Timeless, parcel: ParcelId): string {
    const { steps } = this.#states;
    const step = steps.step(this.#states.get(state).moment, this.#eventOf(parcel));
    return canonical([step.next, step.sends, step.facts, step.timers]);
  }

  #eventOf(parcel: ParcelId): number {
    return this.#tables.system.deliveryOf(this.#tables.parcels.states[parcel] as StateId);
  }

  #ahead(state: Timeless): Ahead | null {
    const kinds = this.#tables.parcels.kindsOf(this.#at);
    if (this.#kindsKnown !== kinds) {
      this.#kindsKnown = kinds;
      this.#aheads = [];
    }
    const known = this.#aheads[state];
    if (known !== undefined) return known;
    return (this.#aheads[state] = this.#lookAhead(state));
  }

  #lookAhead(state: Timeless): Ahead | null {
    const mattering = new Set<number>();
    const futures = new Set([state]);
    for (const each of futures) {
      const turns = this.#turnsOf(each);
      for (const kind of turns.mattering) mattering.add(kind);
      for (const next of turns.next) futures.add(next);
      if (turns.talksToItself || futures.size > FUTURES_MAX) return null;
    }
    return { mattering, futures };
  }

  /** Kinds that were met since it was last asked are all that is asked about. */
  #turnsOf(state: Timeless): Turns {
    const { parcels } = this.#tables;
    const known = this.#turns[state];
    const turns = (this.#turns[state] ??= {
      ...{ kinds: 0, next: [], mattering: [], talksToItself: false },
    });
    if (!known) for (const reaction of this.#otherwise(state)) this.#take(turns, reaction);
    for (; turns.kinds < parcels.kindsOf(this.#at); turns.kinds += 1) {
      const event = this.#eventOf(parcels.sampleOf(this.#at, turns.kinds));
      const reaction = this.#states.react(state, event);
      const { next, sends, facts, started } = reaction;
      if (next === state && sends.length + facts.length + started.length === 0) continue;
      turns.mattering.push(turns.kinds);
      this.#take(turns, reaction);
    }
    return turns;
  }

  #take(turns: Turns, { next, sends }: Reaction): void {
    turns.next.push(next);
    turns.talksToItself ||= sends.some(({ to }) => to === this.#actor.id);
  }

  /** What timers and others' crashes may do. Who is called like its process, as this one is, does not crash. */
  #otherwise(state: Timeless): readonly Reaction[] {
    const { processes, system } = this.#tables;
    const fired = this.#states.get(state).timers.map((_, nth) => this.#states.fire(state, nth));
    const heard = processes
      .filter(({ crashes }) => crashes)
      .map(({ id }) => connectionClosed(system.actorsOf(id)))
      .map((closed) => this.#states.react(state, this.#states.internEvent(closed)));
    return [...fired, ...heard];
  }
}
