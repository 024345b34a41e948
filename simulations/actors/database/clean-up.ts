import type { Ticks } from '@/lib/engine/model';
import { superseded } from '@/simulations/actors/database/snapshots';
import { snapshotsOf } from '@/simulations/actors/database/transactions';
import type { Database } from '@/simulations/actors/database/state';
import type { Row } from '@/simulations/messages';

/** A row that a clean-up job will delete: one of a table with `keptTicks`, so long after it was committed. */
export interface Doomed {
  readonly table: string;
  readonly row: Row;
  readonly keptTicks: Ticks;
}

/** What a table with `keptTicks` holds since a step of the database, and did not hold before. */
export function doomedSince(before: Database, after: Database): readonly Doomed[] {
  return Object.entries(after.tables).flatMap(([table, { keptTicks, rows }]) => {
    if (keptTicks === undefined) return [];
    const known = before.tables[table]?.rows.map(({ committed }) => committed) ?? [];
    return rows.flatMap(({ committed: row }) =>
      row && !known.includes(row) ? [{ table, row, keptTicks }] : [],
    );
  });
}

/** Whether such a row is still there as it was, and nobody is at it. */
const isLeft = (database: Database, { table, row }: Doomed) =>
  database.tables[table]?.rows.find(
    ({ committed, lockedBy }) => lockedBy === null && isSame(committed, row),
  );

const isSame = (one: Row | null, other: Row): boolean =>
  one !== null && Object.entries(other).every(([column, value]) => one[column] === value);

/** The job comes by and deletes a row that is old enough. One that is locked is left for another time. */
export function cleanedUp(database: Database, doomed: Doomed): Database {
  const table = database.tables[doomed.table];
  const old = isLeft(database, doomed);
  if (!table || !old) return database;
  const snapshots = snapshotsOf(database.transactions);
  const left = superseded(old, null, snapshots);
  const rows = table.rows.flatMap((stored) => (stored === old ? (left ?? []) : [stored]));
  return { ...database, tables: { ...database.tables, [doomed.table]: { ...table, rows } } };
}
