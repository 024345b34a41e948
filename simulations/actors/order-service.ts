import { assign, setup } from 'xstate';

import type { Effect, Received, Ticks } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type {
  RequestSent,
  ResponseSent,
  Row,
  Statement,
  StatementAnswered,
  StatementSent,
} from '@/simulations/messages';

export interface OrderServiceInput {
  /** How long it takes to make its answer once the order is written. */
  readonly prepareTicks: Ticks;
  /** When it writes down that it has done this: after the order is committed, or together with it. */
  readonly record: 'after' | 'same-transaction';
}

interface OrderServiceContext extends OrderServiceInput {
  readonly request: Received<RequestSent> | null;
}

type Event = Received<RequestSent> | Received<StatementAnswered>;

const DATABASE = 'orders';
const say = sayer<OrderServiceContext, Event>();

const execute = (statement: (request: RequestSent | null) => Statement) =>
  say(({ context: { request, record } }) => ({
    to: DATABASE,
    message: {
      type: 'statement.sent',
      intent: request?.intent ?? null,
      statement: statement(request),
      inTransaction: record === 'same-transaction',
    } satisfies StatementSent,
  }));

const reply = (replayed: boolean) =>
  say(({ context: { request } }) => ({
    to: request?.from ?? '',
    message: {
      type: 'response.sent',
      intent: request?.intent ?? null,
      attempt: request?.attempt ?? 0,
      status: 201,
      body: null,
      replayed,
    } satisfies ResponseSent,
  }));

const keyOf = (request: RequestSent | null): Row => ({ key: request?.key ?? null });

/**
 * One request handler of an API that writes orders to its own database, and a row for the key so that
 * a retry is known: in a transaction of its own after the order, or in the order's transaction.
 */
export const orderService = setup({
  types: {
    input: {} as OrderServiceInput,
    context: {} as OrderServiceContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    recordsAfter: ({ context }) => context.record === 'after',
    found: ({ event }) => event.type === 'statement.answered' && event.count > 0,
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  actions: {
    accept: assign(({ event }) => (event.type === 'request.sent' ? { request: event } : {})),
    forget: assign({ request: null }),
    selectKey: execute((request) => ({
      ...{ op: 'select', table: 'keys', where: keyOf(request), forUpdate: false },
    })),
    insertKey: execute((request) => ({
      ...{ op: 'insert', table: 'keys', row: keyOf(request), onConflict: 'nothing' },
    })),
    insertOrder: execute((request) => ({
      op: 'insert',
      table: 'orders',
      row: { key: request?.key ?? null, amount: request?.amount ?? 0 },
      onConflict: 'error',
    })),
    begin: execute(() => ({ op: 'begin' })),
    commit: execute(() => ({ op: 'commit' })),
    rollBack: execute(() => ({ op: 'rollback' })),
    replyCreated: reply(false),
    replyFromMemory: reply(true),
  },
  delays: { preparation: ({ context }) => context.prepareTicks },
}).createMachine({
  id: 'order-service',
  context: ({ input }) => ({ ...input, request: null }),
  initial: 'idle',
  states: {
    idle: {
      entry: 'forget',
      on: {
        'request.sent': [
          { guard: 'recordsAfter', target: 'recordingAfter', actions: 'accept' },
          { target: 'inOneTransaction', actions: 'accept' },
        ],
      },
    },
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
