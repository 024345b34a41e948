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
    expect(hears(rows(0)).sent).toMatchObject([{ status: 409 }]);
    hears(REQUEST);
    expect(hears(row({ ...INVOICE, status: 'processing' })).sent).toMatchObject([{ status: 409 }]);
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
});

// Helpers

const REQUEST = {
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/invoices/1/pay' },
  ...{ amount: 100, attempt: 1, key: null },
};
const CHARGED = { type: 'charge.accepted', charge: 'ch-1' };
const rows = (count: number) => ({ type: 'statement.answered', count, rows: [] });
const row = (found: Row) => ({ type: 'statement.answered', count: 1, rows: [found] });

const service = (input: InvoiceServiceInput) => actor(invoiceService, input);
