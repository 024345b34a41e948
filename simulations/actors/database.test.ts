import { describe, expect, it } from 'vitest';

import { NOBODY } from '@/lib/engine/network';
import { connect, done, found, type SqlSession } from '@/simulations/actors/database/sql-sessions';
import type { Row } from '@/simulations/messages';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, sessions', () => {
  it('shows a transaction its own drafts, and nobody else', () => {
    const { a, b } = orders({ id: 1 }, { id: 2 });
    a.begin();
    a.insert('orders', { id: 3 });
    a.delete('orders', { id: 1 });
    a.update('orders', { set: { by: 'a' } }, { id: 2 });
    expect(a.select('orders')).toEqual(found({ id: 2, by: 'a' }, { id: 3 }));
    expect(b.select('orders')).toEqual(found({ id: 1 }, { id: 2 }));
  });

  it('10.22 of an inbox INSERT and a business UPDATE in a killed session neither remains', () => {
    const { server, a } = orders({ id: 1, balance: 0 });
    const apply = (session: SqlSession) => {
      session.begin();
      const answer = session.insert('inbox', { message: 'm' }, { onConflict: 'nothing' });
      if (answer !== 'waits' && answer.count === 1) {
        session.update('orders', { add: { balance: 10 } }, { id: 1 });
      }
    };
    apply(a);
    server.kill(a);
    expect(server.committed('inbox')).toEqual([]);
    expect(server.committed('orders')).toEqual([{ id: 1, balance: 0 }]);

    for (const redelivered of [server.connect('a2'), server.connect('a3')]) {
      apply(redelivered);
      redelivered.commit();
      expect(server.committed('orders')).toEqual([{ id: 1, balance: 10 }]);
    }
  });

  it('drops the waiting statement of a session that dies, and what it held already', () => {
    const { server, a, b, c } = orders({ id: 1 }, { id: 2 });
    a.begin();
    a.selectForUpdate('orders', { id: 2 });
    expect(b.update('orders', { set: { by: 'b' } }, {})).toBe('waits');
    expect(c.update('orders', { set: { by: 'c' } }, { id: 1 })).toBe('waits');
    server.kill(b);
    expect(c.answer()).toEqual(done('update', 1));
    a.commit();
    expect(b.answer()).toBe('waits');
    expect(server.committed('orders')).toEqual([{ id: 1, by: 'c' }, { id: 2 }]);
    expect(server.context).toEqual(orders({ id: 1, by: 'c' }, { id: 2 }).server.context);
  });

  it('passes no lock to a session that dies in the same crash', () => {
    const { server, a, b, c } = payments();
    a.begin();
    a.insert('payments', { key: 'k', by: 'a' });
    b.insert('payments', { key: 'k', by: 'b' });
    c.insert('payments', { key: 'k', by: 'c' });
    server.kill(a, b);
    expect(server.committed('payments')).toEqual([{ key: 'k', by: 'c' }]);
  });

  it('ignores the end of a connection that had nothing open', () => {
    const { server, a, b } = payments();
    expect(server.kill(a).handled).toBe(false);
    b.begin();
    expect(server.kill(a).handled).toBe(false);
  });

  it('runs what a session sent while its statement waited, afterwards and in order', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' });
    b.begin();
    b.insert('payments', { key: 'k' }, { onConflict: 'nothing' });
    expect(b.insert('payments', { key: 'l' })).toBe('waits');
    expect(b.commit()).toBe('waits');
    a.commit();
    expect([b.answer(), b.answer(), b.answer()]).toEqual([
      done('insert', 0),
      done('insert', 1),
      done('commit', 0),
    ]);
    expect(server.committed('payments')).toEqual([{ key: 'k' }, { key: 'l' }]);
  });

  it('carries out what stands alone for a sender that died, and tells nobody', () => {
    const { server, a } = payments();
    const nobody = server.connect(NOBODY);
    nobody.insert('payments', { key: 'k' }, { intent: 'buy' });
    expect(server.committed('payments')).toEqual([{ key: 'k' }]);
    expect(server.facts).toHaveLength(1);
    expect(server.log).toEqual([]);

    a.begin();
    a.delete('payments', { key: 'k' });
    nobody.insert('payments', { key: 'k', by: 'first' });
    nobody.insert('payments', { key: 'l' });
    nobody.insert('payments', { key: 'k', by: 'second' }, { onConflict: 'nothing' });
    a.commit();
    expect(server.committed('payments')).toEqual([{ key: 'l' }, { key: 'k', by: 'first' }]);
    expect(server.doing).toBe('idle');
  });

  it('ignores what belonged to a transaction of a sender that died', () => {
    const { server } = payments();
    const nobody = server.connect(NOBODY);
    nobody.begin();
    nobody.insert('payments', { key: 'k' });
    nobody.commit();
    expect(server.committed('payments')).toEqual([]);
    expect(server.doing).toBe('idle');
  });

  it('refuses a sender that does not say that its statement belongs to its open transaction', () => {
    const { server, a } = payments();
    a.begin();
    const statement = { op: 'select', table: 'payments', where: {}, forUpdate: false };
    const alone = { type: 'statement.sent', from: 'a', intent: null, statement };
    expect(() => server.receive(alone)).toThrow('says otherwise');
  });

  it('lights the state that the sessions are in', () => {
    const { server, a, b } = payments();
    expect(server.doing).toBe('idle');
    a.begin();
    expect(server.doing).toBe('transactionOpen');
    a.insert('payments', { key: 'k' });
    b.insert('payments', { key: 'k' });
    expect(server.doing).toBe('statementWaiting');
    a.commit();
    expect(server.doing).toBe('idle');
  });
});

