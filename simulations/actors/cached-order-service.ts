import { execute, keyOf, respond, toKeys } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  KeyAnswered,
  RequestSent,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

interface Notes {
  readonly wasThere: boolean;
}

const inTransaction =
  (statement: (request: RequestSent) => Statement) =>
  ({ request }: { readonly request: RequestSent }) =>
    execute(request, statement(request), { inTransaction: true });

/**
 * One request handler of an API that writes orders and their keys in one transaction, and keeps what is done in
 * a key store as well, so that most retries need not ask the database. The store is only a cache: what it
 * says is done, is; what it doesn’t know, the database may.
 */
export const cachedOrderService = handler<
  null,
  RequestSent,
  KeyAnswered | StatementAnswered,
  Notes
>({
  id: 'cached-order-service',
  takes: ['request.sent'],
  notes: { wasThere: false },
  guards: {
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  keeps: {
    noteThatItWasThere: () => ({ wasThere: true }),
  },
  sends: {
    readKey: ({ request }) => toKeys({ type: 'key.read', ...keyOf(request) }),
    saveKey: ({ request }) => toKeys({ type: 'key.saved', ...keyOf(request), body: null }),
    begin: inTransaction(() => ({ op: 'begin' })),
    insertKey: inTransaction(({ key }) => ({
      ...{ op: 'insert', table: 'keys', row: { key }, onConflict: 'nothing' },
    })),
    insertOrder: inTransaction(({ key, amount }) => ({
      ...{ op: 'insert', table: 'orders', row: { key, amount }, onConflict: 'error' },
    })),
    commit: inTransaction(() => ({ op: 'commit' })),
    rollBack: inTransaction(() => ({ op: 'rollback' })),
    replyCreated: ({ request, notes: { wasThere } }) =>
      respond(request, { status: 201, body: null, replayed: wasThere }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
  },
  begins: { target: 'looking' },
  states: {
    looking: {
      entry: 'readKey',
      on: {
        'key.answered': [
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { target: 'beginning' },
        ],
      },
    },
    beginning: { entry: 'begin', on: { 'statement.answered': 'claiming' } },
    claiming: {
      entry: 'insertKey',
      on: {
        'statement.answered': [
          { guard: 'isFirst', target: 'ordering' },
          { target: 'rollingBack', actions: 'noteThatItWasThere' },
        ],
      },
    },
    ordering: { entry: 'insertOrder', on: { 'statement.answered': 'committing' } },
    committing: { entry: 'commit', on: { 'statement.answered': 'saving' } },
    rollingBack: { entry: 'rollBack', on: { 'statement.answered': 'saving' } },
    saving: {
      entry: 'saveKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
