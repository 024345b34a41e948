import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import type { Row } from '@/simulations/messages';
import { accountService, type AccountServiceInput } from '@/simulations/actors/account-service';

describe('account service', () => {
  it.each([
    ['increment', { op: 'update', add: { balance: 100 } }],
    ['set', { op: 'update', set: { balance: 600 } }],
    ['upsert', { op: 'insert', row: { balance: 600 }, onConflict: { set: { balance: 600 } } }],
    ['set-once', { op: 'insert', row: { deposit: '/balance' }, onConflict: 'nothing' }],
  ] as const)('writes a deposit in one statement: %s', (operation, statement) => {
    const { hears, state } = service(operation);
    expect(hears({ ...PUT, knows: ['B'] }).sent).toMatchObject([{ statement, knows: ['B'] }]);
    expect(hears(rows([], 1)).sent).toMatchObject([{ type: 'response.sent', attempt: 1 }]);
    expect(state()).toBe('idle');
  });

  it.each([
    ['increment', rows([], 1), 200],
    ['set', rows([], 1), 200],
    ['upsert', rows([{ isNew: true }], 1), 201],
    ['upsert', rows([{ isNew: false }], 1), 200],
    ['set-once', rows([], 1), 201],
    ['set-once', rows([], 0), 200],
  ] as const)('says by 201 that something was made: %s', (operation, answered, status) => {
    const { hears } = service(operation);
    hears(PUT);
    expect(hears(answered).sent).toMatchObject([{ status }]);
  });

  it('shows the balance: that of the account, or the sum of its deposits', () => {
    const shown = (operation: AccountServiceInput['operation'], found: readonly Row[]) => {
      const { hears } = service(operation);
      hears({ ...PUT, method: 'GET' });
      return hears(rows(found, found.length)).sent;
    };
    expect(shown('set', [{ account: 'shop', balance: 500 }])).toMatchObject([
      { found: { balance: 500 } },
    ]);
    expect(shown('upsert', [])).toMatchObject([{ status: 404, found: null }]);
    expect(shown('set-once', [{ amount: 500 }, { amount: 50 }])).toMatchObject([
      { found: { balance: 550 } },
    ]);
  });
});

// Helpers

const PUT = {
  ...{ type: 'request.sent', from: 'client', method: 'PUT', path: '/balance', key: null },
  ...{ amount: 100, value: 600, attempt: 1 },
};
const service = (operation: AccountServiceInput['operation']) =>
  actor(accountService, { operation });

function rows(found: readonly Row[], count: number) {
  return { type: 'statement.answered', count, rows: found, history: [] };
}
