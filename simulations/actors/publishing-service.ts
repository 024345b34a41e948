import { execute, publish, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  PublishConfirmed,
  RequestSent,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

export interface PublishingServiceInput {
  /** Which of its two writes comes first; or both as rows of one transaction, the message for a relay. */
  readonly write: 'database-first' | 'broker-first' | 'outbox';
}

interface Asking {
  readonly input: PublishingServiceInput;
  readonly request: RequestSent;
}

/** What is for sale is one of its kind. */
const ITEM = 'book-7';

/** Under this the order is stored and its message published, in every attempt. */
const nameOf = ({ key }: RequestSent): string => key ?? '';

const run =
  (statement: (request: RequestSent) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request), { inTransaction: input.write === 'outbox' });

/**
 * One request handler of a shop that stores an order under its unique key and tells the warehouse by a message. An
 * order of a thing that somebody else has already is refused by the unique constraint on the item. No transaction
 * holds database and broker together.
 */
export const publishingService = handler<
  PublishingServiceInput,
  RequestSent,
  StatementAnswered | PublishConfirmed
>({
  id: 'publishing-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isBrokerFirst: ({ input }) => input.write === 'broker-first',
    isDatabaseFirst: ({ input }) => input.write === 'database-first',
    isOutbox: ({ input }) => input.write === 'outbox',
    isNone: ({ event }) => event.type === 'statement.answered' && event.count === 0,
    isNoneInTransaction: ({ input, event }) =>
      input.write === 'outbox' && event.type === 'statement.answered' && event.count === 0,
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertOrder: run((request) => ({
      ...{ op: 'insert', table: 'orders', row: { key: nameOf(request), item: ITEM } },
      onConflict: 'nothing',
    })),
    insertOutbox: run((request) => ({
      ...{ op: 'insert', table: 'outbox', onConflict: 'error' },
      row: { message: nameOf(request), order: request.intent },
    })),
    selectOrder: ({ request }) =>
      execute(request, {
        ...{ op: 'select', table: 'orders', where: { key: nameOf(request) }, forUpdate: false },
      }),
    publishOrder: ({ request }) => publish(request, nameOf(request), { attempt: request.attempt }),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
    replyRefused: ({ request }) => respond(request, { status: 422, body: null }),
  },
  begins: [
    { guard: 'isBrokerFirst', target: 'publishing' },
    { guard: 'isOutbox', target: 'beginning' },
    { target: 'ordering' },
  ],
  states: {
    beginning: { entry: 'begin', on: { 'statement.answered': 'ordering' } },
    ordering: {
      entry: 'insertOrder',
      on: {
        'statement.answered': [
          { guard: 'isNoneInTransaction', target: 'rollingBack' },
          { guard: 'isNone', target: 'rereading' },
          { guard: 'isDatabaseFirst', target: 'publishing' },
          { guard: 'isOutbox', target: 'notingMessage' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
    notingMessage: { entry: 'insertOutbox', on: { 'statement.answered': 'committing' } },
    committing: {
      entry: 'commit',
      on: { 'statement.answered': { target: 'idle', actions: 'replyCreated' } },
    },
    rollingBack: { entry: 'rollBack', on: { 'statement.answered': 'rereading' } },
    rereading: {
      entry: 'selectOrder',
      on: {
        'statement.answered': [
          { guard: 'isNone', target: 'idle', actions: 'replyRefused' },
          { target: 'idle', actions: 'replyFromMemory' },
        ],
      },
    },
    publishing: {
      entry: 'publishOrder',
      on: {
        'publish.confirmed': [
          { guard: 'isBrokerFirst', target: 'ordering' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
  },
});