describe('database, facts', () => {
  const fact = { name: 'payment.recorded', intent: 'buy', table: 'payments', row: { key: 'k' } };

  it('records a row that stands alone at once', () => {
    const { server, a } = payments();
    a.insert('payments', { key: 'k' }, { intent: 'buy' });
    expect(server.facts).toEqual([fact]);
  });

  it('records rows of a transaction at COMMIT, as they are by then and with the label of their INSERT', () => {
    const { server, a } = payments();
    a.begin();
    a.insert('payments', { key: 'k' }, { intent: 'buy' });
    a.insert('payments', { key: 'never' }, { intent: 'buy' });
    a.delete('payments', { key: 'never' });
    a.update('payments', { set: { by: 'a' } }, { key: 'k' });
    expect(server.facts).toEqual([]);
    a.commit();
    expect(server.facts).toEqual([{ ...fact, row: { key: 'k', by: 'a' } }]);
  });

  it('records nothing of what is rolled back, fails, dies, conflicts, or is inserted for no intent', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' }, { intent: 'buy' });
    a.rollback();
    a.begin();
    a.insert('payments', { key: 'k' }, { intent: 'buy' });
    a.insert('payments', { key: 'k' }, { intent: 'buy' });
    a.commit();
    b.begin();
    b.insert('payments', { key: 'k' }, { intent: 'buy' });
    server.kill(b);
    a.insert('payments', { key: 'k' });
    a.insert('payments', { key: 'k' }, { intent: 'buy', onConflict: 'nothing' });
    a.insert('notes', { key: 'k' }, { intent: 'buy' });
    a.update('payments', { set: { by: 'a' } }, { key: 'k' });
    expect(server.facts).toEqual([]);
  });

  it('records a row that had to wait for its turn when it gets it', () => {
    const { server, a, b } = payments();
    a.begin();
    a.insert('payments', { key: 'k' }, { intent: 'other' });
    b.insert('payments', { key: 'k' }, { intent: 'buy' });
    a.rollback();
    expect(server.facts).toEqual([fact]);
  });
});

describe('database, NOTIFY', () => {
  const notice = {
    to: 'relay',
    message: { type: 'row.committed', intent: 'buy', table: 'outbox' },
  };

  it('tells a listener at COMMIT, once for a transaction, that rows were inserted', () => {
    const { server, a } = outbox();
    a.begin();
    a.insert('outbox', { mail: 1 }, { intent: 'buy' });
    a.insert('outbox', { mail: 2 }, { intent: 'buy' });
    const committed = server.receive({
      ...{ type: 'statement.sent', from: 'a', intent: null, inTransaction: true },
      statement: { op: 'commit' },
    });
    expect(committed.sends[0]).toEqual(notice);
    expect(committed.sends).toHaveLength(2);
  });

  it('tells nobody of what is rolled back, deleted, or in other tables', () => {
    const { server, a } = outbox({ mail: 0 });
    a.begin();
    a.insert('outbox', { mail: 1 }, { intent: 'buy' });
    a.rollback();
    a.insert('outbox', { mail: 0 }, { intent: 'buy', onConflict: 'nothing' });
    a.update('outbox', { set: { mail: 3 } }, { mail: 0 });
    a.delete('outbox', { mail: 3 });
    a.insert('notes', { key: 'k' }, { intent: 'buy' });
    expect(server.log.map(({ session }) => session)).not.toContain('relay');
  });
});

// Helpers

function outbox(...initial: readonly Row[]) {
  return connect({
    outbox: { unique: [['mail']], fact: null, notifies: 'relay', initial },
    notes: { unique: [], fact: null },
  });
}

function payments(...initial: readonly Row[]) {
  return connect({
    payments: { unique: [['key']], fact: 'payment.recorded', initial },
    requests: { unique: [['user', 'key']], fact: null },
    notes: { unique: [], fact: null },
  });
}

function orders(...initial: readonly Row[]) {
  return connect({
    orders: { unique: [['id']], fact: null, initial },
    inbox: { unique: [['message']], fact: null },
  });
}
