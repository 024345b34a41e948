import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';
import type { Row, Statement } from '@/simulations/messages';

const PENDING = { id: 1, status: 'pending' };

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe.each(['repeatable-read', 'serializable'] as const)('database, at %s', (level) => {
  it('sees the rows as they were at the first statement, not at BEGIN', () => {
    const { a, b } = orders({ id: 1, n: 0 });
    a.begin(level);
    a.savepoint();
    b.update('orders', { set: { n: 1 } }, { id: 1 });
    expect(a.select('orders')).toEqual(found({ id: 1, n: 1 }));
    b.update('orders', { set: { n: 2 } }, { id: 1 });
    b.insert('orders', { id: 2, n: 2 });
    a.rollbackTo();
    expect(a.select('orders')).toEqual(found({ id: 1, n: 1 }));
    a.commit();
    expect(a.select('orders')).toEqual(found({ id: 1, n: 2 }, { id: 2, n: 2 }));
  });

  it('sees what it did itself', () => {
    const { a, b } = orders({ id: 1, n: 0 });
    a.begin(level);
    a.update('orders', { set: { n: 1 } }, { id: 1 });
    a.insert('orders', { id: 3 });
    b.insert('orders', { id: 2 });
    expect(a.select('orders')).toEqual(found({ id: 1, n: 1 }, { id: 3 }));
  });

  it('goes on seeing what others delete, which is gone once nobody does', () => {
    const { server, a, b, c } = orders(PENDING);
    for (const session of [a, b]) {
      session.begin(level);
      session.select('orders');
    }
    c.delete('orders', { id: 1 });
    expect(c.select('orders')).toEqual(found());
    expect(a.select('orders')).toEqual(found(PENDING));
    a.commit();
    expect(b.select('orders')).toEqual(found(PENDING));
    expect(server.context.tables['orders']?.rows).toHaveLength(1);
    server.kill(b);
    expect(server.context).toStrictEqual(orders().server.context);
  });

  it('keeps nothing of a row that came and went while a snapshot stood', () => {
    const { server, a, b } = orders();
    a.begin(level);
    a.select('orders');
    b.insert('orders', { id: 1 });
    b.delete('orders', { id: 1 });
    expect(server.context.tables['orders']?.rows).toEqual([]);
  });

  it.each([
    ['nothing', 'nothing' as const],
    ['update', { set: { by: 'b' } }],
  ])(
    '10.3 ON CONFLICT DO %s fails with 40001 where the row came after the snapshot',
    (_, onConflict) => {
      const { a, b } = orders();
      a.begin();
      a.insert('orders', { id: 1, by: 'a' });
      b.begin(level);
      expect(b.insert('orders', { id: 1 }, { onConflict })).toBe('waits');
      a.commit();
      expect(b.answer()).toEqual(failed('40001'));
      expect(b.select('orders')).toEqual(failed('25P02'));
      b.rollback();
      expect(b.insert('orders', { id: 1 }, { onConflict: 'nothing' })).toEqual(done('insert', 0));
    },
  );

  it('10.3 DO NOTHING inserts 0 rows where the snapshot sees the row, and 1 where the other rolls back', () => {
    const { a, b } = orders(PENDING);
    b.begin(level);
    expect(b.insert('orders', PENDING, { onConflict: 'nothing' })).toEqual(done('insert', 0));
    a.begin();
    a.insert('orders', { id: 2 });
    expect(b.insert('orders', { id: 2 }, { onConflict: 'nothing' })).toBe('waits');
    a.rollback();
    expect(b.answer()).toEqual(done('insert', 1));
  });

  it.each(['update', 'delete', 'select'] as const)(
    '10.9 %s waits, then fails with 40001 if the row was changed, and goes on if it was not',
    (op) => {
      for (const end of ['commit', 'rollback'] as const) {
        const { a, b } = orders(PENDING);
        b.begin(level);
        b.select('orders');
        a.begin();
        a.update('orders', { set: { status: 'done' } }, { id: 1 });
        expect(b.run(LOCKING[op])).toBe('waits');
        a.run({ op: end });
        expect(b.answer()).toEqual(
          end === 'rollback' ? expect.objectContaining({ command: op, count: 1 }) : failed('40001'),
        );
      }
    },
  );

  it('10.9 a row that was changed or deleted since the snapshot fails at once, though another holds it by now', () => {
    const { a, b, c } = orders({ id: 1 }, { id: 2 });
    for (const session of [a, b]) {
      session.begin(level);
      session.select('orders');
    }
    c.update('orders', { set: { by: 'c' } }, { id: 1 });
    c.delete('orders', { id: 2 });
    c.begin();
    c.selectForUpdate('orders', { id: 1 });
    expect(a.update('orders', { set: { by: 'a' } }, { id: 1 })).toEqual(failed('40001'));
    expect(b.selectForUpdate('orders', { id: 2 }, 'skip-locked')).toEqual(failed('40001'));
  });

  it('10.9 waits for a row that is only locked, and goes on', () => {
    const { a, b } = orders(PENDING);
    b.begin(level);
    b.select('orders');
    a.begin();
    a.selectForUpdate('orders', { id: 1 });
    expect(b.update('orders', { set: { by: 'b' } }, PENDING)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 1));
  });

  it('10.10 reading 100 and writing 110 twice: the second writer fails with 40001', () => {
    const { server, a, b } = orders({ id: 1, balance: 100 });
    for (const session of [a, b]) session.begin(level);
    for (const session of [a, b]) session.select('orders', { id: 1 });
    a.update('orders', { set: { balance: 110 } }, { id: 1 });
    expect(b.update('orders', { set: { balance: 110 } }, { id: 1 })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(failed('40001'));
    expect(b.commit()).toEqual(done('rollback', 0));
    expect(server.committed('orders')).toEqual([{ id: 1, balance: 110 }]);
  });

  it('may insert a key again that was deleted, and then sees it twice', () => {
    const { a, b } = orders(PENDING);
    a.begin(level);
    a.select('orders');
    b.delete('orders', { id: 1 });
    expect(a.insert('orders', { id: 1 })).toEqual(done('insert', 1));
    expect(a.select('orders')).toEqual(found(PENDING, { id: 1 }));
  });
});

