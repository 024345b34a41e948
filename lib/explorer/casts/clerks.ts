/** For tests: who takes letters and asks others, each in a way of his own. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { read } from '@/lib/explorer/casts/sleepers';

type Letter = Received<
  Message & {
    readonly type: 'letter.sent';
    /** Whom to tell in the end, if not the sender. */
    readonly for?: string;
  }
>;

export const firstWord: Message = { type: 'first.said', intent: 'A' };

export const letter = { type: 'letter.sent', intent: 'A' } as const;

export interface Sending {
  readonly to: string;
  readonly message: Message;
}

interface PostInput {
  readonly sendings: readonly Sending[];
  /** Whether it reads the letter and says so: then nothing is amiss until somebody reads it again. */
  readonly reads: boolean;
}

/** Sends the same whenever a letter comes; to `back`, it goes to whom the letter is for. */
export const post = setup({
  types: {
    input: {} as PostInput,
    context: {} as PostInput,
    events: {} as Letter,
    emitted: {} as Effect,
  },
  actions: {
    send: enqueueActions(({ context, event, enqueue }) => {
      if (context.reads) enqueue.emit({ type: 'record', fact: { ...read, says: 'done' } });
      const asker = event.for ?? event.from;
      for (const { to, message } of context.sendings) {
        if (to === BACK) enqueue.emit({ type: 'send', to: asker, message });
        else enqueue.emit({ type: 'send', to, message: { ...message, for: asker } });
      }
    }),
  },
}).createMachine({
  id: 'post',
  context: ({ input }) => input,
  on: { 'letter.sent': { actions: 'send' } },
});

export const BACK = 'back';

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

const working = setup({
  types: { events: {} as Received<Message>, emitted: {} as Effect },
  actions: {
    ask: emit({ type: 'send', to: 'desk', message: letter }),
    read: emit({ type: 'record', fact: read }),
    readAndSaySo: emit({ type: 'record', fact: { ...read, says: 'done' } }),
    saySo: emit({ type: 'record', fact: { name: 'word.given', intent: 'A', says: 'done' } }),
    askArchive: emit({ type: 'send', to: 'archive', message: letter }),
    call: emit({
      ...{ type: 'send', to: 'sleeper', message: { type: 'wake.called', intent: 'A' } },
    }),
    answer: enqueueActions(({ event, enqueue }) => {
      enqueue.emit({
        ...{ type: 'send', to: event.from, message: firstWord },
      });
    }),
    sendNote: emit({
      ...{ type: 'send', to: 'sleeper', message: { type: 'note.sent', intent: 'A' } },
    }),
    whisper: emit({ type: 'send', to: 'door.2', message: firstWord }),
    passOn: emit({ type: 'send', to: 'door', message: letter }),
  },
});

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

/** Reads a letter, answers it, and passes it on to whoever is free where it came from. */
export const echo = working.createMachine({
  id: 'echo',
  on: { 'letter.sent': { actions: ['readAndSaySo', 'answer', 'passOn'] } },
});

/** Sends a note to somebody whose name it need not be told, and has the desk hear of it. */
export const porter = working.createMachine({
  id: 'porter',
  on: { 'letter.sent': { actions: ['sendNote', 'ask'] } },
});

/** Tells one of the handlers something, of whom it has never heard. */
export const whisperer = working.createMachine({
  id: 'whisperer',
  on: { 'letter.sent': { actions: 'whisper' } },
});

/** Wakes somebody whose name it need not be told. */
export const caller = working.createMachine({
  id: 'caller',
  on: { 'letter.sent': { actions: ['readAndSaySo', 'call'] } },
});

/** Thinks about a letter, however shortly, before it answers whom it is for. */
export const slowPost = setup({
  types: { context: {} as { readonly for: string }, events: {} as Letter, emitted: {} as Effect },
  actions: {
    keep: assign(({ event }) => ({ for: event.for ?? event.from })),
    answer: emit(({ context }) => ({
      ...{ type: 'send', to: context.for, message: firstWord },
    })),
  },
}).createMachine({
  id: 'slow-post',
  context: { for: '' },
  initial: 'idle',
  states: {
    idle: { on: { 'letter.sent': { target: 'thinking', actions: 'keep' } } },
    thinking: { after: { 0: { target: 'idle', actions: 'answer' } } },
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

/** Says that all is done, and answers, unless whoever asked is dead. */
export const promiser = working.createMachine({
  id: 'promiser',
  on: {
    'letter.sent': {
      guard: ({ event }) => event.from !== NOBODY,
      actions: ['saySo', 'answer'],
    },
  },
});

/** Reads every letter. */
export const reader = working.createMachine({
  id: 'reader',
  on: { 'letter.sent': { actions: 'read' } },
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

/** Remembers who asked first, and reads twice if the same asks again. */
export const doorkeeper = setup({
  types: {
    context: {} as { readonly first: string | null },
    events: {} as Received<Message>,
    emitted: {} as Effect,
  },
  guards: { isTheSame: ({ context, event }) => event.from === context.first },
  actions: {
    keep: assign(({ context, event }) => ({ first: context.first ?? event.from })),
    readTwice: enqueueActions(({ enqueue }) => {
      enqueue.emit({ type: 'record', fact: { ...read, says: 'done' } });
      enqueue.emit({ type: 'record', fact: read });
    }),
    answer: enqueueActions(({ event, enqueue }) => {
      enqueue.emit({ type: 'send', to: event.from, message: firstWord });
    }),
  },
}).createMachine({
  id: 'doorkeeper',
  context: { first: null },
  on: {
    'letter.sent': [
      { guard: 'isTheSame', actions: ['readTwice', 'answer'] },
      { actions: ['keep', 'answer'] },
    ],
  },
});
