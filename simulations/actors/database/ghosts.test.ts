import { describe, expect, it } from 'vitest';

import type { IntentId } from '@/lib/engine/model';
import { SqlServer } from '@/simulations/actors/database/sql-sessions';
import type { Writes } from '@/simulations/actors/database/tables';
import type { Statement } from '@/simulations/messages';

const WRITES = { made: 'deposit.counted', undone: 'deposit.dropped' };

describe('database, whose writes are in a table', () => {
  it('counts what is added each time, and drops nothing for it', () => {
    const { write, read } = account();
    expect(write('A', PLUS)).toEqual(['counted A']);
    expect(write('B', PLUS)).toEqual(['counted B']);
    expect(write('A', PLUS)).toEqual(['counted A']);
    expect(read()).toEqual(['A', 'B']);
  });

  it('counts what is set once, however often it is set', () => {
    const { write, read } = account();
    expect(write('A', TO_110)).toEqual(['counted A']);
    expect(write('A', TO_110)).toEqual([]);
    expect(read()).toEqual(['A']);
  });

  it('drops what a write replaces whose author had not read it', () => {
    const { write, read } = account();
    write('A', TO_110);
    expect(write('B', TO_150)).toEqual(['counted B', 'dropped A']);
    expect(write('A', TO_110, ['B'])).toEqual(['counted A']);
    expect(read()).toEqual(['A', 'B']);
  });

  it('drops the newer write when a late copy of an older one comes', () => {
    const { write } = account();
    write('A', TO_110);
    expect(write('B', TO_150, ['A'])).toEqual(['counted B']);
    expect(write('A', TO_110)).toEqual(['dropped B']);
  });

  it('drops nothing that was wanted before, and to be replaced', () => {
    const { write, read } = account({ ...WRITES, inPlaceOf: { B: ['A'] } });
    write('A', TO_110);
    expect(write('B', TO_150)).toEqual(['counted B']);
    expect(read()).toEqual(['A', 'B']);
    expect(write('A', TO_110)).toEqual(['dropped B']);
  });

  it('drops what a write replaces that nobody asks after, and counts nothing for it', () => {
    const { write, read } = account();
    write('A', TO_110);
    write('B', PLUS);
    expect(write(null, PLUS)).toEqual([]);
    expect(read()).toEqual(['A', 'B']);
    expect(write(null, TO_150, ['A'])).toEqual(['dropped B']);
    expect(read()).toEqual(['A']);
  });

  it('drops a write once: what is gone can’t be replaced again', () => {
    const { write, read } = account();
    write('A', TO_110);
    expect(write(null, TO_150)).toEqual(['dropped A']);
    expect(read()).toEqual([]);
    expect(write(null, TO_150)).toEqual([]);
    expect(write('A', TO_110)).toEqual(['counted A']);
  });

  it('notes nothing of what changes no row, and refuses what it could not take back', () => {
    const { server, write } = account();
    expect(write('A', { ...TO_110, where: { id: 'nobody' } })).toEqual([]);
    const a = server.connect('a');
    a.begin();
    expect(() => a.update('accounts', { set: { balance: 1 } }, {})).toThrow('would not be noted');
  });
});

// Helpers

type Update = Extract<Statement, { readonly op: 'update' }>;

const update = (changes: Pick<Update, 'set' | 'add'>): Update => ({
  ...{ op: 'update', table: 'accounts', where: { id: 1 } },
  ...changes,
});
const PLUS = update({ set: {}, add: { balance: 10 } });
const TO_110 = update({ set: { balance: 110 } });
const TO_150 = update({ set: { balance: 150 } });

function account(writes: Writes = WRITES) {
  const server = new SqlServer({
    accounts: { unique: [['id']], fact: null, initial: [{ id: 1, balance: 100 }], writes },
  });
  const send = (statement: Statement, intent: IntentId | null, knows: readonly IntentId[]) =>
    server.receive({ type: 'statement.sent', from: 'a', intent, statement, knows });
  return {
    server,
    write: (intent: IntentId | null, statement: Statement, knows: readonly IntentId[] = []) =>
      send(statement, intent, knows).facts.map(
        (fact) => `${fact.name.replace('deposit.', '')} ${fact.intent}`,
      ),
    read: () => {
      const { sends } = send(
        { op: 'select', table: 'accounts', where: {}, forUpdate: false },
        null,
        [],
      );
      return sends[0]?.message['history'];
    },
  };
}