describe('database, levels side by side', () => {
  it('10.13 a plain duplicate is 23505 at REPEATABLE READ, whatever was looked for', () => {
    const { a, b } = orders();
    for (const session of [a, b]) session.begin('repeatable-read');
    for (const session of [a, b]) session.select('orders', { id: 1 });
    a.insert('orders', { id: 1 });
    expect(b.insert('orders', { id: 1 })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(failed('23505'));
  });

  it('who is at READ COMMITTED sees what is committed, whatever snapshots stand', () => {
    const { a, b, c } = orders({ id: 1, n: 0 });
    a.begin('repeatable-read');
    a.select('orders');
    b.begin();
    b.select('orders');
    c.update('orders', { add: { n: 1 } }, { id: 1 });
    expect(b.select('orders')).toEqual(found({ id: 1, n: 1 }));
    expect(b.update('orders', { add: { n: 1 } }, { id: 1 })).toEqual(done('update', 1));
  });

  it('a clean-up job leaves a snapshot what it sees', () => {
    const { server, a } = connect({ orders: { unique: [], fact: null, keptTicks: 5 } });
    const row = { id: 1 };
    a.insert('orders', row);
    a.begin('repeatable-read');
    a.select('orders');
    server.receive({ type: 'row.old', doomed: { table: 'orders', row, keptTicks: 5 } });
    expect(server.committed('orders')).toEqual([]);
    expect(a.select('orders')).toEqual(found(row));
  });

  it('BEGIN within a transaction changes no level', () => {
    const { a, b } = orders({ id: 1, n: 0 });
    a.begin();
    expect(a.begin('repeatable-read')).toEqual(done('begin', 0));
    a.select('orders');
    b.update('orders', { add: { n: 1 } }, { id: 1 });
    expect(a.select('orders')).toEqual(found({ id: 1, n: 1 }));
  });
});

// Helpers

const LOCKING: Record<'update' | 'delete' | 'select', Statement> = {
  update: { op: 'update', table: 'orders', set: { by: 'b' }, where: PENDING },
  delete: { op: 'delete', table: 'orders', where: PENDING },
  select: { op: 'select', table: 'orders', where: PENDING, forUpdate: true },
};

const orders = (...initial: readonly Row[]) =>
  connect({ orders: { unique: [['id']], fact: null, initial } });
