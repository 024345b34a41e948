/** For tests: machines that know no scenario. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, Received, Ticks } from '@/lib/engine/model';

interface AskerInput {
  readonly servers: readonly string[];
  readonly retries: number;
  readonly patienceTicks: Ticks;
}

type Asked = Received<Message & { readonly attempt: number }>;

/** Asks, asks again while no answer comes, and takes the first one that comes. */
export const asker = setup({
  types: {
    input: {} as AskerInput,
    context: {} as AskerInput & { readonly attempt: number; readonly intent: string | null },
    events: {} as Asked,
    emitted: {} as Effect,
  },
  guards: { attemptsLeft: ({ context }) => context.attempt <= context.retries },
  actions: {
    begin: assign({ intent: ({ event }) => event.intent, attempt: 0 }),
    ask: assign({ attempt: ({ context }) => context.attempt + 1 }),
    send: emit(({ context: { servers, attempt, intent } }) => ({
      type: 'send',
      to: servers[(attempt - 1) % servers.length] ?? '',
      message: { type: 'work.asked', intent, attempt },
    })),
    tell: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'answer.heard', intent: context.intent ?? '', says: 'done' },
    })),
  },
  delays: { patience: ({ context }) => context.patienceTicks },
}).createMachine({
  id: 'asker',
  context: ({ input }) => ({ ...input, attempt: 0, intent: null }),
  initial: 'resting',
  states: {
    resting: { on: { 'work.wanted': { target: 'waiting', actions: 'begin' } } },
    waiting: {
      entry: ['ask', 'send'],
      on: { 'work.answered': { target: 'resting', actions: 'tell' } },
      after: {
        patience: [
          { guard: 'attemptsLeft', target: 'waiting', reenter: true },
          { target: 'resting' },
        ],
      },
    },
  },
});

interface WorkerInput {
  readonly memory: string | null;
  readonly store: string;
  readonly workTicks: Ticks;
}

/** Counts in its process's memory, works for a while, books in a store, answers; deaf to requests meanwhile. */
export const worker = setup({
  types: {
    input: {} as WorkerInput,
    context: {} as WorkerInput & { readonly asked: Asked | null },
    events: {} as Asked,
    emitted: {} as Effect,
  },
  actions: {
    accept: assign(({ event }) => ({ asked: event })),
    forget: assign({ asked: null }),
    remember: enqueueActions(({ context: { memory, asked }, enqueue }) => {
      if (memory === null) return;
      enqueue.emit({ type: 'send', to: memory, message: note(asked) });
    }),
    book: emit(({ context: { store, asked } }) => ({
      ...{ type: 'send', to: store, message: note(asked) },
    })),
    answer: emit(({ context: { asked } }) => ({
      type: 'send',
      to: asked?.from ?? '',
      message: { type: 'work.answered', intent: asked?.intent ?? null },
    })),
  },
  delays: { work: ({ context }) => context.workTicks },
}).createMachine({
  id: 'worker',
  context: ({ input }) => ({ ...input, asked: null }),
  initial: 'idle',
  states: {
    idle: { entry: 'forget', on: { 'work.asked': { target: 'working', actions: 'accept' } } },
    working: { entry: 'remember', after: { work: 'booking' } },
    booking: { entry: 'book', on: { 'note.kept': { target: 'idle', actions: 'answer' } } },
  },
});

const note = (asked: Asked | null): Message => ({
  type: 'note.made',
  intent: asked?.intent ?? null,
});

/** Counts notes, as many as fit; records and confirms each; hears of connections that close. */
export const notebook = setup({
  types: {
    context: {} as { readonly notes: number; readonly closed: readonly string[] },
    events: {} as
      | Received<Message & { readonly type: 'note.made' }>
      | { readonly type: 'connection.closed'; readonly peers: readonly string[] },
    emitted: {} as Effect,
  },
  actions: {
    count: assign({ notes: ({ context }) => Math.min(context.notes + 1, 99) }),
    close: assign(({ event }) =>
      event.type === 'connection.closed' ? { closed: event.peers } : {},
    ),
    record: emit(({ event }) => ({
      type: 'record',
      fact: { name: 'note.written', intent: ('intent' in event ? event.intent : null) ?? '' },
    })),
    confirm: emit(({ event }) => ({
      type: 'send',
      to: 'from' in event ? event.from : '',
      message: { type: 'note.kept', intent: 'intent' in event ? event.intent : null },
    })),
  },
}).createMachine({
  id: 'notebook',
  context: { notes: 0, closed: [] },
  initial: 'open',
  states: {
    open: {
      on: {
        'note.made': { actions: ['count', 'record', 'confirm'] },
        'connection.closed': { actions: 'close' },
      },
    },
  },
});

/** Sets an alarm whenever it is told to, or sets one anew whose number it is told; tells nobody. */
export const alarmClock = setup({
  types: {
    context: {} as { readonly set: number; readonly gone: readonly number[] },
    events: {} as Received<Message> | { readonly type: 'alarm.due'; readonly number: number },
    emitted: {} as Effect,
  },
  actions: {
    set: enqueueActions(({ context, event, enqueue }) => {
      if (!('ticks' in event)) return;
      const number = Number(event['number'] ?? context.set + 1);
      enqueue.assign({ set: Math.max(number, context.set) });
      enqueue.raise(
        { type: 'alarm.due', number },
        { id: `alarm-${number}`, delay: Number(event['ticks']) },
      );
    }),
    note: assign(({ context, event }) =>
      'number' in event ? { gone: [...context.gone, Number(event.number)] } : {},
    ),
  },
}).createMachine({
  id: 'alarm-clock',
  context: { set: 0, gone: [] },
  initial: 'ticking',
  states: {
    ticking: { on: { 'alarm.set': { actions: 'set' }, 'alarm.due': { actions: 'note' } } },
  },
});

/** Serves to whom it is told to, and answers every ball with a ball, for ever. */
export const player = setup({
  types: {
    events: {} as Received<Message & { readonly opponent?: string }>,
    emitted: {} as Effect,
  },
  actions: {
    serve: emit(({ event }) => ({ ...BALL, to: event.opponent ?? '' })),
    hitBack: emit(({ event }) => ({ ...BALL, to: event.from })),
  },
}).createMachine({
  id: 'player',
  initial: 'playing',
  states: {
    playing: { on: { 'game.begun': { actions: 'serve' }, 'ball.hit': { actions: 'hitBack' } } },
  },
});

const BALL = { type: 'send', message: { type: 'ball.hit', intent: null } } as const;
