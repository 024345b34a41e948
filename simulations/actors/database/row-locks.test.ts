import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';
import type { Row } from '@/simulations/messages';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, UPDATE and SELECT FOR UPDATE', () => {
  const PENDING = { id: 1, status: 'pending' };

  it('10.8 UPDATE blocks and finds 0 rows when the other transaction completed the row', () => {
    const { server, a, b } = orders(PENDING);
    a.begin();
    a.update('orders', { set: { status: 'done', by: 'a' } }, PENDING);
    expect(b.update('orders', { set: { status: 'done', by: 'b' } }, PENDING)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 0));
    expect(server.committed('orders')).toEqual([{ id: 1, status: 'done', by: 'a' }]);
  });

  it('10.8 UPDATE blocks and changes 1 row when the other transaction rolled back', () => {
    const { server, a, b } = orders(PENDING);
    a.begin();
    a.update('orders', { set: { status: 'done', by: 'a' } }, PENDING);
    expect(b.update('orders', { set: { status: 'done', by: 'b' } }, PENDING)).toBe('waits');
    a.rollback();
    expect(b.answer()).toEqual(done('update', 1));
    expect(server.committed('orders')).toEqual([{ id: 1, status: 'done', by: 'b' }]);
  });

  it('10.8 DELETE blocks and re-evaluates too, on the rows that it found and no others', () => {
    const { server, a, b } = orders({ id: 1, hits: 9 }, { id: 2, hits: 10 });
    a.begin();
    a.update('orders', { add: { hits: 1 } }, {});
    expect(b.delete('orders', { hits: 10 })).toBe('waits');
    a.commit();
    // Row 1 has 10 hits by now, but had 9 when the statement began: the manual's own example.
    expect(b.answer()).toEqual(done('delete', 0));
    expect(server.committed('orders')).toHaveLength(2);
  });

  it('10.10 reading 100 and writing 110 twice loses an update', () => {
    const { server, a, b } = orders({ id: 1, balance: 100 });
    for (const session of [a, b]) session.begin();
    for (const session of [a, b]) {
      expect(session.select('orders', { id: 1 })).toEqual(found({ id: 1, balance: 100 }));
    }
    a.update('orders', { set: { balance: 110 } }, { id: 1 });
    expect(b.update('orders', { set: { balance: 110 } }, { id: 1 })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 1));
    b.commit();
    expect(server.committed('orders')).toEqual([{ id: 1, balance: 110 }]);
  });

  it('10.10 balance = balance + 10 twice gives 120', () => {
    const { server, a, b } = orders({ id: 1, balance: 100 });
    a.begin();
    a.update('orders', { add: { balance: 10 } }, { id: 1 });
    expect(b.update('orders', { add: { balance: 10 } }, { id: 1 })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 1));
    expect(server.committed('orders')).toEqual([{ id: 1, balance: 120 }]);
  });

  it('10.14 SELECT FOR UPDATE of a missing row locks nothing', () => {
    const { a, b } = orders();
    a.begin();
    b.begin();
    expect(a.selectForUpdate('orders', { id: 1 })).toEqual(found());
    expect(b.selectForUpdate('orders', { id: 1 })).toEqual(found());
    expect(b.insert('orders', { id: 1 })).toEqual(done('insert', 1));
  });

  it('10.15 SELECT FOR UPDATE blocks, then finds 0 rows when the row no longer matches', () => {
    const { a, b } = orders(PENDING);
    a.begin();
    a.update('orders', { set: { status: 'done' } }, { id: 1 });
    b.begin();
    expect(b.selectForUpdate('orders', { status: 'pending' })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(found());
  });

  it('10.15 SELECT FOR UPDATE holds off other writers and lockers, but no plain SELECT', () => {
    const { server, a, b, c } = orders(PENDING);
    a.begin();
    expect(a.selectForUpdate('orders', { id: 1 })).toEqual(found(PENDING));
    expect(c.select('orders')).toEqual(found(PENDING));
    expect(b.selectForUpdate('orders', { id: 1 })).toBe('waits');
    expect(c.update('orders', { set: { status: 'done' } }, { id: 1 })).toBe('waits');
    a.commit();
    expect(server.log.slice(-3).map(({ session }) => session)).toEqual(['a', 'b', 'c']);
    expect(b.answer()).toEqual(found(PENDING));
  });

  it('10.15 SELECT FOR UPDATE NOWAIT fails with 55P03 at once, and SKIP LOCKED finds what is free', () => {
    const { a, b, c } = orders(PENDING, { id: 2, status: 'pending' });
    a.begin();
    a.update('orders', { set: { status: 'done' } }, { id: 1 });
    b.begin();
    expect(b.selectForUpdate('orders', { id: 1 }, 'skip-locked')).toEqual(found());
    expect(b.selectForUpdate('orders', {}, 'skip-locked')).toEqual(
      found({ id: 2, status: 'pending' }),
    );
    c.begin();
    expect(c.selectForUpdate('orders', { id: 2 }, 'nowait')).toEqual(failed('55P03'));
    expect(c.select('orders')).toEqual(failed('25P02'));
    a.commit();
    expect(a.selectForUpdate('orders', { id: 1 }, 'nowait')).toEqual(
      found({ id: 1, status: 'done' }),
    );
  });

  it('10.17 of two writers of one version, the second changes 0 rows', () => {
    const { a, b } = orders({ id: 1, version: 1 });
    const where = { id: 1, version: 1 };
    a.begin();
    expect(a.update('orders', { add: { version: 1 } }, where)).toEqual(done('update', 1));
    b.begin();
    expect(b.update('orders', { add: { version: 1 } }, where)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 0));
  });

  it('10.19 updates in opposite order: the one that closes the circle fails with 40P01', () => {
    const { server, a, b } = orders({ id: 1 }, { id: 2 });
    for (const session of [a, b]) session.begin();
    a.update('orders', { set: { by: 'a' } }, { id: 1 });
    b.update('orders', { set: { by: 'b' } }, { id: 2 });
    expect(a.update('orders', { set: { by: 'a' } }, { id: 2 })).toBe('waits');

    expect(b.update('orders', { set: { by: 'b' } }, { id: 1 })).toEqual(failed('40P01'));
    expect(a.answer()).toEqual(done('update', 1));
    expect(b.commit()).toEqual(done('rollback', 0));
    a.commit();
    expect(server.committed('orders').map(({ by }) => by)).toEqual(['a', 'a']);
  });

  it('10.19 finds a circle of three', () => {
    const { a, b, c } = orders({ id: 1 }, { id: 2 }, { id: 3 });
    const sessions = [a, b, c];
    sessions.forEach((session, index) => {
      session.begin();
      session.selectForUpdate('orders', { id: index + 1 });
    });
    expect(a.selectForUpdate('orders', { id: 2 })).toBe('waits');
    expect(b.selectForUpdate('orders', { id: 3 })).toBe('waits');
    expect(c.selectForUpdate('orders', { id: 1 })).toEqual(failed('40P01'));
    expect(b.answer()).toEqual(found({ id: 3 }));
    expect(a.answer()).toBe('waits');
  });

  it('counts and returns every row of a statement, those from before a wait included', () => {
    const { server, a, b, c } = orders({ id: 1 }, { id: 2 }, { id: 3 });
    a.begin();
    a.update('orders', { set: { by: 'a' } }, { id: 2 });
    b.begin();
    expect(b.selectForUpdate('orders', {})).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(found({ id: 1 }, { id: 2, by: 'a' }, { id: 3 }));
    expect(c.update('orders', { set: { by: 'c' } }, {})).toBe('waits');
    b.commit();
    expect(c.answer()).toEqual(done('update', 3));
    expect(server.committed('orders').map(({ by }) => by)).toEqual(['c', 'c', 'c']);
  });

  it('lines up behind those who wait for a row already, whoever arrived first', () => {
    const { server, a, b, c } = orders({ id: 1 }, { id: 2 });
    const d = server.connect('d');
    a.begin();
    a.selectForUpdate('orders', { id: 1 });
    b.begin();
    b.selectForUpdate('orders', { id: 2 });
    c.update('orders', { set: { by: 'c' } }, {});
    d.update('orders', { set: { by: 'd' } }, { id: 2 });
    a.commit();
    b.commit();
    expect(server.log.slice(-2).map(({ session }) => session)).toEqual(['d', 'c']);
  });

  it('looks the same where the same waits came about in another order', () => {
    const [one, other] = [true, false].map((cIsFirst) => {
      const { server, a, b, c } = orders({ id: 1 }, { id: 2, kind: 'x' });
      const d = server.connect('d');
      a.begin();
      a.selectForUpdate('orders', { id: 1 });
      b.begin();
      b.selectForUpdate('orders', { id: 2 });
      if (cIsFirst) c.selectForUpdate('orders', {});
      d.selectForUpdate('orders', { kind: 'x' });
      if (!cIsFirst) c.selectForUpdate('orders', {});
      a.commit();
      return server.context;
    });
    expect(one?.waiting.map(({ session }) => session)).toEqual(['d', 'c']);
    expect(one).toEqual(other);
  });

  it('an UPDATE may break uniqueness no more than an INSERT', () => {
    const { server, a, b } = orders({ id: 1 }, { id: 2 });
    expect(a.update('orders', { set: { id: 2 } }, { id: 1 })).toEqual(failed('23505'));
    b.begin();
    b.insert('orders', { id: 3 });
    expect(a.update('orders', { set: { id: 3 } }, { id: 1 })).toBe('waits');
    b.rollback();
    expect(a.answer()).toEqual(done('update', 1));
    expect(server.committed('orders')).toEqual([{ id: 3 }, { id: 2 }]);
  });

  it('an UPDATE that waits for a key has taken its row already', () => {
    const { server, a, b, c } = orders({ id: 1 }, { id: 2 });
    a.begin();
    a.insert('orders', { id: 3 });
    expect(b.update('orders', { set: { id: 3 } }, { id: 2 })).toBe('waits');
    expect(c.insert('orders', { id: 2 })).toBe('waits');
    a.rollback();
    expect([b.answer(), c.answer()]).toEqual([done('update', 1), done('insert', 1)]);
    expect(server.committed('orders')).toEqual([{ id: 1 }, { id: 3 }, { id: 2 }]);
  });

  it('9.12 UPDATE refuses a number that is no later than the one it has seen', () => {
    const { server, a, b } = orders({ id: 1, fence: 33 }, { id: 2 });
    const tell = (session: typeof a, fence: number) =>
      session.update('orders', { set: { fence }, below: { fence } }, { id: 1 });
    expect(tell(a, 33)).toEqual(done('update', 0));
    expect(tell(a, 34)).toEqual(done('update', 1));
    expect(tell(b, 33)).toEqual(done('update', 0));
    a.begin();
    tell(a, 36);
    expect(tell(b, 35)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 0));
    expect(server.committed('orders')).toEqual([{ id: 1, fence: 36 }, { id: 2 }]);
    // NULL is less than nothing.
    expect(a.update('orders', { set: { fence: 1 }, below: { fence: 1 } }, { id: 2 })).toEqual(
      done('update', 0),
    );
  });

  it('a statement that fails half-way leaves nothing behind', () => {
    const { server, a } = orders({ id: 1 }, { id: 2 });
    expect(a.update('orders', { set: { id: 7 } }, {})).toEqual(failed('23505'));
    expect(server.committed('orders')).toEqual([{ id: 1 }, { id: 2 }]);
    expect(server.doing).toBe('idle');
  });
});

// Helpers

function orders(...initial: readonly Row[]) {
  return connect({
    orders: { unique: [['id']], fact: null, initial },
    inbox: { unique: [['message']], fact: null },
  });
}
