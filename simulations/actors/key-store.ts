import { assign, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type { KeyAnswered, KeyClaimed, KeyRead, KeyRecord, KeySaved } from '@/simulations/messages';

type KeyStoreContext = { readonly records: Readonly<Record<string, KeyRecord>> };

type Command = Received<KeyRead> | Received<KeyClaimed> | Received<KeySaved>;

type Answer = Pick<KeyAnswered, 'ok' | 'found'>;

const found = ({ records }: KeyStoreContext, key: string): KeyRecord | null =>
  Object.hasOwn(records, key) ? (records[key] ?? null) : null;

const say = sayer<KeyStoreContext, Command>();

const answer = (make: (context: KeyStoreContext, command: Command) => Answer) =>
  say(({ context, event }) => ({
    to: event.from,
    message: {
      type: 'key.answered',
      intent: event.intent,
      ...make(context, event),
    } satisfies KeyAnswered,
  }));

/** A store of values by key, such as Redis: each command is atomic, and nothing joins two of them. */
export const keyStore = setup({
  types: {
    context: {} as KeyStoreContext,
    events: {} as Command,
    emitted: {} as Effect,
  },
  guards: {
    isFree: ({ context, event }) => found(context, event.key) === null,
  },
  actions: {
    claim: assign({
      records: ({ context, event }) => ({
        ...context.records,
        [event.key]: { status: 'in-progress' as const, body: null },
      }),
    }),
    save: assign({
      records: ({ context, event }) =>
        event.type === 'key.saved'
          ? { ...context.records, [event.key]: { status: 'done' as const, body: event.body } }
          : context.records,
    }),
    confirm: answer(() => ({ ok: true, found: null })),
    refuse: answer((context, { key }) => ({ ok: false, found: found(context, key) })),
    show: answer((context, { key }) => ({
      ok: found(context, key) !== null,
      found: found(context, key),
    })),
  },
}).createMachine({
  id: 'key-store',
  context: { records: {} },
  initial: 'empty',
  on: {
    'key.read': { actions: 'show' },
    'key.claimed': [
      { guard: 'isFree', target: '.remembering', actions: ['confirm', 'claim'] },
      { actions: 'refuse' },
    ],
    'key.saved': { target: '.remembering', actions: ['save', 'confirm'] },
  },
  states: { empty: {}, remembering: {} },
});
