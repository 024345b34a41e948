import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';
import type { Row } from '@/simulations/messages';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, INSERT', () => {
  it('10.1 ON CONFLICT DO NOTHING blocks on an uncommitted duplicate, then inserts 0 rows without error', () => {
    const { a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' });
    b.begin();
    expect(b.insert('payments', { key: 'k' }, { onConflict: 'nothing' })).toBe('waits');

    a.commit();

    expect(b.answer()).toEqual(done('insert', 0));
    expect(b.select('payments')).toEqual(found({ key: 'k' }));
  });

  it('10.1 ON CONFLICT DO NOTHING outside a transaction blocks just the same', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' });
    expect(b.insert('payments', { key: 'k' }, { onConflict: 'nothing' })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('insert', 0));
    expect(server.doing).toBe('idle');
  });

  it('10.2 ON CONFLICT DO NOTHING inserts when the other transaction rolls back', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k', by: 'a' });
    b.insert('payments', { key: 'k', by: 'b' }, { onConflict: 'nothing' });

    a.rollback();

    expect(b.answer()).toEqual(done('insert', 1));
    expect(server.committed('payments')).toEqual([{ key: 'k', by: 'b' }]);
  });

  it('10.2 ON CONFLICT DO NOTHING inserts when the other session dies', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k', by: 'a' });
    b.insert('payments', { key: 'k', by: 'b' }, { onConflict: 'nothing' });

    server.kill(a);

    expect(b.answer()).toEqual(done('insert', 1));
    expect(server.committed('payments')).toEqual([{ key: 'k', by: 'b' }]);
  });

  it('10.4 a plain duplicate blocks, then fails with 23505 and all else with 25P02 until ROLLBACK', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' });
    b.begin();
    b.insert('payments', { key: 'other' });
    expect(b.insert('payments', { key: 'k' })).toBe('waits');

    a.commit();

    expect(b.answer()).toEqual(failed('23505'));
    expect(b.select('payments')).toEqual(failed('25P02'));
    expect(b.run({ op: 'begin' })).toEqual(failed('25P02'));
    expect(b.rollback()).toEqual(done('rollback', 0));
    expect(b.select('payments', { key: 'k' })).toEqual(found({ key: 'k' }));
    expect(server.committed('payments')).toEqual([{ key: 'k' }]);
  });

  it('10.4 a plain duplicate of a committed row fails at once, and COMMIT then answers ROLLBACK', () => {
    const { server, a, b } = payments();
    a.insert('payments', { key: 'k' });
    b.begin();
    b.insert('payments', { key: 'other' });
    expect(b.insert('payments', { key: 'k' })).toEqual(failed('23505'));
    expect(b.commit()).toEqual(done('rollback', 0));
    expect(server.committed('payments')).toEqual([{ key: 'k' }]);
  });

  it('10.4 a plain duplicate inserts after all when the other transaction rolls back', () => {
    const { a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' });
    b.insert('payments', { key: 'k' });
    a.rollback();
    expect(b.answer()).toEqual(done('insert', 1));
  });

  it('10.4 an error gives the locks back at once, not only at ROLLBACK', () => {
    const { a, b } = payments({ key: 'k' });
    a.begin();
    a.insert('payments', { key: 'new' });
    expect(b.insert('payments', { key: 'new' })).toBe('waits');
    expect(a.insert('payments', { key: 'k' })).toEqual(failed('23505'));
    expect(b.answer()).toEqual(done('insert', 1));
  });

  it('10.4 a duplicate blocks on a row being deleted or changed, but not on one that is only locked', () => {
    const { a, b, c } = payments({ key: 'gone' }, { key: 'changed' }, { key: 'locked' });
    a.begin();
    a.delete('payments', { key: 'gone' });
    a.update('payments', { set: { by: 'a' } }, { key: 'changed' });
    a.selectForUpdate('payments', { key: 'locked' });

    expect(b.insert('payments', { key: 'locked' })).toEqual(failed('23505'));
    expect(b.insert('payments', { key: 'gone' })).toBe('waits');
    expect(c.insert('payments', { key: 'changed' })).toBe('waits');

    a.commit();
    expect(b.answer()).toEqual(done('insert', 1));
    expect(c.answer()).toEqual(failed('23505'));
  });

  it('10.4 a key that a transaction made and gave up again stays taken until it ends', () => {
    const { a, b, c } = payments();
    a.begin();
    a.insert('payments', { key: 'deleted' });
    a.delete('payments', { key: 'deleted' });
    a.insert('payments', { key: 'old' });
    a.update('payments', { set: { key: 'new' } }, { key: 'old' });
    expect(b.insert('payments', { key: 'deleted' })).toBe('waits');
    expect(c.insert('payments', { key: 'old' })).toBe('waits');
    a.commit();
    expect([b.answer(), c.answer()]).toEqual([done('insert', 1), done('insert', 1)]);
  });

  it('an INSERT that waits for its second key has taken its first, and leaves none behind', () => {
    const tables = { seats: { unique: [['id'], ['seat']], fact: 'seat.taken' } };
    const { server, a, b, c } = connect(tables);
    a.begin();
    a.insert('seats', { id: 1, seat: 'x' });
    expect(b.insert('seats', { id: 2, seat: 'x' }, { intent: 'b' })).toBe('waits');
    expect(c.insert('seats', { id: 2, seat: 'y' }, { intent: 'c' })).toBe('waits');
    a.commit();
    expect([b.answer(), c.answer()]).toEqual([failed('23505'), done('insert', 1)]);
    expect(server.facts.map(({ intent }) => intent)).toEqual(['c']);

    a.begin();
    a.delete('seats', { id: 1 });
    expect(b.insert('seats', { id: 3, seat: 'x' }, { intent: 'b' })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('insert', 1));
    const initial = [
      { id: 2, seat: 'y' },
      { id: 3, seat: 'x' },
    ];
    expect(server.context).toStrictEqual(
      connect({ seats: { ...tables.seats, initial } }).server.context,
    );
  });

  it('looks the same whether an INSERT had to wait', () => {
    const [waited, not] = [true, false].map((mustWait) => {
      const { server, a, b } = connect({ seats: { unique: [['id'], ['seat']], fact: null } });
      if (mustWait) a.begin();
      if (mustWait) a.insert('seats', { id: 1, seat: 'x' });
      b.begin();
      b.insert('seats', { id: 2, seat: 'x' });
      if (mustWait) a.rollback();
      return server.context;
    });
    expect(waited).toStrictEqual(not);
  });

  it('10.11 SELECT-then-INSERT without a unique index inserts twice', () => {
    const { server, a, b } = payments();
    for (const session of [a, b]) session.begin();
    for (const session of [a, b]) expect(session.select('notes')).toEqual(found());
    for (const session of [a, b]) session.insert('notes', { key: 'k' });
    for (const session of [a, b]) session.commit();
    expect(server.committed('notes')).toEqual([{ key: 'k' }, { key: 'k' }]);
  });

  it('10.18 NULLs are distinct, so a unique (user, key) allows many rows without a key', () => {
    const { a } = payments();
    expect(a.insert('requests', { user: 'u', key: null })).toEqual(done('insert', 1));
    expect(a.insert('requests', { user: 'u', key: null })).toEqual(done('insert', 1));
    expect(a.insert('requests', { user: 'u' })).toEqual(done('insert', 1));
    expect(a.insert('requests', { user: 'u', key: 'k' })).toEqual(done('insert', 1));
    expect(a.insert('requests', { user: 'v', key: 'k' })).toEqual(done('insert', 1));
    expect(a.insert('requests', { user: 'u', key: 'k' })).toEqual(failed('23505'));
  });
});

// Helpers

function payments(...initial: readonly Row[]) {
  return connect({
    payments: { unique: [['key']], fact: 'payment.recorded', initial },
    requests: { unique: [['user', 'key']], fact: null },
    notes: { unique: [], fact: null },
  });
}
