import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import {
  leasedOrderService,
  type LeasedOrderServiceInput,
} from '@/simulations/actors/leased-order-service';
import { stockService } from '@/simulations/actors/stock-service';

describe('leased order service', () => {
  it('without lock and record checks the stock and writes the order', () => {
    const { hears, state } = service({ claim: 'none' });
    expect(hears(REQUEST).sent).toMatchObject([{ type: 'stock.asked', to: 'stock' }]);
    expect(statementsOf(hears(IN_STOCK))).toMatchObject([{ op: 'insert', table: 'orders' }]);
    expect(hears(rows(1)).sent).toMatchObject([{ status: 201, replayed: false }]);
    expect(state()).toBe('idle');
  });

  it('opens its own lock when it is done, and nobody else’s', () => {
    const { hears } = service({ claim: 'lock', leaseTicks: 4 });
    expect(hears(REQUEST).sent).toMatchObject([
      { type: 'key.claimed', key: 'k', expiresIn: 4, withToken: true },
    ]);
    hears({ ...OURS, token: 7 });
    hears(IN_STOCK);
    expect(hears(rows(1)).sent).toMatchObject([{ type: 'key.deleted', token: 7 }]);
    expect(hears(OURS).sent).toMatchObject([{ status: 201 }]);
  });

  it.each([
    ['lock', 'key.deleted'],
    ['memory', 'key.saved'],
  ] as const)('with a %s that finds its order there says so with %s first', (claim, ends) => {
    const { hears } = service({ claim, record: true });
    hears(REQUEST);
    expect(statementsOf(hears(OURS))).toMatchObject([{ op: 'select', table: 'baskets' }]);
    expect(hears(rows(1)).sent).toMatchObject([{ type: ends }]);
    expect(hears(OURS).sent).toMatchObject([{ status: 201, replayed: true }]);
  });

  it('tells its number before it looks, and stops if a later one was told', () => {
    const { hears } = service({ claim: 'lock', fence: true, record: true });
    expect(hears(REQUEST).sent).toMatchObject([{ type: 'key.claimed', numbered: true }]);
    expect(statementsOf(hears({ ...OURS, number: 7 }))).toMatchObject([
      { op: 'update', set: { fence: 7 }, where: { key: 'k' }, below: { fence: 7 } },
    ]);
    expect(hears(rows(0)).sent).toMatchObject([{ status: 409, reason: 'overtaken' }]);
  });

  it('DOMAIN 9.12: writes only under its number, and rolls back if that is the latest no more', () => {
    const { hears, state } = service({ claim: 'lock', fence: true, record: true });
    hears(REQUEST);
    hears({ ...OURS, number: 7 });
    hears(rows(1));
    hears(rows(0));
    expect(statementsOf(hears(IN_STOCK))).toMatchObject([{ op: 'begin' }]);
    expect(statementsOf(hears(rows(0)))).toMatchObject([
      { op: 'update', set: { ordered: true }, where: { key: 'k', fence: 7 } },
    ]);
    expect(statementsOf(hears(rows(0)))).toMatchObject([{ op: 'rollback' }]);
    expect(hears(rows(0)).sent).toMatchObject([{ status: 409, reason: 'overtaken' }]);
    expect(state()).toBe('idle');
  });

  it('tells others to come back while the basket is taken, and answers what is done', () => {
    const { hears } = service({ claim: 'memory' });
    hears(REQUEST);
    const [told] = hears(theirs('in-progress')).sent;
    expect(told).toMatchObject({ status: 409 });
    expect(told).not.toHaveProperty('reason');
    hears(REQUEST);
    expect(hears(theirs('done')).sent).toMatchObject([{ status: 201, replayed: true }]);
  });
});

describe('stock service', () => {
  it('has what it is asked for', () => {
    expect(actor(stockService).hears({ type: 'stock.asked' }).sent).toEqual([
      { to: 'somebody', type: 'stock.answered', intent: 'A' },
    ]);
  });
});

// Helpers

const service = (input: Partial<LeasedOrderServiceInput>) =>
  actor(leasedOrderService, {
    ...{ claim: 'none', leaseTicks: null, fence: false, record: false },
    ...input,
  });

const statementsOf = ({ sent }: ReturnType<ReturnType<typeof actor>['hears']>) =>
  sent.map(({ statement }) => statement);

const REQUEST = {
  ...{ type: 'request.sent', method: 'POST', path: '/orders' },
  ...{ amount: 100, attempt: 2, key: 'k' },
};
const OURS = { type: 'key.answered', ok: true, found: null };
const theirs = (status: string) => ({
  ...{ type: 'key.answered', ok: false, found: { status, body: null } },
});
const IN_STOCK = { type: 'stock.answered' };
const rows = (count: number) => ({
  ...{ type: 'statement.answered', sqlstate: null, command: 'update', count, rows: [] },
});
