import type { Ticks } from '@/lib/engine/model';
import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, Statement, StatementAnswered } from '@/simulations/messages';

export interface TransferServiceInput {
  /** Whether all its statements are one transaction, or each stands alone. */
  readonly transaction: 'off' | 'on';
  /** Whether it writes the request’s key down first, and so knows a repeat. */
  readonly key: 'off' | 'on';
  /** How it asks for the key’s row: so that a repeat is no error, or as a plain INSERT whose error it catches. */
  readonly claim: 'do-nothing' | 'catch' | 'savepoint';
  /** How long it looks for the exchange rate, between the two rows. */
  readonly convertTicks: Ticks;
}

interface Asking {
  readonly input: TransferServiceInput;
  readonly request: RequestSent;
}

const run =
  (statement: (request: RequestSent, input: TransferServiceInput) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request, input), { inTransaction: input.transaction === 'on' });

/** Outside of a transaction there is nothing to go back in. */
const isSavepointTaken = ({ transaction, key, claim }: TransferServiceInput): boolean =>
  transaction === 'on' && key === 'on' && claim === 'savepoint';

/** One request handler of an API that moves money: one row takes it from the payer, another gives it to the payee. */
export const transferService = handler<TransferServiceInput, RequestSent, StatementAnswered>({
  id: 'transfer-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isTransaction: ({ input }) => input.transaction === 'on',
    remembersKeys: ({ input }) => input.key === 'on',
    takesSavepoint: ({ input }) => isSavepointTaken(input),
    mayGoBack: ({ input, event }) =>
      isSavepointTaken(input) && event.type === 'statement.answered' && event.sqlstate !== null,
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
    isError: ({ event }) => event.type === 'statement.answered' && event.sqlstate !== null,
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    setSavepoint: run(() => ({ op: 'savepoint', name: 'claim' })),
    rollBackToSavepoint: run(() => ({ op: 'rollback-to', name: 'claim' })),
    insertKey: run(({ key }, { claim }) => ({
      ...{ op: 'insert', table: 'keys', row: { key } },
      onConflict: claim === 'do-nothing' ? 'nothing' : 'error',
    })),
    selectKey: run(({ key }) => ({
      ...{ op: 'select', table: 'keys', where: { key }, forUpdate: false },
    })),
    insertDebit: run(({ amount }) => ({
      ...{ op: 'insert', table: 'debits', row: { from: 'ann', amount }, onConflict: 'error' },
    })),
    insertCredit: run(({ amount }) => ({
      ...{ op: 'insert', table: 'credits', row: { to: 'ben', amount }, onConflict: 'error' },
    })),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
    replyFailed: ({ request }) => respond(request, { status: 500, body: null }),
  },
  delays: { rate: ({ input }) => input.convertTicks },
  begins: [
    { guard: 'isTransaction', target: 'beginning' },
    { guard: 'remembersKeys', target: 'claiming' },
    { target: 'debiting' },
  ],
  states: {
    beginning: {
      entry: 'begin',
      on: {
        'statement.answered': [
          { guard: 'takesSavepoint', target: 'saving' },
          { guard: 'remembersKeys', target: 'claiming' },
          { target: 'debiting' },
        ],
      },
    },
    saving: { entry: 'setSavepoint', on: { 'statement.answered': 'claiming' } },
    claiming: {
      entry: 'insertKey',
      on: {
        'statement.answered': [
          { guard: 'isFirst', target: 'debiting' },
          { guard: 'mayGoBack', target: 'goingBack' },
          { guard: 'isError', target: 'rereading' },
          { guard: 'isTransaction', target: 'rollingBack' },
          { target: 'idle', actions: 'replyFromMemory' },
        ],
      },
    },
    goingBack: { entry: 'rollBackToSavepoint', on: { 'statement.answered': 'rereading' } },
    /** It was refused as a duplicate, and sees to the row that was there first. */
    rereading: {
      entry: 'selectKey',
      on: {
        'statement.answered': [
          { guard: 'isError', target: 'failing' },
          { guard: 'isTransaction', target: 'rollingBack' },
          { target: 'idle', actions: 'replyFromMemory' },
        ],
      },
    },
    /** Its transaction is aborted, and hears of nothing but its end. */
    failing: {
      entry: 'rollBack',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFailed' } },
    },
    debiting: { entry: 'insertDebit', on: { 'statement.answered': 'converting' } },
    converting: { after: { rate: 'crediting' } },
    crediting: {
      entry: 'insertCredit',
      on: {
        'statement.answered': [
          { guard: 'isTransaction', target: 'committing' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
    committing: {
      entry: 'commit',
      on: { 'statement.answered': { target: 'idle', actions: 'replyCreated' } },
    },
    rollingBack: {
      entry: 'rollBack',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFromMemory' } },
    },
  },
});
