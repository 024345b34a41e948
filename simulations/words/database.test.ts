import { expect, it } from 'vitest';

import type { Statement } from '@/simulations/messages';
import { DATABASE, sql } from '@/simulations/words/database';

it('says statements about transactions as SQL does, in what an arrow has room for', () => {
  const statements: readonly Statement[] = [
    { op: 'begin' },
    { op: 'begin', isolation: 'repeatable-read' },
    { op: 'begin', isolation: 'serializable' },
    { op: 'savepoint', name: 's' },
    { op: 'rollback-to', name: 's' },
    { op: 'release', name: 's' },
    { op: 'select', table: 'orders', where: {}, forUpdate: true, waitPolicy: 'nowait' },
    { op: 'select', table: 'orders', where: {}, forUpdate: true, waitPolicy: 'skip-locked' },
  ];
  expect(statements.map(sql)).toEqual([
    'BEGIN',
    'BEGIN ISOLATION LEVEL REPEATABLE READ',
    'BEGIN ISOLATION LEVEL SERIALIZABLE',
    'SAVEPOINT s',
    'ROLLBACK TO SAVEPOINT s',
    'RELEASE SAVEPOINT s',
    'SELECT orders FOR UPDATE NOWAIT',
    'SELECT orders FOR UPDATE SKIP LOCKED',
  ]);
  for (const statement of statements) expect(sql(statement).length).toBeLessThanOrEqual(40);
});

it('says what an error means where its number alone says too little', () => {
  expect(answer({ sqlstate: '40001' })).toBe('error 40001: could not serialize');
  expect(answer({ sqlstate: '55P03' })).toBe('error 55P03: lock not available');
  expect(answer({ sqlstate: '23505' })).toBe('error 23505');
});

it('says done of what has no rows', () => {
  expect(answer({ command: 'rollback-to' })).toBe('done');
  expect(answer({ command: 'update', count: 1 })).toBe('1 row');
});

it('shows no row that only older snapshots see', () => {
  const gone = {
    ...{ committed: null, lockedBy: null, draft: null, foundBy: [] },
    seen: { a: { id: 1 } },
  };
  const tables = { orders: { unique: [], fact: null, rows: [gone] } };
  const [table] = DATABASE.tables?.['database']?.({ tables, transactions: {}, waiting: [] }) ?? [];
  expect(table?.rows).toEqual([]);
});

// Helpers

function answer(fields: object): string {
  const says = DATABASE.messages?.['statement.answered'];
  if (typeof says !== 'function') throw new Error('Its words depend on what it says');
  return says({ sqlstate: null, command: null, count: 0, rows: [], ...fields } as never);
}
