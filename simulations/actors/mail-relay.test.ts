import { describe, expect, it } from 'vitest';

import { startActor } from '@/lib/engine/step-actor';
import { actor } from '@/simulations/actors/acting';
import { mailRelay } from '@/simulations/actors/mail-relay';
import type { Row } from '@/simulations/messages';

const ROW = { mail: 'receipt-key-A', order: 'A' };

describe('mail relay', () => {
  it('DOMAIN 13.2: sends, then crosses out, so that a crash in between makes it send again', () => {
    const first = relay(false);
    expect(first.hears(rows(ROW)).sent).toMatchObject([{ type: 'mail.requested', intent: 'A' }]);
    expect(first.hears(ACCEPTED).sent).toMatchObject([
      { statement: { op: 'delete', table: 'outbox', where: { mail: 'receipt-key-A' } } },
    ]);
    // It dies instead, and the row is still there.
    const restarted = relay(false);
    expect(restarted.hears(rows(ROW)).sent).toMatchObject([{ type: 'mail.requested' }]);
  });

  it('looks as soon as it starts, since nobody notifies who is not there', () => {
    const { effects } = startActor(mailRelay, { keyed: false });
    expect(effects).toMatchObject([{ message: { statement: { op: 'select', table: 'outbox' } } }]);
  });

  it('names the row to the provider, if it is to', () => {
    expect(relay(true).hears(rows(ROW)).sent).toMatchObject([{ key: 'receipt-key-A' }]);
    expect(relay(false).hears(rows(ROW)).sent).toMatchObject([{ key: null }]);
  });

  it('sends row after row, and then waits to be notified', () => {
    const { hears, state } = relay(false);
    hears(rows(ROW, { mail: 'receipt-key-B', order: 'B' }));
    hears(ACCEPTED);
    expect(hears(DELETED).sent).toMatchObject([{ statement: { op: 'select' } }]);
    expect(hears(rows({ mail: 'receipt-key-B', order: 'B' })).sent).toMatchObject([
      { type: 'mail.requested', intent: 'B' },
    ]);
    hears(ACCEPTED);
    hears(DELETED);
    hears(rows());
    expect(state()).toBe('idle');
    expect(hears({ type: 'row.committed', table: 'outbox' }).sent).toMatchObject([
      { statement: { op: 'select' } },
    ]);
  });

  it('takes no notice while it is at work: that waits until it is free', () => {
    const { hears } = relay(false);
    expect(hears({ type: 'row.committed', table: 'outbox' }).handled).toBe(false);
  });
});

// Helpers

const ACCEPTED = { type: 'mail.accepted', mail: 'mail-1' };
const DELETED = { type: 'statement.answered', count: 1, rows: [] };
const rows = (...found: readonly Row[]) => ({
  ...{ type: 'statement.answered', count: found.length, rows: found },
});
const relay = (keyed: boolean) => actor(mailRelay, { keyed });
