import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import type { OrderTaken } from '@/simulations/log-messages';
import type { ConnectionClosed, PurchaseWanted } from '@/simulations/messages';

export interface OrderBookInput {
  /** Who sees to the orders. */
  readonly worker: ProcessId;
}

interface Context extends OrderBookInput {
  readonly intent: IntentId | null;
  readonly amount: number;
}

/** Keeps an order where no crash takes it, and hands it over again to a worker that started again before it was done. */
export const orderBook = setup({
  types: {
    input: {} as OrderBookInput,
    context: {} as Context,
    events: {} as Received<PurchaseWanted | OrderTaken> | ConnectionClosed,
    emitted: {} as Effect,
  },
  guards: {
    isWorkerGone: ({ context, event }) =>
      event.type === 'connection.closed' &&
      event.peers.some((peer) => peer.startsWith(`${context.worker}.`)),
  },
  actions: {
    writeDown: assign(({ event }) =>
      event.type === 'purchase.wanted' ? { intent: event.intent, amount: event.amount } : {},
    ),
    handOver: emit(({ context: { worker, intent, amount } }) => ({
      type: 'send',
      to: worker,
      message: { type: 'purchase.wanted', intent, amount } satisfies PurchaseWanted,
    })),
  },
}).createMachine({
  id: 'order-book',
  context: ({ input }) => ({ ...input, intent: null, amount: 0 }),
  initial: 'empty',
  states: {
    empty: { on: { 'purchase.wanted': { target: 'open', actions: 'writeDown' } } },
    open: {
      entry: 'handOver',
      on: {
        'order.taken': 'crossedOut',
        'connection.closed': { guard: 'isWorkerGone', target: 'open', reenter: true },
      },
    },
    crossedOut: {},
  },
});
