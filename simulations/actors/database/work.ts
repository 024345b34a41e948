import type { Predicate, Version } from '@/simulations/actors/database/rw-conflicts';
import { isOtherwiseHeld, withSaves } from '@/simulations/actors/database/savepoints';
import { opened, worked } from '@/simulations/actors/database/serializability';
import type { Database } from '@/simulations/actors/database/state';
import type { DataStatement, Failed } from '@/simulations/actors/database/outcome';
import { newestFor, type Session, type Table } from '@/simulations/actors/database/tables';
import {
  detailsOf,
  isSerializable,
  savepointsOf,
  serializableOf,
  withDetails,
  withSerializable,
} from '@/simulations/actors/database/transactions';
import type { Wait } from '@/simulations/actors/database/waiting';

type Worker = Pick<Wait, 'session' | 'statement'>;

/** A transaction that sees a snapshot takes it when its first statement begins. */
export function withOwnSnapshot(database: Database, session: Session): Database {
  const own = detailsOf(database.transactions, session);
  if (!own?.level || own.hasSnapshot) return database;
  const transactions = withDetails(database.transactions, session, { hasSnapshot: true });
  if (own.level !== 'serializable') return { ...database, transactions };
  const serializable = opened(serializableOf(transactions), session);
  return { ...database, transactions: withSerializable(transactions, serializable) };
}

/**
 * A database with what a statement has made of its table so far, and with what is kept of that until its transaction
 * ends. Null where serializability forbids it.
 */
export function withWork(database: Database, worker: Worker, after: Table): Database | null {
  const { session, statement } = worker;
  const before = database.tables[statement.table] ?? after;
  const savepoints = savepointsOf(database.transactions, session).length;
  const table = savepoints > 0 ? withSaves(before, after, session, savepoints) : after;
  const tables = { ...database.tables, [statement.table]: table };
  if (!isSerializable(database.transactions, session)) return { ...database, tables };
  const { transactions } = database;
  const serializable = worked(
    serializableOf(transactions),
    session,
    predicatesOf(statement),
    versionsBetween(before, after, worker),
  );
  if (!serializable) return null;
  return { ...database, tables, transactions: withSerializable(transactions, serializable) };
}

/** A key that is taken is a serialization failure where the transaction might have seen that it is: `_bt_check_unique`. */
export function sqlstateOf(
  database: Database,
  { session, statement }: Worker,
  { sqlstate, refused }: Failed,
): string {
  if (!refused || !isSerializable(database.transactions, session)) return sqlstate;
  const serializable = serializableOf(database.transactions);
  const version = { table: statement.table, row: refused };
  return worked(serializable, session, predicatesOf(statement), [version]) ? sqlstate : '40001';
}

function predicatesOf(statement: DataStatement): readonly Predicate[] {
  if (statement.op === 'insert') return [];
  const { table, where } = statement;
  const below = statement.op === 'update' ? statement.below : undefined;
  return [{ table, where, ...(below && { below }) }];
}

/** What a statement did away with, and what it made. */
function versionsBetween(before: Table, after: Table, { session, statement }: Worker) {
  return after.rows.flatMap((stored, index): readonly Version[] => {
    const was = before.rows[index];
    if (!isOtherwiseHeld(was, stored) || was?.draft === stored.draft) return [];
    const rows = [was ? newestFor(session, was) : null, newestFor(session, stored)];
    return rows.flatMap((row) => (row ? [{ table: statement.table, row }] : []));
  });
}
