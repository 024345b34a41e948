/** For tests and benchmarks, with the rest of brute force. */
import type { AnyMachineSnapshot, EventObject } from 'xstate';

import { canonical } from '@/lib/engine/json';
import type {
  ActorSpec,
  Cast,
  Fact,
  Message,
  Opening,
  ProcessId,
  ProcessSpec,
  Ticks,
} from '@/lib/engine/model';
import type { Bounds } from '@/lib/explorer/question';

/** Sender of what a crashed process had sent: nobody waits for an answer. */
export const NOBODY = 'nobody';

export interface Timer {
  readonly id: string;
  readonly event: EventObject;
  /** Counted from now. */
  readonly dueIn: Ticks;
}

export interface ActorNow {
  readonly snapshot: AnyMachineSnapshot;
  /** In the order in which they were set. */
  readonly timers: readonly Timer[];
}

/** A message on the wire; its times are counted from now. */
export interface OnTheWire {
  readonly from: string;
  readonly to: string;
  readonly message: Message;
  readonly lossy: boolean;
  readonly doubles: boolean;
  readonly latestIn: Ticks;
  /** Only a calm day asks for this one: the search lets a message come as soon as it was sent. */
  readonly usualIn: Ticks;
}

export type Left = Readonly<Record<'losses' | 'duplicates' | 'crashes', number>>;

/** Everything that decides what can happen next, and what has been said so far. Plain and immutable. */
export interface Situation {
  /** In the cast's order. */
  readonly actors: readonly ActorNow[];
  /** In the order of sending. */
  readonly wire: readonly OnTheWire[];
  /** How many faults may still come. */
  readonly left: Left;
  /** In the order in which they were recorded. */
  readonly facts: readonly Fact[];
}

/** A cast and how it is searched. */
export interface Rules {
  readonly cast: Cast;
  readonly actors: readonly { readonly spec: ActorSpec; readonly process: ProcessSpec }[];
  readonly bounds: Bounds;
  /** Off: every duration is nothing. */
  readonly timed: boolean;
}

export function rulesOf(cast: Cast, bounds: Bounds, timed: boolean): Rules {
  const actors = cast.processes.flatMap((process) =>
    process.actors.map((spec) => ({ spec, process })),
  );
  return { cast, actors, bounds, timed };
}

/** The process that an actor's or a process's name belongs to; an actor's name goes first. */
export function processOf({ cast, actors }: Rules, name: string): ProcessSpec {
  const process =
    actors.find(({ spec }) => spec.id === name)?.process ??
    cast.processes.find(({ id }) => id === name);
  if (!process) throw new Error(`Nobody is called "${name}"`);
  return process;
}

/** Positions of the actors that a name stands for: one actor, or all of a process. */
export function actorsCalled({ actors }: Rules, name: string): readonly number[] {
  const positions = [...actors.keys()];
  const one = positions.filter((at) => actors[at]?.spec.id === name);
  return one.length > 0 ? one : positions.filter((at) => actors[at]?.process.id === name);
}

/** Whether a message comes from outside, and so exactly at its hour. */
export const isFromOutside = (rules: Rules, { from }: OnTheWire): boolean =>
  from !== NOBODY && actorsCalled(rules, from).length === 0;

export function posted(rules: Rules, from: string, to: string, message: Message): OnTheWire {
  const ends: readonly ProcessId[] = [processOf(rules, from).id, processOf(rules, to).id];
  const link = rules.cast.links.find(({ between }) => ends.every((end) => between.includes(end)));
  if (!link) throw new Error(`Nothing links ${ends.join(' and ')}`);
  const usualIn = rules.timed ? link.usualTicks : 0;
  const latestIn = rules.timed ? Math.max(link.usualTicks, link.latestTicks) : 0;
  const lossy = link.lossy === true || link.lossy === ends[1];
  const doubles = lossy && link.doubles !== false;
  return { from, to, message, lossy, doubles, usualIn, latestIn };
}

export function opened(rules: Rules, { from, to, message, atTicks }: Opening): OnTheWire {
  const hour = rules.timed ? atTicks : 0;
  return { from, to, message, lossy: false, doubles: false, usualIn: hour, latestIn: hour };
}

/** What is the same about two messages that are one to the search. */
export const contentOf = ({ from, to, message, lossy, doubles, latestIn }: OnTheWire): string =>
  canonical({ from, to, message, lossy, doubles, latestIn });

/** One text for situations from which the same can come; `said` stands for the facts. */
export const keyOf = ({ actors, wire, left }: Situation, said: unknown): string =>
  canonical({
    actors: actors.map(({ snapshot, timers }) => ({
      value: snapshot.value as unknown,
      context: snapshot.context as unknown,
      timers,
    })),
    wire: wire.map(contentOf).sort(),
    left,
    said,
  });
