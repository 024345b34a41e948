import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';
import type { Row } from '@/simulations/messages';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, INSERT … ON CONFLICT DO UPDATE', () => {
  const COUNT = { onConflict: { set: {}, add: { n: 1 } } };

  it('inserts where nothing is in the way', () => {
    const { server, a } = counters();
    expect(a.insert('counters', { id: 1, n: 1 }, COUNT)).toEqual(done('insert', 1));
    expect(server.committed('counters')).toEqual([{ id: 1, n: 1 }]);
  });

  it('10.5 blocks on an uncommitted duplicate, then updates the row of the other transaction', () => {
    const { server, a, b } = counters();
    a.begin();
    a.insert('counters', { id: 1, n: 1 });
    expect(b.insert('counters', { id: 1, n: 1 }, COUNT)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('insert', 1));
    expect(server.committed('counters')).toEqual([{ id: 1, n: 2 }]);
  });

  it('10.5 inserts after all when the other transaction rolls back', () => {
    const { server, a, b } = counters();
    a.begin();
    a.insert('counters', { id: 1, n: 5 });
    expect(b.insert('counters', { id: 1, n: 1 }, COUNT)).toBe('waits');
    a.rollback();
    expect(b.answer()).toEqual(done('insert', 1));
    expect(server.committed('counters')).toEqual([{ id: 1, n: 1 }]);
  });

  it('10.5 says of the row, where it is asked, whether it was inserted or updated', () => {
    const { a, b } = counters();
    const asking = { ...COUNT, returning: 'isNew' } as const;
    expect(a.insert('counters', { id: 1, n: 1 }, asking)).toEqual(told(true));
    expect(a.insert('counters', { id: 1, n: 1 }, asking)).toEqual(told(false));
    a.begin();
    a.insert('counters', { id: 2, n: 1 });
    expect(b.insert('counters', { id: 2, n: 1 }, asking)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(told(false));
  });

  it('10.6 with a WHERE that says no, changes 0 rows though the row is there, and locks it', () => {
    const { a, b } = counters({ id: 1, n: 9 });
    a.begin();
    const never = { onConflict: { set: { n: 0 }, where: { n: 8 } } };
    expect(a.insert('counters', { id: 1, n: 1 }, never)).toEqual(done('insert', 0));
    expect(a.select('counters')).toEqual(found({ id: 1, n: 9 }));
    expect(b.update('counters', { set: { n: 7 } }, { id: 1 })).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('update', 1));
  });

  it('waits for a row that is only locked, too', () => {
    const { a, b } = counters({ id: 1, n: 1 });
    a.begin();
    a.selectForUpdate('counters', { id: 1 });
    expect(b.insert('counters', { id: 1, n: 1 }, COUNT)).toBe('waits');
    a.rollback();
    expect(b.answer()).toEqual(done('insert', 1));
  });

  it('10.21 lets exactly one of two take over a lease, and the old owner complete 0 rows', () => {
    const { server, a, b } = counters({ id: 1, lease: 'over', fence: 1 });
    const takeOver = {
      onConflict: { set: { lease: 'held' }, add: { fence: 1 }, where: { lease: 'over' } },
    };
    a.begin();
    expect(a.insert('counters', { id: 1 }, takeOver)).toEqual(done('insert', 1));
    expect(b.insert('counters', { id: 1 }, takeOver)).toBe('waits');
    a.commit();
    expect(b.answer()).toEqual(done('insert', 0));
    expect(b.update('counters', { set: { lease: 'done' } }, { id: 1, fence: 1 })).toEqual(
      done('update', 0),
    );
    expect(server.committed('counters')).toEqual([{ id: 1, lease: 'held', fence: 2 }]);
  });

  it('may break uniqueness no more than an UPDATE', () => {
    const { a } = counters({ id: 1 }, { id: 2 });
    const move = { onConflict: { set: { id: 2 } } };
    expect(a.insert('counters', { id: 1 }, move)).toEqual(failed('23505'));
  });
});

// Helpers

const told = (isNew: boolean) => ({ ...done('insert', 1), rows: [{ isNew }] });

const counters = (...initial: readonly Row[]) =>
  connect({ counters: { unique: [['id']], fact: null, initial } });
