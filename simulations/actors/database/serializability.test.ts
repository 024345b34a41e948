import { describe, expect, it } from 'vitest';

import { connect, done, failed, found } from '@/simulations/actors/database/sql-sessions';

// Numbers in titles are rows of the fact sheet on PostgreSQL that the database is held to.
describe('database, at SERIALIZABLE', () => {
  it('10.12 SELECT-then-INSERT without a unique index: the second COMMIT fails with 40001', () => {
    const { server, a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    for (const session of [a, b]) expect(session.select('notes', { key: 'k' })).toEqual(found());
    for (const session of [a, b]) session.insert('notes', { key: 'k' }, { intent: 'note' });
    expect(a.commit()).toEqual(done('commit', 0));
    expect(b.commit()).toEqual(failed('40001'));
    expect(server.committed('notes')).toEqual([{ key: 'k' }]);
    expect(server.facts).toHaveLength(1);
    expect(server.doing).toBe('idle');
  });

  it('10.12 at REPEATABLE READ there are 2 rows', () => {
    const { server, a, b } = doctors();
    for (const session of [a, b]) session.begin('repeatable-read');
    for (const session of [a, b]) session.select('notes', { key: 'k' });
    for (const session of [a, b]) session.insert('notes', { key: 'k' });
    for (const session of [a, b]) expect(session.commit()).toEqual(done('commit', 0));
    expect(server.committed('notes')).toHaveLength(2);
  });

  it.each([true, false])('10.13 with a unique index that fails with 40001, not 23505', (waits) => {
    const { a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    for (const session of [a, b]) session.select('doctors', { id: 9 });
    a.insert('doctors', { id: 9 });
    if (waits) expect(b.insert('doctors', { id: 9 })).toBe('waits');
    a.commit();
    expect(waits ? b.answer() : b.insert('doctors', { id: 9 })).toEqual(failed('40001'));
  });

  it('10.13 who did not look for the key is told 23505', () => {
    const { a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    a.select('doctors', { id: 9 });
    b.select('notes');
    a.insert('doctors', { id: 9 });
    a.commit();
    expect(b.insert('doctors', { id: 9 })).toEqual(failed('23505'));
  });

  it('fails one of two that each read what the other writes: the pivot, at its next statement', () => {
    const { server, a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    for (const session of [a, b]) session.select('doctors', { onCall: true });
    a.update('doctors', { set: { onCall: false } }, { id: 1 });
    b.update('doctors', { set: { onCall: false } }, { id: 2 });
    b.commit();
    expect(a.select('notes')).toEqual(failed('40001'));
    expect(a.commit()).toEqual(done('rollback', 0));
    expect(server.committed('doctors')).toEqual([
      { id: 1, onCall: true },
      { id: 2, onCall: false },
    ]);
  });

  it('fails the writer where the other has committed before it writes', () => {
    const { a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    for (const session of [a, b]) session.select('doctors', { onCall: true });
    b.update('doctors', { set: { onCall: false } }, { id: 2 });
    b.commit();
    expect(a.update('doctors', { set: { onCall: false } }, { id: 1 })).toEqual(failed('40001'));
  });

  it('lets go who reads what another writes, if nobody reads what it writes', () => {
    const { a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    a.select('doctors', { id: 2 });
    b.update('doctors', { set: { onCall: false } }, { id: 2 });
    b.commit();
    a.update('doctors', { set: { onCall: false } }, { id: 1 });
    expect(a.commit()).toEqual(done('commit', 0));
  });

  it('fails for a reader that saw the later of two and not the earlier', () => {
    const { a, b, c } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    a.select('doctors', { id: 1 });
    b.update('doctors', { set: { onCall: false } }, { id: 1 });
    b.commit();
    c.begin('serializable');
    expect(c.select('doctors', { onCall: true })).toEqual(found({ id: 2, onCall: true }));
    c.commit();
    expect(a.update('doctors', { set: { onCall: false } }, { id: 2 })).toEqual(failed('40001'));
  });

  it('fails that reader itself where both have committed', () => {
    const { a, b, c } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    a.select('doctors', { id: 1 });
    b.update('doctors', { set: { onCall: false } }, { id: 1 });
    b.commit();
    c.begin('serializable');
    c.select('notes');
    a.update('doctors', { set: { onCall: false } }, { id: 2 });
    a.commit();
    expect(c.select('doctors', { id: 2 })).toEqual(failed('40001'));
  });

  it.each([
    ['who read what the writer replaces committed first', 'a1 c2 an a. b2+ b. c1+ c.'],
    ['so, of three, did the writer that the reader comes upon', 'cn c2 bn a2 a1+ a. b2+ b. c1 c.'],
    ['so did who reads what the pivot replaces', 'bn a1 c2 an a. c1+ b2+ b. c.'],
    ['so did who reads what the reader replaces', 'bn cn a1 an a. b2+ b. c1+ c2 c.'],
    [
      'who did so wrote nothing, and began before the other committed',
      'bn cn a1 b2+ b. a. c1+ c2 c.',
    ],
    ['the reader saw what was written', 'c1 a2+ a. b2 b1+ b. c.'],
  ])('fails nobody where %s', (_, story) => {
    const { server, ...sessions } = doctors();
    for (const name of ['a', 'b', 'c'] as const) sessions[name].begin('serializable');
    for (const [name = '', what = '', writes] of story.split(' ')) {
      const session = sessions[name as keyof typeof sessions];
      if (what === '.') session.commit();
      else if (what === 'n') session.insert('notes', { key: name });
      else if (writes) session.update('doctors', { set: { onCall: false } }, { id: Number(what) });
      else session.select('doctors', { id: Number(what) });
    }
    expect(server.log.filter(({ answer }) => answer.sqlstate !== null)).toEqual([]);
    expect(server.context.transactions).toEqual({});
  });

  it('dooms no more than it must', () => {
    const { a, b, c } = doctors();
    for (const session of [a, b, c]) session.begin('serializable');
    for (const session of [a, b]) session.select('doctors', { id: 1 });
    a.select('notes');
    c.select('doctors', { id: 2 });
    b.insert('notes', { key: 'b' });
    a.update('doctors', { set: { onCall: false } }, { id: 2 });
    c.update('doctors', { set: { onCall: false } }, { id: 1 });
    expect(c.commit()).toEqual(done('commit', 0));
    expect(b.commit()).toEqual(done('commit', 0));
    expect(a.commit()).toEqual(failed('40001'));
  });

  it('what is read by ON CONFLICT is not noticed', () => {
    const { server, a, b } = doctors();
    for (const session of [a, b]) session.begin('serializable');
    expect(a.insert('doctors', { id: 1 }, { onConflict: 'nothing' })).toEqual(done('insert', 0));
    b.select('notes');
    a.insert('notes', { key: 'k' });
    b.delete('doctors', { id: 1 });
    for (const session of [a, b]) expect(session.commit()).toEqual(done('commit', 0));
    expect(server.doing).toBe('idle');
  });

  it('remembers who committed as long as another is open that did not see it', () => {
    const { server, a, b, c } = doctors();
    const remembered = () =>
      Object.keys(server.context.transactions).filter((name) => /^\d/.test(name));
    a.begin('serializable');
    a.select('notes');
    for (const session of [b, c]) {
      session.begin('serializable');
      session.select('notes');
      session.commit();
    }
    expect(remembered()).toEqual(['0', '1']);
    b.begin('serializable');
    b.select('notes');
    expect(remembered()).toEqual(['0', '1']);
    a.commit();
    expect(remembered()).toEqual(['0']);
    b.rollback();
    expect(server.context).toStrictEqual(doctors().server.context);
  });
});

// Helpers

const doctors = () =>
  connect({
    doctors: {
      ...{ unique: [['id']], fact: null },
      initial: [1, 2].map((id) => ({ id, onCall: true })),
    },
    notes: { unique: [], fact: 'note.made' },
  });
