import { assign, emit, enqueueActions, setup } from 'xstate';

import type { ActorId, Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import type {
  PurchaseWanted,
  RetryWanted,
  WebhookAnswered,
  WebhookSent,
} from '@/simulations/messages';

export interface WebhookSenderInput extends Pick<WebhookSent, 'event' | 'webhook' | 'version'> {
  readonly endpoint: ProcessId;
  readonly retries: number;
  readonly timeoutTicks: Ticks;
  /** How long it waits before it delivers again. */
  readonly pauseTicks: Ticks;
  /** Who delivers the same event to the next subscription. Left out: there is none. */
  readonly next?: ActorId;
}

interface Context extends WebhookSenderInput {
  readonly intent: IntentId | null;
  readonly attempt: number;
}

/**
 * Delivers one event to one subscription: until it is answered in time, and as it was at first, ids and state
 * included. Whoever asks for it gets it once more. It does not keep the order of events (Shopify and Stripe,
 * webhooks).
 */
export const webhookSender = setup({
  types: {
    input: {} as WebhookSenderInput,
    context: {} as Context,
    events: {} as Received<PurchaseWanted | RetryWanted | WebhookAnswered>,
    emitted: {} as Effect,
  },
  guards: {
    attemptsLeft: ({ context }) => context.attempt <= context.retries,
    // Each attempt is a request of its own: what is answered to one that it has given up on reaches nobody.
    isHeard: ({ context, event }) =>
      event.type === 'webhook.answered' && event.attempt === context.attempt,
  },
  actions: {
    noteEvent: assign({ intent: ({ event }) => event.intent }),
    passOn: enqueueActions(({ context: { next }, event, enqueue }) => {
      if (next === undefined || event.type !== 'purchase.wanted') return;
      const { type, intent, amount } = event;
      const message = { type, intent, amount } satisfies PurchaseWanted;
      enqueue.emit({ type: 'send', to: next, message });
    }),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    deliver: emit(({ context: { endpoint, intent, event, webhook, attempt, version } }) => ({
      type: 'send',
      to: endpoint,
      message: {
        ...{ type: 'webhook.sent', intent, event, webhook, attempt, version },
      } satisfies WebhookSent,
    })),
    // What nobody asks after leaves no facts.
    crossOut: enqueueActions(({ context: { intent }, enqueue }) => {
      if (intent === null) return;
      const fact = { name: 'webhook.settled', intent, says: 'done', body: null };
      enqueue.emit({ type: 'record', fact });
    }),
    giveUp: enqueueActions(({ context: { intent }, enqueue }) => {
      if (intent === null) return;
      enqueue.emit({ type: 'record', fact: { name: 'client.gave-up', intent } });
    }),
  },
  delays: {
    timeout: ({ context }) => context.timeoutTicks,
    pause: ({ context }) => context.pauseTicks,
  },
}).createMachine({
  id: 'webhook-sender',
  context: ({ input }) => ({ ...input, intent: null, attempt: 0 }),
  initial: 'idle',
  states: {
    idle: {
      on: { 'purchase.wanted': { target: 'delivering', actions: ['noteEvent', 'passOn'] } },
    },
    delivering: {
      entry: ['countAttempt', 'deliver'],
      on: { 'webhook.answered': { guard: 'isHeard', target: 'settled', actions: 'crossOut' } },
      after: {
        timeout: [
          { guard: 'attemptsLeft', target: 'pausing' },
          { target: 'gaveUp', actions: 'giveUp' },
        ],
      },
    },
    pausing: { after: { pause: 'delivering' } },
    gaveUp: { on: { 'retry.wanted': 'delivering' } },
    settled: {},
  },
});
