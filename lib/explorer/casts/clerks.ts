/** For tests: who takes letters and asks others, each in a way of his own. */
import { assign, emit, setup } from 'xstate';

import type { Effect, Message } from '@/lib/engine/model';
import { type Letter, letter, working } from '@/lib/explorer/casts/letters';
import { read } from '@/lib/explorer/casts/sleepers';

/** Asks the desk when a letter comes, and waits for the first word; only then does the second mean anything. */
export const clerk = setup({
  types: {
    context: {} as { readonly asks: number },
    events: {} as Message,
    emitted: {} as Effect,
  },
  actions: {
    count: assign({ asks: ({ context }) => context.asks + 1 }),
    ask: emit(({ context: { asks } }) => ({
      ...{ type: 'send', to: 'desk', message: { ...letter, attempt: asks } },
    })),
    read: emit({ type: 'record', fact: read }),
  },
}).createMachine({
  id: 'clerk',
  context: { asks: 0 },
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'waiting' } },
    waiting: {
      entry: ['count', 'ask'],
      on: {
        'first.said': 'ready',
        'again.said': { target: 'waiting', reenter: true },
        'connection.closed': { target: 'waiting', reenter: true },
      },
    },
    ready: { on: { 'second.said': { actions: 'read' } } },
  },
});

/** Two machines of one name: one reads what comes, the other puts it away. */
export const namesakesOf = ['letter.read', 'letter.put-away'].map((name) =>
  setup({
    types: { events: {} as Letter, emitted: {} as Effect },
    actions: { tell: emit({ type: 'record', fact: { name, intent: 'A', says: 'done' } }) },
  }).createMachine({
    id: 'namesake',
    initial: 'fresh',
    states: {
      fresh: { on: { 'letter.sent': { target: 'used', actions: 'tell' } } },
      used: { on: { 'letter.sent': { actions: 'tell' } } },
    },
  }),
);

/** Waits for an answer. If that comes again, it reads, though the desk has read already. */
export const listener = working.createMachine({
  id: 'listener',
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'waiting' } },
    waiting: { entry: 'ask', on: { 'first.said': 'heard' } },
    heard: { on: { 'first.said': { actions: 'read' } } },
  },
});

/** Asks once, and from then on takes letters and does nothing with them. */
export const novice = working.createMachine({
  id: 'novice',
  initial: 'fresh',
  states: {
    fresh: { on: { 'letter.sent': 'waiting' } },
    waiting: { entry: 'ask', on: { 'first.said': 'old' } },
    old: { on: { 'letter.sent': 'older' } },
    older: { on: { 'letter.sent': 'old' } },
  },
});

/** Reads every letter but the first. */
export const apprentice = working.createMachine({
  id: 'apprentice',
  initial: 'fresh',
  states: {
    fresh: { on: { 'letter.sent': 'skilled' } },
    skilled: { on: { 'letter.sent': { actions: 'readAndSaySo' } } },
  },
});

/** Once the desk has answered it has the archive read. */
export const collector = working.createMachine({
  id: 'collector',
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'asking' } },
    asking: { entry: 'ask', on: { 'first.said': { target: 'idle', actions: 'askArchive' } } },
  },
});

/** Asks the desk, and is free again once it is answered. */
export const errand = working.createMachine({
  id: 'errand',
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'asking' } },
    asking: { entry: 'ask', on: { 'first.said': 'idle' } },
  },
});

/** Once it is answered it wakes the other one, within its process. */
export const waker = working.createMachine({
  id: 'waker',
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': 'asking' } },
    asking: { entry: 'ask', on: { 'first.said': { target: 'done', actions: 'wakeOther' } } },
    done: {},
  },
});

/** Reads a note in its sleep, and not once it is awake. */
export const sleepReader = working.createMachine({
  id: 'sleep-reader',
  initial: 'asleep',
  states: {
    asleep: { on: { 'note.sent': { actions: 'read' }, 'wake.called': 'awake' } },
    awake: {},
  },
});
