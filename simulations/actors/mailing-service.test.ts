import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { mailingService } from '@/simulations/actors/mailing-service';

describe('mailing service', () => {
  it('mails before it commits, if it mails itself', () => {
    const { hears } = ordering('inline');
    expect(hears(rows(1)).sent).toMatchObject([{ type: 'mail.requested', key: null }]);
    expect(hears({ type: 'mail.accepted', mail: 'mail-1' }).sent).toMatchObject([
      { statement: { op: 'commit' }, inTransaction: true },
    ]);
    expect(hears(rows(0)).sent).toMatchObject([{ status: 201, replayed: false }]);
  });

  it('writes down in its transaction that a mail is due, if a relay is to send it', () => {
    const { hears } = ordering('outbox');
    expect(hears(rows(1)).sent).toMatchObject([
      {
        inTransaction: true,
        statement: { op: 'insert', table: 'outbox', row: { mail: 'receipt-key-A' } },
      },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([{ statement: { op: 'commit' } }]);
  });

  it('mails and writes nothing for an order that is there', () => {
    for (const mail of ['inline', 'outbox'] as const) {
      const { hears, state } = ordering(mail);
      expect(hears(rows(0)).sent).toMatchObject([{ statement: { op: 'rollback' } }]);
      expect(hears(rows(0)).sent).toMatchObject([{ status: 201, replayed: true }]);
      expect(state()).toBe('idle');
    }
  });
});

// Helpers

const rows = (count: number) => ({ type: 'statement.answered', count });

function ordering(mail: 'inline' | 'outbox') {
  const service = actor(mailingService, { mail });
  service.hears({
    ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/orders' },
    ...{ amount: 100, attempt: 1, key: 'key-A' },
  });
  expect(service.hears(rows(0)).sent).toMatchObject([
    { statement: { op: 'insert', table: 'orders', onConflict: 'nothing' } },
  ]);
  return service;
}
