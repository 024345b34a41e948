import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';
import type { Row } from '@/simulations/messages';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, savepoints', () => {
  it('10.4 after an error all else fails with 25P02 until ROLLBACK TO SAVEPOINT, and what was before it remains', () => {
    const { server, a } = payments({ key: 'k' });
    a.begin();
    a.insert('payments', { key: 'before' }, { intent: 'before' });
    a.savepoint();
    a.insert('payments', { key: 'after' }, { intent: 'after' });
    expect(a.insert('payments', { key: 'k' })).toEqual(failed('23505'));
    expect(a.select('payments')).toEqual(failed('25P02'));
    expect([a.savepoint(), a.release()]).toEqual([failed('25P02'), failed('25P02')]);

    expect(a.rollbackTo()).toEqual(done('rollback-to', 0));

    expect(a.select('payments')).toEqual(found({ key: 'k' }, { key: 'before' }));
    expect(a.insert('payments', { key: 'new' }, { intent: 'new' })).toEqual(done('insert', 1));
    expect(a.commit()).toEqual(done('commit', 0));
    expect(server.committed('payments')).toEqual([{ key: 'k' }, { key: 'before' }, { key: 'new' }]);
    expect(server.facts.map(({ intent }) => intent)).toEqual(['before', 'new']);
  });

  it('10.4 without ROLLBACK TO, COMMIT after an error is a rollback of all', () => {
    const { server, a } = payments({ key: 'k' });
    a.begin();
    a.insert('payments', { key: 'before' });
    a.savepoint();
    a.insert('payments', { key: 'k' });
    expect(a.commit()).toEqual(done('rollback', 0));
    expect(server.context).toEqual(payments({ key: 'k' }).server.context);
  });

  it('10.4 an error gives back at once what was locked after the savepoint, and keeps what was before', () => {
    const { a, b, c } = payments({ key: 'k' }, { key: 'l', by: 'a' });
    a.begin();
    a.selectForUpdate('payments', { key: 'l' });
    a.savepoint();
    a.insert('payments', { key: 'new' });
    a.update('payments', { set: { by: 'b' } }, { key: 'l' });
    expect(b.insert('payments', { key: 'new' })).toBe('waits');
    expect(c.update('payments', { set: { by: 'c' } }, { key: 'l' })).toBe('waits');

    a.insert('payments', { key: 'k' });

    expect(b.answer()).toEqual(done('insert', 1));
    expect(c.answer()).toBe('waits');
    a.rollback();
    expect(c.answer()).toEqual(done('update', 1));
  });

  it('ROLLBACK TO lets go on who waited for what it gives back', () => {
    const { a, b } = payments();
    a.begin();
    a.savepoint();
    a.insert('payments', { key: 'k' });
    expect(b.insert('payments', { key: 'k' })).toBe('waits');
    a.rollbackTo();
    expect(b.answer()).toEqual(done('insert', 1));
  });

  it('ROLLBACK TO leaves its savepoint standing, and none after it', () => {
    const { a } = payments({ key: 'k', n: 0 });
    a.begin();
    for (const name of ['s', 't']) {
      a.savepoint(name);
      a.update('payments', { add: { n: 1 } }, {});
    }
    a.rollbackTo('s');
    a.update('payments', { add: { n: 5 } }, {});
    a.rollbackTo('s');
    expect(a.select('payments')).toEqual(found({ key: 'k', n: 0 }));
    expect(a.rollbackTo('t')).toEqual(failed('3B001'));
    expect(a.select('payments')).toEqual(failed('25P02'));
    expect(a.rollbackTo('t')).toEqual(failed('3B001'));
    expect(a.rollbackTo('s')).toEqual(done('rollback-to', 0));
  });

  it('a name that is given again hides the older savepoint until it is released', () => {
    const { a } = payments({ key: 'k', n: 0 });
    a.begin();
    for (let n = 0; n < 2; n += 1) {
      a.savepoint();
      a.update('payments', { add: { n: 1 } }, {});
    }
    a.rollbackTo();
    expect(a.select('payments')).toEqual(found({ key: 'k', n: 1 }));
    expect(a.release()).toEqual(done('release', 0));
    a.rollbackTo();
    expect(a.select('payments')).toEqual(found({ key: 'k', n: 0 }));
    a.release();
    expect(a.release()).toEqual(failed('3B001'));
  });

  it('what is released belongs to the savepoint before, and its locks too', () => {
    const { a, b } = payments({ key: 'k', n: 0 }, { key: 'l', n: 0 });
    a.begin();
    a.savepoint('s');
    a.update('payments', { add: { n: 1 } }, { key: 'k' });
    a.savepoint('t');
    a.update('payments', { add: { n: 1 } }, {});
    a.release('t');
    a.update('payments', { add: { n: 1 } }, {});
    a.rollbackTo('s');
    expect(a.select('payments')).toEqual(found({ key: 'k', n: 0 }, { key: 'l', n: 0 }));
    expect(b.selectForUpdate('payments', {})).toEqual(
      found({ key: 'k', n: 0 }, { key: 'l', n: 0 }),
    );
  });

  it('looks the same whether work was done before a savepoint or released', () => {
    const [plain, released] = [false, true].map((inSavepoint) => {
      const { server, a } = payments({ key: 'k', n: 0 });
      a.begin();
      if (inSavepoint) a.savepoint();
      a.update('payments', { add: { n: 1 } }, {});
      if (inSavepoint) a.release();
      return server.context;
    });
    expect(released).toStrictEqual(plain);
  });

  it('looks the same however often a row was changed since a savepoint', () => {
    const [once, twice, released] = [['x'], ['x', 'x'], ['x', 't', 'x']].map((changes) => {
      const { server, a } = payments({ key: 'k', by: 'nobody' });
      a.begin();
      a.savepoint();
      for (const by of changes) {
        if (by === 't') a.savepoint('t');
        else a.update('payments', { set: { by } }, {});
      }
      if (changes.includes('t')) a.release('t');
      return server.context;
    });
    expect(twice).toStrictEqual(once);
    expect(released).toStrictEqual(once);
  });

  it('there are none outside of a transaction', () => {
    const { server, a } = payments();
    expect([a.savepoint(), a.rollbackTo(), a.release()]).toEqual(Array(3).fill(failed('25P01')));
    expect(server.doing).toBe('idle');
  });
});

// Helpers

const payments = (...initial: readonly Row[]) =>
  connect({ payments: { unique: [['key']], fact: 'payment.recorded', initial } });
