import { assign, setup } from 'xstate';

import type { Effect, ProcessId, Received } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type {
  MessageAcknowledged,
  MessageDelivered,
  Statement,
  StatementAnswered,
  StatementSent,
} from '@/simulations/messages';

export interface ConsumerInput {
  /** How it knows a message that it has dealt with before. */
  readonly dedup: 'none' | 'inbox';
}

interface ConsumerContext extends ConsumerInput {
  readonly delivery: Received<MessageDelivered> | null;
}

type Event = Received<MessageDelivered> | Received<StatementAnswered>;

const DATABASE: ProcessId = 'orders';
const say = sayer<ConsumerContext, Event>();

const execute = (statement: (delivery: MessageDelivered | null) => Statement) =>
  say(({ context: { delivery, dedup } }) => ({
    to: DATABASE,
    message: {
      type: 'statement.sent',
      intent: delivery?.intent ?? null,
      statement: statement(delivery),
      inTransaction: dedup === 'inbox',
    } satisfies StatementSent,
  }));

const idOf = (delivery: MessageDelivered | null): string => delivery?.id ?? '';

/**
 * One worker that takes messages from a queue, books a shipment for each, and acknowledges when the
 * work is committed. With an inbox, the message's id is written in the very transaction of the work.
 */
export const consumer = setup({
  types: {
    input: {} as ConsumerInput,
    context: {} as ConsumerContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    hasInbox: ({ context }) => context.dedup === 'inbox',
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  actions: {
    accept: assign(({ event }) => (event.type === 'message.delivered' ? { delivery: event } : {})),
    forget: assign({ delivery: null }),
    begin: execute(() => ({ op: 'begin' })),
    commit: execute(() => ({ op: 'commit' })),
    rollBack: execute(() => ({ op: 'rollback' })),
    insertInbox: execute((delivery) => ({
      ...{ op: 'insert', table: 'inbox', row: { message: idOf(delivery) }, onConflict: 'nothing' },
    })),
    insertShipment: execute((delivery) => ({
      ...{ op: 'insert', table: 'shipments', row: { order: idOf(delivery) }, onConflict: 'error' },
    })),
    acknowledge: say(({ context: { delivery } }) => ({
      to: delivery?.from ?? '',
      message: {
        type: 'message.acknowledged',
        intent: delivery?.intent ?? null,
        id: idOf(delivery),
        receipt: delivery?.receipt ?? '',
      } satisfies MessageAcknowledged,
    })),
  },
}).createMachine({
  id: 'consumer',
  context: ({ input }) => ({ ...input, delivery: null }),
  initial: 'idle',
  states: {
    idle: {
      entry: 'forget',
      on: {
        'message.delivered': [
          { guard: 'hasInbox', target: 'beginning', actions: 'accept' },
          { target: 'shippingAtOnce', actions: 'accept' },
        ],
      },
    },
    shippingAtOnce: {
      entry: 'insertShipment',
      on: { 'statement.answered': { target: 'idle', actions: 'acknowledge' } },
    },
    beginning: { entry: 'begin', on: { 'statement.answered': 'registering' } },
    registering: {
      entry: 'insertInbox',
      on: {
        'statement.answered': [{ guard: 'isFirst', target: 'shipping' }, { target: 'rollingBack' }],
      },
    },
    shipping: { entry: 'insertShipment', on: { 'statement.answered': 'committing' } },
    committing: {
      entry: 'commit',
      on: { 'statement.answered': { target: 'idle', actions: 'acknowledge' } },
    },
    rollingBack: {
      entry: 'rollBack',
      on: { 'statement.answered': { target: 'idle', actions: 'acknowledge' } },
    },
  },
});
