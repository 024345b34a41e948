import type { Fact, Message } from '@/lib/engine/model';

/** How a stage puts its messages and facts into words. Content, so the words come from `simulations`. */
export interface Wording {
  /** A few words for an arrow: `POST /charges 100`. */
  readonly message: (message: Message) => string;
  /** Whether it answers another message: drawn dashed. */
  readonly isReply: (message: Message) => boolean;
  /** What a person would call what happened: `card charged`, or `charged again`. Null: not worth a note. */
  readonly fact: (fact: Fact, again: boolean) => string | null;
  /** What it means that a timer of this name went off: `no answer in time`. */
  readonly timer: (timer: string) => string;
  /** What a store, queue, database or provider holds; `machine` is the id of its machine. */
  readonly tables: (machine: string, context: unknown) => readonly StateTable[];
}

export interface StateTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of rows when there are none. */
  readonly empty: string;
}
