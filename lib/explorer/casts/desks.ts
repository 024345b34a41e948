/** For tests: who is asked. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { firstWord, type Letter, working } from '@/lib/explorer/casts/letters';
import { read } from '@/lib/explorer/casts/sleepers';

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
    answer: emit(({ context }) => ({ type: 'send', to: context.for, message: firstWord })),
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

/** Reads a letter, answers it, and sends a note to somebody else. */
export const noter = setup({
  types: {
    input: {} as { readonly to: string },
    context: {} as { readonly to: string },
    events: {} as Received<Message>,
    emitted: {} as Effect,
  },
  actions: {
    send: enqueueActions(({ context, event, enqueue }) => {
      enqueue.emit({ type: 'record', fact: { ...read, says: 'done' } });
      enqueue.emit({ type: 'send', to: event.from, message: firstWord });
      enqueue.emit({
        ...{ type: 'send', to: context.to, message: { type: 'note.sent', intent: 'A' } },
      });
    }),
  },
}).createMachine({
  id: 'noter',
  context: ({ input }) => input,
  on: { 'letter.sent': { actions: 'send' } },
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
