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

const service = (input: Pick<TransferServiceInput, 'transaction' | 'key'>) =>
  actor(transferService, { convertTicks: 1, ...input });

/** What it does for one request, if its statements touch so many rows. */
function served(
  input: Pick<TransferServiceInput, 'transaction' | 'key'>,
  rows: (step: string) => number,
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
    ({ sent } = hears({ type: 'statement.answered', count: rows(step) }));
  }
}
