import { expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { database } from '@/simulations/actors/database';
import type { Statement } from '@/simulations/messages';

it('deletes a row so long after it was committed, and then its key is free again', () => {
  const { hears, waits, timers } = aDatabase();
  expect(count(hears(insert('inbox')))).toBe(1);
  expect(timers()).toEqual([6]);
  expect(count(hears(insert('inbox')))).toBe(0);
  expect(timers()).toEqual([6]);
  waits();
  expect(count(hears(insert('inbox')))).toBe(1);
});

it('counts from the commit, and leaves other tables alone', () => {
  const { hears, timers } = aDatabase();
  hears(insert('shipments'));
  hears(sent({ op: 'begin' }));
  hears({ ...insert('inbox'), inTransaction: true });
  expect(timers()).toEqual([]);
  hears({ ...sent({ op: 'commit' }), inTransaction: true });
  expect(timers()).toEqual([6]);
});

// Helpers

const aDatabase = () =>
  actor(database, {
    tables: {
      inbox: { unique: [['message']], fact: null, keptTicks: 6 },
      shipments: { unique: [], fact: null },
    },
  });
const sent = (statement: Statement) => ({ type: 'statement.sent', statement });
const insert = (table: string) =>
  sent({ op: 'insert', table, row: { message: 'order-A' }, onConflict: 'nothing' });
const count = (acted: { readonly sent: readonly object[] }) =>
  (acted.sent[0] as { readonly count?: number }).count;
