import { acknowledge, execute } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import { inboxStates } from '@/simulations/actors/inbox';
import type { MessageDelivered, Statement, StatementAnswered } from '@/simulations/messages';

export interface ConsumerInput {
  /** How it knows a message that it has dealt with before. */
  readonly dedup: 'none' | 'inbox';
}

interface Asking {
  readonly input: ConsumerInput;
  readonly request: MessageDelivered;
}

const run =
  (statement: (delivery: MessageDelivered) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request), { inTransaction: input.dedup === 'inbox' });

/**
 * One worker that takes messages from a queue, books a shipment for each, and acknowledges when the
 * work is committed. With an inbox, the message's id is written in the very transaction of the work.
 */
export const consumer = handler<ConsumerInput, MessageDelivered, StatementAnswered>({
  id: 'consumer',
  takes: ['message.delivered'],
  notes: {},
  guards: {
    hasInbox: ({ input }) => input.dedup === 'inbox',
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertInbox: run(({ id }) => ({
      ...{ op: 'insert', table: 'inbox', row: { message: id }, onConflict: 'nothing' },
    })),
    insertShipment: run(({ id }) => ({
      ...{ op: 'insert', table: 'shipments', row: { order: id }, onConflict: 'error' },
    })),
    acknowledge: ({ request }) => acknowledge(request),
  },
  begins: [{ guard: 'hasInbox', target: 'beginning' }, { target: 'shippingAtOnce' }],
  states: {
    shippingAtOnce: {
      entry: 'insertShipment',
      on: { 'statement.answered': { target: 'idle', actions: 'acknowledge' } },
    },
    ...inboxStates('acknowledge'),
  },
});
