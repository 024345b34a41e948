import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type {
  PurchaseWanted,
  RequestSent,
  ResponseSent,
  RetryWanted,
  Row,
  Value,
} from '@/simulations/messages';

export interface EditorInput {
  readonly server: ProcessId;
  readonly method: string;
  readonly path: string;
  /** What it wants the resource to be. `sum`: what it read there, and the amount on top. `amount`: that alone. */
  readonly wants: { readonly value: Value } | { readonly sumOf: string } | 'amount';
  /** What it reads before it changes anything, if it does: a path. */
  readonly reads: string | null;
  /** Whether it demands that the resource still is what it read. */
  readonly ifMatch: boolean;
  /** How often it sends its request once the first one was not answered, the first one counted. */
  readonly times: number;
  readonly timeoutTicks: Ticks;
  /** The effect of a request that changes nothing: that its sender has the answer. */
  readonly learns: string | null;
}

interface Context extends EditorInput {
  readonly intent: IntentId | null;
  readonly amount: number;
  /** Copies of its request sent so far. */
  readonly attempt: number;
  readonly readings: number;
  /** What it has read, and whose writes that holds. */
  readonly found: Row | null;
  readonly knows: readonly IntentId[];
  /** Whether any copy was answered with success. */
  readonly heardDone: boolean;
}

type Event = Received<PurchaseWanted> | Received<RetryWanted> | Received<ResponseSent>;

/** Readings and copies have connections of their own: the former are numbered backwards. */
const connectionOf = ({ attempt, readings }: Context, isReading: boolean): number =>
  isReading ? -readings : attempt;

/** What is gone already is what a DELETE wanted. */
const isSuccess = ({ method }: Context, status: number): boolean =>
  status < 300 || (method === 'DELETE' && status === 404);

const say = sayer<Context, Event>();

const request = ({ context }: { readonly context: Context }, isReading: boolean) => {
  const { found, amount, wants } = context;
  const message: RequestSent = {
    ...{ type: 'request.sent', intent: context.intent, amount, key: null },
    attempt: connectionOf(context, isReading),
    ...(isReading
      ? { method: 'GET', path: context.reads ?? '', copy: context.readings }
      : {
          ...{ method: context.method, path: context.path, copy: context.attempt },
          ...{ value: valueOf(wants, amount, found), knows: context.knows },
          ...(context.ifMatch && { ifMatch: found }),
        }),
  };
  return { to: context.server, message };
};

function valueOf(wants: EditorInput['wants'], amount: number, found: Row | null): Value {
  if (wants === 'amount') return amount;
  return 'value' in wants ? wants.value : Number(found?.[wants.sumOf] ?? 0) + amount;
}

const freshContext = ({ input }: { readonly input: EditorInput }): Context => ({
  ...input,
  ...{ intent: null, amount: 0, attempt: 0, readings: 0, found: null, knows: [] },
  heardDone: false,
});

