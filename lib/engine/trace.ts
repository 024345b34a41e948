import type { StateValue } from 'xstate';

import type { Directive } from '@/lib/engine/directive';
import type { Json } from '@/lib/engine/json';
import type { ActorId, Address, Fact, Message, ProcessId, Ticks } from '@/lib/engine/model';

/** One sending of a message. Its `id` is its place in the order of all sendings of a run. */
export interface Envelope {
  readonly id: number;
  readonly from: ProcessId;
  readonly to: ProcessId;
  /** Who sent it and whom it is addressed to: actors, or a process where any of its handlers may take it. */
  readonly sender: ActorId;
  readonly addressee: Address;
  /** The how-manieth message it is on its way `from`–`to`, counted from 1. */
  readonly nth: number;
  /** The same, counting all messages between the groups of the two. */
  readonly nthOfGroup: number;
  readonly message: Message;
  readonly lossy: boolean;
  readonly doubles: boolean;
  /** Whether it may still be held back: its latest arrival is later than its usual one. */
  readonly delayable: boolean;
  /** Index of the entry that put it on the wire; -1 for what was there at the start. */
  readonly sentIn: number;
  readonly sentAtTicks: Ticks;
}

/** A machine's state as data: what its statechart lights up and what its table shows. */
export interface StateView {
  readonly value: StateValue;
  readonly context: Json;
}

export interface Change {
  readonly actor: ActorId;
  readonly process: ProcessId;
  readonly before: StateView;
  readonly after: StateView;
  /** False if the actor had nothing to say to the event in its state. */
  readonly handled: boolean;
}

export type EntryKind = 'delivered' | 'lost' | 'duplicated' | 'delayed' | 'fired' | 'crashed';

/** One thing that happened. Everything on the page is a function of these and a position. */
export interface TraceEntry {
  readonly index: number;
  readonly kind: EntryKind;
  readonly atTicks: Ticks;
  /** The choice that was made, written down. */
  readonly directive: Directive;
  /** Which line of the script made it; null if nobody chose, and time did. */
  readonly scriptLine: number | null;
  /** The message that was delivered, lost, duplicated or delayed. */
  readonly envelope: Envelope | null;
  /** Whose timer fired, who crashed, who received. */
  readonly process: ProcessId;
  readonly actor: ActorId | null;
  /** What the timer that fired is called in its machine. */
  readonly timer: string | null;
  readonly changes: readonly Change[];
  readonly sent: readonly Envelope[];
  readonly facts: readonly { readonly by: ProcessId; readonly fact: Fact }[];
  /** What reaches nobody any more, because the process that it was for crashed and its connections closed. */
  readonly cut: readonly Envelope[];
  /** How many events the process has handled, this one included: what `crash.<process>.<n>` counts. */
  readonly nthOfProcess: number;
  /** The entry without which this could not have happened: that sent the message or set the timer. */
  readonly cause: number | null;
  /** The entry before this one in the life of the same actor. */
  readonly previous: number | null;
}

export type Trace = readonly TraceEntry[];
