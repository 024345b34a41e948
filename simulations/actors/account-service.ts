import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { RequestSent, Row, Statement, StatementAnswered } from '@/simulations/messages';

export interface AccountServiceInput {
  /** What a deposit does to the database. */
  readonly operation: 'increment' | 'set' | 'set-once' | 'upsert';
}

const ACCOUNT: Row = { account: 'shop' };

/** Where each deposit is a row, the balance is their sum. */
const balanceOf = ({ operation }: AccountServiceInput, rows: readonly Row[]): Row | null =>
  operation === 'set-once'
    ? { ...ACCOUNT, balance: rows.reduce((sum, { amount }) => sum + Number(amount), 0) }
    : (rows[0] ?? null);

const STATEMENTS: Readonly<
  Record<AccountServiceInput['operation'], (request: RequestSent) => Statement>
> = {
  increment: ({ amount }) => ({
    ...{ op: 'update', table: 'accounts', set: {}, add: { balance: amount }, where: ACCOUNT },
  }),
  set: ({ value = null }) => ({
    ...{ op: 'update', table: 'accounts', set: { balance: value }, where: ACCOUNT },
  }),
  // The path names the deposit: a repeat names the same one.
  'set-once': ({ path, amount }) => ({
    ...{ op: 'insert', table: 'deposits', row: { deposit: path, amount }, onConflict: 'nothing' },
  }),
  upsert: ({ value = null }) => ({
    ...{ op: 'insert', table: 'accounts', row: { ...ACCOUNT, balance: value } },
    ...{ onConflict: { set: { balance: value } }, returning: 'isNew' },
  }),
};

/** Whether a deposit has made what its path names: its own row, or the account’s. */
const HAS_MADE: Readonly<
  Record<AccountServiceInput['operation'], (answer: StatementAnswered) => boolean>
> = {
  increment: () => false,
  set: () => false,
  'set-once': ({ count }) => count > 0,
  upsert: ({ rows }) => rows[0]?.['isNew'] === true,
};

/**
 * One request handler of an API that shows a balance and takes deposits, each by one statement that stands alone.
 * A PUT that makes something must be answered 201 (RFC 9110, 9.3.4).
 */
export const accountService = handler<AccountServiceInput, RequestSent, StatementAnswered>({
  id: 'account-service',
  takes: ['request.sent'],
  notes: {},
  guards: { isReading: ({ request }) => request.method === 'GET' },
  sends: {
    selectBalance: ({ input, request }) =>
      execute(request, {
        ...{ op: 'select', forUpdate: false },
        ...(input.operation === 'set-once'
          ? { table: 'deposits', where: {} }
          : { table: 'accounts', where: ACCOUNT }),
      }),
    writeDeposit: ({ input, request }) =>
      execute(request, STATEMENTS[input.operation](request), { knows: request.knows ?? [] }),
    replyFound: ({ input, request, event }) => {
      if (event.type !== 'statement.answered') throw new Error('There is nothing to show yet');
      const { rows, history = [] } = event;
      const found = balanceOf(input, rows);
      return respond(request, { status: found ? 200 : 404, body: null, found, history });
    },
    replyDone: ({ input, request, event }) => {
      const isNew = event.type === 'statement.answered' && HAS_MADE[input.operation](event);
      return respond(request, { status: isNew ? 201 : 200, body: null });
    },
  },
  begins: [{ guard: 'isReading', target: 'reading' }, { target: 'writing' }],
  states: {
    reading: {
      entry: 'selectBalance',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFound' } },
    },
    writing: {
      entry: 'writeDeposit',
      on: { 'statement.answered': { target: 'idle', actions: 'replyDone' } },
    },
  },
});
