import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { orderService } from '@/simulations/actors/order-service';

describe('order service', () => {
  it('looks, orders, prepares its answer and records the key, when it records after', () => {
    const { hears, waits, state } = aService('after');
    const said = [hears(REQUEST), hears(rows(0)), hears(rows(1)), waits(), hears(rows(1))];
    expect(said.map(({ sent }) => sent)).toMatchObject([
      [
        {
          inTransaction: false,
          statement: { op: 'select', table: 'keys', where: { key: 'key-A' } },
        },
      ],
      [{ inTransaction: false, statement: { op: 'insert', table: 'orders' } }],
      [],
      [{ statement: { op: 'insert', table: 'keys', onConflict: 'nothing' } }],
      [{ to: 'client', type: 'response.sent', attempt: 2, status: 201, replayed: false }],
    ]);
    expect(state()).toBe('idle');
  });

  it('claims, orders and commits in one transaction before it answers', () => {
    const { hears, waits } = aService('same-transaction');
    const said = [
      ...[hears(REQUEST), hears(rows(0)), hears(rows(1)), hears(rows(1)), waits(), hears(rows(0))],
    ];
    expect(said.map(({ sent }) => sent)).toMatchObject([
      [{ inTransaction: true, statement: { op: 'begin' } }],
      [{ inTransaction: true, statement: { op: 'insert', table: 'keys', onConflict: 'nothing' } }],
      [{ inTransaction: true, statement: { op: 'insert', table: 'orders' } }],
      [],
      [{ statement: { op: 'commit' } }],
      [{ type: 'response.sent', status: 201, replayed: false }],
    ]);
  });

  it('orders nothing for a key that it finds, and answers as before: after', () => {
    const { hears } = aService('after');
    hears(REQUEST);
    expect(hears(rows(1)).sent).toMatchObject([
      { type: 'response.sent', status: 201, replayed: true },
    ]);
  });

  it('orders nothing for a key that it finds, and answers as before: same-transaction', () => {
    const { hears } = aService('same-transaction');
    hears(REQUEST);
    hears(rows(0));
    expect(hears(rows(0)).sent).toMatchObject([{ statement: { op: 'rollback' } }]);
    expect(hears(rows(0)).sent).toMatchObject([
      { type: 'response.sent', status: 201, replayed: true },
    ]);
  });

  it.each(['after', 'same-transaction'])(
    'is deaf to requests while it is at work: %s',
    (record) => {
      const { hears } = aService(record);
      hears(REQUEST);
      expect(hears(REQUEST).handled).toBe(false);
    },
  );
});

// Helpers

const aService = (record: string) => actor(orderService, { record, prepareTicks: 1 });
const REQUEST = {
  ...{ type: 'request.sent', from: 'client', method: 'POST', path: '/orders', amount: 100 },
  ...{ attempt: 2, key: 'key-A' },
};
const rows = (count: number) => ({ type: 'statement.answered', sqlstate: null, count, rows: [] });
