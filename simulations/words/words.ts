import type { Message } from '@/lib/engine/model';
import type { StateTable, Wording } from '@/lib/projections/wording';

/** Says a message; given as a method, so that each may name its own type of message. */
type Said = { said(message: Message): string }['said'];
type Shown = { shown(context: unknown): readonly StateTable[] }['shown'];

/** How one kind of actor is put into words: its messages, facts, timers and what it holds. */
export interface Words {
  /** By type: a few words for an arrow. */
  readonly messages?: Readonly<Record<string, Said>>;
  /** Types that answer another message. */
  readonly replies?: readonly string[];
  /** By name: what happened, and what to call it when it happens to an intent again. Null: not worth a note. */
  readonly facts?: Readonly<
    Record<string, { readonly once: string; readonly again?: string } | null>
  >;
  /** By a part of a timer's name, mostly the state that set it: what it means that it went off. */
  readonly timers?: Readonly<Record<string, string>>;
  /** By the id of a machine: what it holds. */
  readonly tables?: Readonly<Record<string, Shown>>;
}

/** Joins the words of all who are on stage. Of two for the same thing the later is taken. */
export function wordingOf(...parts: readonly Words[]): Wording {
  const messages = joined(parts.map((part) => part.messages));
  const facts = joined(parts.map((part) => part.facts));
  const timers = Object.entries(joined(parts.map((part) => part.timers)));
  const tables = joined(parts.map((part) => part.tables));
  const replies = new Set(parts.flatMap((part) => part.replies ?? []));
  return {
    message: (message) => messages[message.type]?.(message) ?? message.type,
    isReply: ({ type }) => replies.has(type),
    fact: ({ name }, again) => (again ? facts[name]?.again : null) ?? facts[name]?.once ?? null,
    timer: (timer) => timers.find(([at]) => timer.includes(at))?.[1] ?? 'the time is up',
    tables: (machine, context) => tables[machine]?.(context) ?? [],
  };
}

const joined = <Value>(
  records: readonly (Readonly<Record<string, Value>> | undefined)[],
): Readonly<Record<string, Value>> =>
  Object.fromEntries(records.flatMap((record) => Object.entries(record ?? {})));
