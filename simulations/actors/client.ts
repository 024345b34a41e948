import { assign, emit, enqueueActions, setup } from 'xstate';

import type { ActorId, Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import { type Pausing, pauseTicks } from '@/simulations/actors/pausing';
import type {
  AnswerShown,
  PayPressed,
  PurchaseWanted,
  RequestGivenUp,
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
  /** Where its waits grow from one attempt to the next: it waits so long instead. */
  readonly pausing?: Pausing;
  /**
   * Where the key of an attempt comes from. `given`: from whoever presses the button, or as `givenKey` says;
   * `timestamp`: from the clock, which says `givenKey` and the second, from `startsAt` on.
   */
  readonly key: 'none' | 'per-intent' | 'per-attempt' | 'timestamp' | 'given';
  readonly givenKey?: string | null;
  readonly startsAt?: number;
  /** What its requests say beside method, path, amount and key. */
  readonly says?: Says;
  /** How it writes the body, where that matters: a second time it may come out otherwise. */
  readonly bodies?: { readonly first: string; readonly again: string };
  /** By status: what it changes, once, when a request is refused for what is wrong with it. */
  readonly mends?: Readonly<Record<string, Mend>>;
  /** The page on which its answer is shown, and that hears if there is none. */
  readonly page?: ActorId;
}

type Says = Pick<RequestSent, 'account' | 'login' | 'card'>;

interface Mend {
  readonly key?: string;
  readonly says?: Says;
}

interface ClientContext extends ClientInput {
  readonly intent: IntentId | null;
  readonly amount: number;
  readonly attempt: number;
}

/** The key of the attempt that is about to be sent. */
function keyOf({
  key,
  givenKey = null,
  startsAt = 0,
  intent,
  attempt,
}: ClientContext): string | null {
  switch (key) {
    case 'none':
      return null;
    case 'per-intent':
      // One key for the purchase, not for the attempt: that is what lets a server know a retry.
      return `key-${intent ?? ''}`;
    case 'per-attempt':
      return `key-${intent ?? ''}-${attempt}`;
    case 'timestamp':
      // The second at which it sends this attempt: it waits for one before it tries again.
      return `${givenKey ?? ''}${startsAt + attempt - 1}`;
    case 'given':
      return givenKey;
  }
}

/**
 * Whether a refusal says what to mend. A body that does not belong to the key is mended by another key only if
 * it is the first attempt that is refused: else an earlier one may have been served under the key that it has.
 */
const canMend = ({ mends, attempt }: ClientContext, status: number): boolean =>
  mends?.[status] !== undefined && (status !== 422 || attempt === 1);

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
    events: {} as Received<PurchaseWanted | PayPressed | RetryWanted | ResponseSent>,
    emitted: {} as Effect,
  },
  guards: {
    isAnswer: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      !isWorthAnotherTry(event.status),
    saysWhatToMend: ({ context, event }) =>
      event.type === 'response.sent' &&
      event.attempt === context.attempt &&
      context.attempt <= context.retries &&
      canMend(context, event.status),
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
    beginPurchase: assign(({ event }) => {
      if (event.type === 'purchase.wanted') return { intent: event.intent, amount: event.amount };
      if (event.type !== 'pay.pressed') return {};
      return { intent: event.intent, amount: event.amount, givenKey: event.key };
    }),
    mend: assign(({ context, event }) => {
      const status = event.type === 'response.sent' ? event.status : 0;
      const { [status]: mend, ...mends } = context.mends ?? {};
      return {
        mends,
        ...(mend?.says && { says: { ...context.says, ...mend.says } }),
        ...(mend?.key !== undefined && { key: 'given' as const, givenKey: mend.key }),
      };
    }),
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
        key: keyOf(context),
        ...context.says,
        ...(context.bodies && { body: context.bodies[context.attempt === 1 ? 'first' : 'again'] }),
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
    showAnswer: enqueueActions(({ context, enqueue }) => {
      if (context.page === undefined) return;
      enqueue.emit({
        type: 'send',
        to: context.page,
        message: {
          ...{ type: 'answer.shown', intent: context.intent, key: keyOf(context) },
        } satisfies AnswerShown,
      });
    }),
    admitUnknown: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: context.intent ?? '' },
    })),
    tellPage: enqueueActions(({ context, enqueue }) => {
      if (context.page === undefined) return;
      enqueue.emit({
        type: 'send',
        to: context.page,
        message: { type: 'request.given-up', intent: context.intent } satisfies RequestGivenUp,
      });
    }),
  },
  delays: {
    timeout: ({ context }) => context.timeoutTicks,
    backoff: ({ context: { pausing, attempt, backoffTicks } }) =>
      pausing ? pauseTicks(pausing, attempt) : backoffTicks,
  },
}).createMachine({
  id: 'client',
  context: ({ input }) => ({ ...input, intent: null, amount: 0, attempt: 0 }),
  initial: 'idle',
  states: {
    idle: {
      on: {
        'purchase.wanted': { target: 'awaitingReply', actions: 'beginPurchase' },
        'pay.pressed': { target: 'awaitingReply', actions: 'beginPurchase' },
      },
    },
    awaitingReply: {
      entry: ['countAttempt', 'sendRequest'],
      on: {
        'response.sent': [
          { guard: 'saysWhatToMend', target: 'awaitingReply', reenter: true, actions: 'mend' },
          { guard: 'isAnswer', target: 'answered', actions: ['tellCustomer', 'showAnswer'] },
          { guard: 'isTryLater', target: 'backingOff' },
          { guard: 'isRefusedForGood', target: 'gaveUp', actions: ['admitUnknown', 'tellPage'] },
        ],
      },
      after: {
        timeout: [
          { guard: 'attemptsLeft', target: 'awaitingReply', reenter: true },
          { target: 'gaveUp', actions: ['admitUnknown', 'tellPage'] },
        ],
      },
    },
    backingOff: { after: { backoff: 'awaitingReply' } },
    gaveUp: { on: { 'retry.wanted': 'awaitingReply' } },
    answered: {},
  },
});
