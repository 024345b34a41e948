import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { receiptService, type ReceiptServiceInput } from '@/simulations/actors/receipt-service';

describe('receipt service', () => {
  it('mails a receipt for a row that was inserted, and answers when the mail is out', () => {
    for (const onConflict of ['ignore', 'stop', 'reread'] as const) {
      const { hears, state } = service({ onConflict });
      expect(hears(REQUEST).sent).toMatchObject([{ statement: { op: 'insert' } }]);
      expect(hears(rows(1)).sent).toMatchObject([{ type: 'mail.requested', key: null }]);
      expect(hears({ type: 'mail.accepted', mail: 'mail-1' }).sent).toMatchObject([
        { type: 'response.sent', status: 201, replayed: false },
      ]);
      expect(state()).toBe('idle');
    }
  });

  it('asks the database to take no offence only where there is a constraint', () => {
    const statement = { row: { key: 'key-A', amount: 100 } };
    expect(service({ constraint: 'on' }).hears(REQUEST).sent).toMatchObject([
      { statement: { ...statement, onConflict: 'nothing' } },
    ]);
    expect(service({ constraint: 'off' }).hears(REQUEST).sent).toMatchObject([
      { statement: { ...statement, onConflict: 'error' } },
    ]);
  });

  it('does with 0 rows what it is to: go on, report an error, or read', () => {
    const heard = (onConflict: ReceiptServiceInput['onConflict']) => {
      const { hears } = service({ onConflict });
      hears(REQUEST);
      return hears(rows(0)).sent;
    };
    expect(heard('ignore')).toMatchObject([{ type: 'mail.requested' }]);
    expect(heard('stop')).toMatchObject([{ type: 'response.sent', status: 400 }]);
    expect(heard('reread')).toMatchObject([{ statement: { op: 'select' } }]);
  });
});

// Helpers

const REQUEST = {
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/orders' },
  ...{ amount: 100, attempt: 1, key: 'key-A' },
};
const rows = (count: number) => ({ type: 'statement.answered', count });

const service = (input: Partial<ReceiptServiceInput>) =>
  actor(receiptService, { constraint: 'on', onConflict: 'reread', ...input });
