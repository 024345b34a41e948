import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import {
  INVOICE,
  invoiceService,
  type InvoiceServiceInput,
} from '@/simulations/actors/invoice-service';
import type { Row } from '@/simulations/messages';

describe('invoice service', () => {
  it('reads, charges and then writes, if it charges first', () => {
    const { hears } = service({ transition: 'read-then-write', charge: 'before' });
    expect(hears(REQUEST).sent).toMatchObject([{ statement: { op: 'select', where: { id: 1 } } }]);
    expect(hears(row(INVOICE)).sent).toMatchObject([{ type: 'charge.requested', amount: 100 }]);
    expect(hears(CHARGED).sent).toMatchObject([
      { statement: { op: 'update', set: { status: 'paid', charge: 'ch-1' }, where: { id: 1 } } },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([{ status: 200, body: 'ch-1', replayed: false }]);
  });

  it.each([
    ['conditional', { id: 1, status: 'pending' }, { id: 1, status: 'processing' }],
    ['versioned', { id: 1, version: 1 }, { id: 1, version: 2 }],
  ] as const)('claims the row, charges and settles it: %s', (transition, claimed, settled) => {
    const { hears } = service({ transition, charge: 'claimed-first' });
    hears(REQUEST);
    expect(hears(row(INVOICE)).sent).toMatchObject([
      { statement: { op: 'update', set: { status: 'processing' }, where: claimed } },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([{ type: 'charge.requested' }]);
    expect(hears(CHARGED).sent).toMatchObject([
      { statement: { op: 'update', set: { status: 'paid' }, where: settled } },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([{ status: 200, body: 'ch-1' }]);
  });

  it('tells whoever did not get the row to come back', () => {
    const { hears, state } = service({ transition: 'conditional', charge: 'claimed-first' });
    hears(REQUEST);
    hears(row(INVOICE));
    expect(hears(rows(0)).sent).toMatchObject([{ status: 409, reason: 'changed meanwhile' }]);
    hears(REQUEST);
    const [told] = hears(row({ ...INVOICE, status: 'processing' })).sent;
    expect(told).toMatchObject({ status: 409 });
    expect(told).not.toHaveProperty('reason');
    expect(state()).toBe('idle');
  });

  it('answers from the row what is paid', () => {
    const { hears } = service({ transition: 'conditional', charge: 'claimed-first' });
    hears(REQUEST);
    const paid = { ...INVOICE, status: 'paid', charge: 'ch-7' };
    expect(hears(row(paid)).sent).toMatchObject([{ status: 200, body: 'ch-7', replayed: true }]);
  });

  it('answers what the first one wrote, if it has charged and comes too late', () => {
    const { hears } = service({ transition: 'conditional', charge: 'before' });
    hears(REQUEST);
    hears(row(INVOICE));
    hears(CHARGED);
    expect(hears(rows(0)).sent).toMatchObject([{ statement: { op: 'select' } }]);
    const paid = { ...INVOICE, status: 'paid', charge: 'ch-2' };
    expect(hears(row(paid)).sent).toMatchObject([{ status: 200, body: 'ch-2' }]);
  });

  it('claims the row in a transaction of its own, if that is serializable, and charges when it has committed', () => {
    const { hears } = service({ transition: 'serializable', charge: 'claimed-first' });
    expect(hears(REQUEST).sent).toMatchObject([
      { statement: { op: 'begin', isolation: 'serializable' }, inTransaction: true },
    ]);
    expect(hears(done('begin')).sent).toMatchObject([{ statement: { op: 'select' } }]);
    expect(hears(row(INVOICE)).sent).toMatchObject([
      { statement: { op: 'update', where: { id: 1 } }, inTransaction: true },
    ]);
    expect(hears(rows(1)).sent).toMatchObject([{ statement: { op: 'commit' } }]);
    expect(hears(done('commit')).sent).toMatchObject([{ type: 'charge.requested' }]);
    expect(hears(CHARGED).sent).toMatchObject([
      { statement: { op: 'update' }, inTransaction: false },
    ]);
  });

  it('3.6 tells whoever could not be serialized to come back: at the UPDATE it rolls back, at COMMIT it is over', () => {
    for (const late of ['update', 'commit'] as const) {
      const { hears, state } = service({ transition: 'serializable', charge: 'claimed-first' });
      for (const heard of [REQUEST, done('begin'), row(INVOICE)]) hears(heard);
      if (late === 'commit') hears(rows(1));
      const { sent } = hears(NOT_SERIALIZABLE);
      expect(sent.some(({ status }) => status === 409)).toBe(true);
      if (late === 'update') {
        expect(sent).toContainEqual(
          expect.objectContaining({ statement: { op: 'rollback' }, inTransaction: true }),
        );
        hears(done('rollback'));
      } else expect(sent).toHaveLength(1);
      expect(state()).toBe('idle');
    }
  });

  it('has charged all the same if it charges before it can’t be serialized', () => {
    for (const late of ['update', 'commit'] as const) {
      const { hears } = service({ transition: 'serializable', charge: 'before' });
      for (const heard of [REQUEST, done('begin'), row(INVOICE), CHARGED]) hears(heard);
      if (late === 'commit') hears(rows(1));
      let { sent } = hears(NOT_SERIALIZABLE);
      if (late === 'update') {
        expect(sent).toMatchObject([{ statement: { op: 'rollback' } }]);
        ({ sent } = hears(done('rollback')));
      }
      expect(sent).toMatchObject([{ statement: { op: 'select' }, inTransaction: false }]);
      const paid = { ...INVOICE, status: 'paid', charge: 'ch-2' };
      expect(hears(row(paid)).sent).toMatchObject([{ status: 200, body: 'ch-2' }]);
    }
  });
});

// Helpers

const REQUEST = {
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/invoices/1/pay' },
  ...{ amount: 100, attempt: 1, key: null },
};
const CHARGED = { type: 'charge.accepted', charge: 'ch-1' };
const done = (command: string) => ({
  ...{ type: 'statement.answered', sqlstate: null, command, count: 0, rows: [] },
});
const NOT_SERIALIZABLE = {
  ...{ type: 'statement.answered', sqlstate: '40001', command: null, count: 0, rows: [] },
};
const rows = (count: number) => ({ type: 'statement.answered', count, rows: [] });
const row = (found: Row) => ({ type: 'statement.answered', count: 1, rows: [found] });

const service = (input: InvoiceServiceInput) => actor(invoiceService, input);