const parts = setup({
  types: {
    input: {} as EditorInput,
    context: {} as Context,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    readsFirst: ({ context }) => context.reads !== null,
    isReadingsAnswer: ({ context, event }) =>
      event.type === 'response.sent' && event.attempt === connectionOf(context, true),
    isAnswer: ({ context, event }) =>
      event.type === 'response.sent' && event.attempt === context.attempt,
    isToRepeat: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      context.attempt > 1 &&
      context.attempt < context.times,
    /** Another has changed it, or an earlier copy of this very request: the answer doesn’t say which. */
    cannotTell: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      event.status === 412 &&
      context.attempt > 1 &&
      !context.heardDone,
    hasHeardDone: ({ context }) => context.heardDone,
    mayRepeat: ({ context }) => context.attempt < context.times,
  },
  actions: {
    beginWork: assign(({ event }) =>
      event.type === 'purchase.wanted' ? { intent: event.intent, amount: event.amount } : {},
    ),
    countReading: assign({ readings: ({ context }) => context.readings + 1 }),
    countCopy: assign({ attempt: ({ context }) => context.attempt + 1 }),
    keepFound: assign(({ event }) =>
      event.type === 'response.sent'
        ? { found: event.found ?? null, knows: event.history ?? [] }
        : {},
    ),
    keepWord: assign(({ context, event }) => ({
      heardDone:
        context.heardDone || (event.type === 'response.sent' && isSuccess(context, event.status)),
    })),
    sendReading: say((args) => request(args, true)),
    sendCopy: say((args) => request(args, false)),
    tellCustomer: emit(({ context, event }) => ({
      type: 'record',
      fact: {
        ...{ name: 'answer.received', intent: context.intent ?? '', body: null },
        says:
          context.heardDone || (event.type === 'response.sent' && isSuccess(context, event.status))
            ? 'done'
            : 'failed',
      },
    })),
    tellFailure: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'answer.received', intent: context.intent ?? '', body: null, says: 'failed' },
    })),
    learn: enqueueActions(({ context: { learns, intent }, enqueue }) => {
      if (learns === null) return;
      enqueue.emit({ type: 'record', fact: { name: learns, intent: intent ?? '' } });
    }),
    admitUnknown: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: context.intent ?? '' },
    })),
  },
  delays: { timeout: ({ context }) => context.timeoutTicks },
});

/** Where asking begins. */
const ANEW = [
  { guard: 'readsFirst', target: 'reading' },
  { target: 'asking', reenter: true },
] as const;

/**
 * A client that changes a resource, and is stubborn: if its first request is not answered, it sends copies of it until
 * it has sent so many, whatever it hears meanwhile. That is what “any number of times” means.
 */
export const editor = parts.createMachine({
  id: 'editor',
  context: freshContext,
  initial: 'idle',
  states: {
    idle: {
      on: {
        'purchase.wanted': [
          { guard: 'readsFirst', target: 'reading', actions: 'beginWork' },
          { target: 'asking', actions: 'beginWork' },
        ],
      },
    },
    reading: {
      entry: ['countReading', 'sendReading'],
      on: {
        'response.sent': { guard: 'isReadingsAnswer', target: 'asking', actions: 'keepFound' },
      },
      after: {
        // It has asked for nothing yet that could have been carried out.
        timeout: { target: 'failed', actions: 'tellFailure' },
      },
    },
    asking: {
      entry: ['countCopy', 'sendCopy'],
      on: {
        'response.sent': [
          { guard: 'isToRepeat', target: 'asking', reenter: true, actions: 'keepWord' },
          { guard: 'cannotTell', target: 'gaveUp', actions: 'admitUnknown' },
          { guard: 'isAnswer', target: 'answered', actions: 'tellCustomer' },
        ],
      },
      after: {
        timeout: [
          { guard: 'mayRepeat', target: 'asking', reenter: true },
          { guard: 'hasHeardDone', target: 'answered', actions: 'tellCustomer' },
          { target: 'gaveUp', actions: 'admitUnknown' },
        ],
      },
    },
    gaveUp: {
      on: { 'retry.wanted': ANEW },
    },
    failed: { on: { 'retry.wanted': 'reading' } },
    answered: { entry: 'learn' },
  },
});

/** The same without a clock: it waits for its answer as long as it takes, and asks again only when it is told to. */
export const patientEditor = parts.createMachine({
  id: 'patient-editor',
  context: freshContext,
  initial: 'idle',
  states: {
    idle: {
      on: {
        'purchase.wanted': [
          { guard: 'readsFirst', target: 'reading', actions: 'beginWork' },
          { target: 'asking', actions: 'beginWork' },
        ],
      },
    },
    reading: {
      entry: ['countReading', 'sendReading'],
      on: {
        'response.sent': { guard: 'isReadingsAnswer', target: 'asking', actions: 'keepFound' },
        'retry.wanted': { target: 'reading', reenter: true },
      },
    },
    asking: {
      entry: ['countCopy', 'sendCopy'],
      on: {
        'response.sent': { guard: 'isAnswer', target: 'answered', actions: 'tellCustomer' },
        'retry.wanted': ANEW,
      },
    },
    answered: { entry: 'learn' },
  },
});
