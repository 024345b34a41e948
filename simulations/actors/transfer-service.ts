import type { Ticks } from '@/lib/engine/model';
import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, Statement, StatementAnswered } from '@/simulations/messages';

export interface TransferServiceInput {
  /** Whether all its statements are one transaction, or each stands alone. */
  readonly transaction: 'off' | 'on';
  /** Whether it writes the request’s key down first, and so knows a repeat. */
  readonly key: 'off' | 'on';
  /** How long it looks for the exchange rate, between the two rows. */
  readonly convertTicks: Ticks;
}

interface Asking {
  readonly input: TransferServiceInput;
  readonly request: RequestSent;
}

const run =
  (statement: (request: RequestSent) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request), { inTransaction: input.transaction === 'on' });

/** One request handler of an API that moves money: one row takes it from the payer, another gives it to the payee. */
export const transferService = handler<TransferServiceInput, RequestSent, StatementAnswered>({
  id: 'transfer-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isTransaction: ({ input }) => input.transaction === 'on',
    remembersKeys: ({ input }) => input.key === 'on',
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertKey: run(({ key }) => ({
      ...{ op: 'insert', table: 'keys', row: { key }, onConflict: 'nothing' },
    })),
    insertDebit: run(({ amount }) => ({
      ...{ op: 'insert', table: 'debits', row: { from: 'ann', amount }, onConflict: 'error' },
    })),
    insertCredit: run(({ amount }) => ({
      ...{ op: 'insert', table: 'credits', row: { to: 'ben', amount }, onConflict: 'error' },
    })),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
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
          { guard: 'remembersKeys', target: 'claiming' },
          { target: 'debiting' },
        ],
      },
    },
    claiming: {
      entry: 'insertKey',
      on: {
        'statement.answered': [
          { guard: 'isFirst', target: 'debiting' },
          { guard: 'isTransaction', target: 'rollingBack' },
          { target: 'idle', actions: 'replyFromMemory' },
        ],
      },
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
