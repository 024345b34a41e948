import type { AnyStateMachine } from 'xstate';

import type { JsonRecord } from '@/lib/engine/json';

/** Name of something that plays a machine: `client`, `api-a-1` (the first handler of process `api-a`). */
export type ActorId = string;
/** Name of a participant in the diagram; it may be played by several actors that crash together. */
export type ProcessId = string;
/** Whom a message is for: one actor, or a process of which any free handler may take it. */
export type Address = string;
/** Name of one thing that a person wants to happen exactly once. */
export type IntentId = string;
/** Whole ticks of virtual time; a cast says how many virtual ms one tick is. */
export type Ticks = number;

/**
 * What one actor says to another. `type` reads `noun.past-tense`. `intent` is a label for the
 * reader: no machine may decide anything by it, since a real server can't see what a person meant.
 */
export type Message = { readonly type: string; readonly intent: IntentId | null } & JsonRecord;

/** A message as it reaches a machine: the same, and who sent it. */
export type Received<M> = M & { readonly from: ActorId };

/** What happened and can't be undone, labelled with its intent. `name` reads `noun.past-tense`. */
export type Fact = { readonly name: string; readonly intent: IntentId } & JsonRecord;

/** All that a machine may ask of the world. */
export type Effect =
  | { readonly type: 'send'; readonly to: Address; readonly message: Message }
  | { readonly type: 'record'; readonly fact: Fact };

/** One actor of a process and the machine that it plays. */
export interface ActorSpec {
  readonly id: ActorId;
  readonly machine: AnyStateMachine;
  /** What its context factory is given: plain data. */
  readonly input: unknown;
}

export type ProcessKind =
  'person' | 'client' | 'service' | 'store' | 'database' | 'queue' | 'consumer' | 'provider';

/** A participant: one box at the head of the diagram. */
export interface ProcessSpec {
  readonly id: ProcessId;
  /** What instances of one service share, so that a script can name them without saying which. */
  readonly group: string;
  readonly label: string;
  readonly kind: ProcessKind;
  /** Handlers come in the order in which a new request looks for a free one. Empty: outside the system. */
  readonly actors: readonly ActorSpec[];
  /** Whether a crash of it is part of what is taught. */
  readonly crashes: boolean;
  /**
   * Whether it opened the connections on which requests come to it, as a consumer does at its broker, so that
   * what is on its way to it dies with it. Left out: it did not.
   */
  readonly connects?: boolean;
}

/** How messages travel between two processes, either way. */
export interface Link {
  readonly between: readonly [ProcessId, ProcessId];
  /** How long a message takes on a calm day. */
  readonly usualTicks: Ticks;
  /** The latest that a message which is not lost arrives. Called `maxDelay` where a learner sets it. */
  readonly latestTicks: Ticks;
  /** Whether messages may be lost or doubled on it: all of them, none, or only those to the process named. */
  readonly lossy: boolean | ProcessId;
  /** Whether what may be lost may also be doubled. Left out: it may. On one connection nothing is. */
  readonly doubles?: boolean;
}

/** A message that comes from outside: a person presses a button. */
export interface Opening {
  readonly from: ProcessId;
  readonly to: Address;
  readonly message: Message;
  readonly atTicks: Ticks;
}

/** Everything that a world is made from. */
export interface Cast {
  /** Virtual ms in one tick. */
  readonly tickMs: number;
  readonly processes: readonly ProcessSpec[];
  readonly links: readonly Link[];
  readonly openings: readonly Opening[];
}
