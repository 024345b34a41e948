import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import type {
  MessagePublished,
  PublishConfirmed,
  PurchaseWanted,
  RetryWanted,
} from '@/simulations/messages';

export interface ProducerInput {
  readonly queue: ProcessId;
  readonly retries: number;
  readonly timeoutTicks: Ticks;
  /**
   * True: it has a channel that stays open, on which a confirm counts however late it comes (AMQP). Left out: each
   * attempt is a request of its own (SQS, by HTTP), and what is answered to one that it has given up on reaches nobody.
   */
  readonly hasChannel?: true;
  /** What it calls its message, for itself and for a FIFO queue. Left out: by what is wanted. */
  readonly names?: Pick<MessagePublished, 'id' | 'dedup' | 'group'>;
}

interface ProducerContext extends ProducerInput {
  readonly intent: IntentId | null;
  readonly attempt: number;
}

/** Publishes a message for each purchase, and again while the queue does not confirm that it has it. */
export const producer = setup({
  types: {
    input: {} as ProducerInput,
    context: {} as ProducerContext,
    events: {} as Received<PurchaseWanted> | Received<RetryWanted> | Received<PublishConfirmed>,
    emitted: {} as Effect,
  },
  guards: {
    attemptsLeft: ({ context }) => context.attempt <= context.retries,
    isHeard: ({ context, event }) =>
      event.type === 'publish.confirmed' &&
      (context.hasChannel === true || event.attempt === context.attempt),
  },
  actions: {
    beginPurchase: assign({ intent: ({ event }) => event.intent }),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    publish: emit(({ context }) => ({
      type: 'send',
      to: context.queue,
      message: {
        type: 'message.published',
        intent: context.intent,
        // The producer names the message once, so that a second publication is recognisably the same.
        id: `order-${context.intent ?? ''}`,
        ...context.names,
        attempt: context.attempt,
      } satisfies MessagePublished,
    })),
    admitUnknown: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: context.intent ?? '' },
    })),
  },
  delays: { timeout: ({ context }) => context.timeoutTicks },
}).createMachine({
  id: 'producer',
  context: ({ input }) => ({ ...input, intent: null, attempt: 0 }),
  initial: 'idle',
  states: {
    idle: { on: { 'purchase.wanted': { target: 'awaitingConfirm', actions: 'beginPurchase' } } },
    awaitingConfirm: {
      entry: ['countAttempt', 'publish'],
      on: { 'publish.confirmed': { guard: 'isHeard', target: 'confirmed' } },
      after: {
        timeout: [
          { guard: 'attemptsLeft', target: 'awaitingConfirm', reenter: true },
          { target: 'gaveUp', actions: 'admitUnknown' },
        ],
      },
    },
    gaveUp: { on: { 'retry.wanted': 'awaitingConfirm' } },
    confirmed: {},
  },
});
