import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { transferService, type TransferServiceInput } from '@/simulations/actors/transfer-service';

const DEBIT = 'insert debits';
const CREDIT = 'insert credits';

describe('transfer service', () => {
  it.each([
    ['off', 'off', [DEBIT, 'waits', CREDIT, 'response 201']],
    ['off', 'on', ['insert keys', DEBIT, 'waits', CREDIT, 'response 201']],
    ['on', 'off', ['begin', DEBIT, 'waits', CREDIT, 'commit', 'response 201']],
    ['on', 'on', ['begin', 'insert keys', DEBIT, 'waits', CREDIT, 'commit', 'response 201']],
  ] as const)(
    'transaction %s, key %s: takes its steps in this order',
    (transaction, key, steps) => {
      expect(served({ transaction, key }, () => 1)).toEqual(steps);
    },
  );

  it.each([
    ['off', ['insert keys', 'response 201 again']],
    ['on', ['begin', 'insert keys', 'rollback', 'response 201 again']],
  ] as const)('transaction %s: writes nothing for a key that it knows', (transaction, steps) => {
    const isKnown = (step: string) => (step === 'insert keys' ? 0 : 1);
    expect(served({ transaction, key: 'on' }, isKnown)).toEqual(steps);
  });

  it.each([
    ['off', 'catch', ['insert keys', 'select keys', 'response 201 again']],
    ['off', 'savepoint', ['insert keys', 'select keys', 'response 201 again']],
    ['on', 'catch', ['begin', 'insert keys', 'select keys', 'rollback', 'response 500']],
    [
      ...(['on', 'savepoint'] as const),
      ...[['begin', 'savepoint', 'insert keys', 'rollback-to', 'select keys', 'rollback']],
    ],
  ] as const)(
    'transaction %s, %s: sees to the row that it ran into',
    (transaction, claim, steps) => {
      const isAborted = transaction === 'on' && claim === 'catch';
      const errors: Errors = (step) =>
        step === 'insert keys' ? '23505' : step === 'select keys' && isAborted ? '25P02' : null;
      const said = served({ transaction, key: 'on', claim }, () => 1, errors);
      expect(said.slice(0, steps.length)).toEqual(steps);
      expect(said.at(-1)).toBe(isAborted ? 'response 500' : 'response 201 again');
    },
  );

  it('says of each statement whether it belongs to a transaction', () => {
    for (const transaction of ['off', 'on'] as const) {
      const { hears } = service({ transaction, key: 'off' });
      expect(hears(REQUEST).sent).toMatchObject([{ inTransaction: transaction === 'on' }]);
    }
  });
});

// Helpers

const REQUEST = {
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/transfers' },
  ...{ amount: 100, attempt: 1, key: 'key-A' },
};

type Asked = Pick<TransferServiceInput, 'transaction' | 'key'> & Partial<TransferServiceInput>;
/** The SQLSTATE with which a statement fails, if it does. */
type Errors = (step: string) => string | null;

const service = (input: Asked) =>
  actor(transferService, { claim: 'do-nothing', convertTicks: 1, ...input });

/** What it does for one request, if its statements touch so many rows. */
function served(
  input: Asked,
  rows: (step: string) => number,
  errors: Errors = () => null,
): readonly string[] {
  const { hears, waits, state } = service(input);
  const steps: string[] = [];
  for (let { sent } = hears(REQUEST); ;) {
    const [said] = sent;
    if (!said) {
      steps.push('waits');
      ({ sent } = waits());
      continue;
    }
    const { statement, status, replayed } = said as {
      readonly statement?: { readonly op: string; readonly table?: string };
      readonly status?: number;
      readonly replayed?: boolean;
    };
    if (!statement) {
      expect(state()).toBe('idle');
      return [...steps, `response ${status ?? ''}${replayed ? ' again' : ''}`];
    }
    const step = [statement.op, statement.table ?? []].flat().join(' ');
    steps.push(step);
    const sqlstate = errors(step);
    const count = sqlstate === null ? rows(step) : 0;
    ({ sent } = hears({ type: 'statement.answered', sqlstate, count }));
  }
}
