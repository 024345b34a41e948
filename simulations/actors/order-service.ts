import type { Ticks } from '@/lib/engine/model';
import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, Row, Statement, StatementAnswered } from '@/simulations/messages';

export interface OrderServiceInput {
  /** How long it takes to make its answer once the order is written. */
  readonly prepareTicks: Ticks;
  /** When it writes down that it has done this: after the order is committed, or together with it. */
  readonly record: 'after' | 'same-transaction';
}

interface Asking {
  readonly input: OrderServiceInput;
  readonly request: RequestSent;
}

const run =
  (statement: (request: RequestSent) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request), { inTransaction: input.record === 'same-transaction' });

const keyOf = ({ key }: RequestSent): Row => ({ key });

/**
 * One request handler of an API that writes orders to its own database, and a row for the key so that
 * a retry is known: in a transaction of its own after the order, or in the order's transaction.
 */
export const orderService = handler<OrderServiceInput, RequestSent, StatementAnswered>({
  id: 'order-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    recordsAfter: ({ input }) => input.record === 'after',
    found: ({ event }) => event.type === 'statement.answered' && event.count > 0,
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  sends: {
    selectKey: run((request) => ({
      ...{ op: 'select', table: 'keys', where: keyOf(request), forUpdate: false },
    })),
    insertKey: run((request) => ({
      ...{ op: 'insert', table: 'keys', row: keyOf(request), onConflict: 'nothing' },
    })),
    insertOrder: run(({ key, amount }) => ({
      ...{ op: 'insert', table: 'orders', row: { key, amount }, onConflict: 'error' },
    })),
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
  },
  delays: { preparation: ({ input }) => input.prepareTicks },
  begins: [{ guard: 'recordsAfter', target: 'recordingAfter' }, { target: 'inOneTransaction' }],
  states: {
    recordingAfter: {
      initial: 'looking',
      states: {
        looking: {
          entry: 'selectKey',
          on: {
            'statement.answered': [
              { guard: 'found', target: '#order-service.idle', actions: 'replyFromMemory' },
              { target: 'ordering' },
            ],
          },
        },
        ordering: { entry: 'insertOrder', on: { 'statement.answered': 'preparing' } },
        preparing: { after: { preparation: 'recording' } },
        recording: {
          entry: 'insertKey',
          on: { 'statement.answered': { target: '#order-service.idle', actions: 'replyCreated' } },
        },
      },
    },
    inOneTransaction: {
      initial: 'beginning',
      states: {
        beginning: { entry: 'begin', on: { 'statement.answered': 'claiming' } },
        claiming: {
          entry: 'insertKey',
          on: {
            'statement.answered': [
              { guard: 'isFirst', target: 'ordering' },
              { target: 'rollingBack' },
            ],
          },
        },
        ordering: { entry: 'insertOrder', on: { 'statement.answered': 'preparing' } },
        preparing: { after: { preparation: 'committing' } },
        committing: {
          entry: 'commit',
          on: { 'statement.answered': { target: '#order-service.idle', actions: 'replyCreated' } },
        },
        rollingBack: {
          entry: 'rollBack',
          on: {
            'statement.answered': { target: '#order-service.idle', actions: 'replyFromMemory' },
          },
        },
      },
    },
  },
});
