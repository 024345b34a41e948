import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import type {
  PurchaseWanted,
  RequestSent,
  ResponseSent,
  RetryWanted,
} from '@/simulations/messages';

export interface ClientInput {
  /** The instances behind the load balancer; attempts take them in turn. */
  readonly servers: readonly ProcessId[];
  readonly method: string;
  readonly path: string;
  /** How many times it tries again after the first attempt. */
  readonly retries: number;
  readonly timeoutTicks: Ticks;
  /** How long it waits after being told to come back later. */
  readonly backoffTicks: Ticks;
  readonly key: 'none' | 'per-intent';
}

interface ClientContext extends ClientInput {
  readonly intent: IntentId | null;
  readonly amount: number;
  readonly attempt: number;
}

/** 409: the first attempt is still running; 5xx: the server failed. Both may go well a little later. */
const isWorthAnotherTry = (status: number): boolean => status === 409 || status >= 500;

/**
 * An HTTP client that tries again when no answer comes, because it can't tell late from lost. An
 * answer to an attempt that it has given up on arrives on a closed connection and goes unseen.
 */
export const client = setup({
  types: {
    input: {} as ClientInput,
    context: {} as ClientContext,
    events: {} as Received<PurchaseWanted> | Received<RetryWanted> | Received<ResponseSent>,
    emitted: {} as Effect,
  },
  guards: {
    isAnswer: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      !isWorthAnotherTry(event.status),
    isTryLater: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      isWorthAnotherTry(event.status) &&
      context.attempt <= context.retries,
    isRefusedForGood: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      isWorthAnotherTry(event.status),
    attemptsLeft: ({ context }) => context.attempt <= context.retries,
  },
  actions: {
    beginPurchase: assign(({ event }) =>
      event.type === 'purchase.wanted' ? { intent: event.intent, amount: event.amount } : {},
    ),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    sendRequest: emit(({ context }) => ({
      type: 'send',
      to: context.servers[(context.attempt - 1) % context.servers.length] ?? '',
      message: {
        type: 'request.sent',
        intent: context.intent,
        method: context.method,
        path: context.path,
        amount: context.amount,
        attempt: context.attempt,
        // One key for the purchase, not for the attempt: that is what lets a server know a retry.
        key: context.key === 'none' ? null : `key-${context.intent ?? ''}`,
      } satisfies RequestSent,
    })),
    tellCustomer: emit(({ context, event }) => ({
      type: 'record',
      fact: {
        name: 'answer.received',
        intent: context.intent ?? '',
        says: event.type === 'response.sent' && event.status < 300 ? 'done' : 'failed',
        body: event.type === 'response.sent' ? event.body : null,
        status: event.type === 'response.sent' ? event.status : null,
      },
    })),
    admitUnknown: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: context.intent ?? '' },
    })),
  },
  delays: {
    timeout: ({ context }) => context.timeoutTicks,
    backoff: ({ context }) => context.backoffTicks,
  },
}).createMachine({
  id: 'client',
  context: ({ input }) => ({ ...input, intent: null, amount: 0, attempt: 0 }),
  initial: 'idle',
  states: {
    idle: { on: { 'purchase.wanted': { target: 'awaitingReply', actions: 'beginPurchase' } } },
    awaitingReply: {
      entry: ['countAttempt', 'sendRequest'],
      on: {
        'response.sent': [
          { guard: 'isAnswer', target: 'answered', actions: 'tellCustomer' },
          { guard: 'isTryLater', target: 'backingOff' },
          { guard: 'isRefusedForGood', target: 'gaveUp', actions: 'admitUnknown' },
        ],
      },
      after: {
        timeout: [
          { guard: 'attemptsLeft', target: 'awaitingReply', reenter: true },
          { target: 'gaveUp', actions: 'admitUnknown' },
        ],
      },
    },
    backingOff: { after: { backoff: 'awaitingReply' } },
    gaveUp: { on: { 'retry.wanted': 'awaitingReply' } },
    answered: {},
  },
});
