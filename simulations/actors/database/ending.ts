import type { Effect } from '@/lib/engine/model';
import { undoTo } from '@/simulations/actors/database/savepoints';
import { closed } from '@/simulations/actors/database/serializability';
import { withoutSnapshot } from '@/simulations/actors/database/snapshots';
import type { Database } from '@/simulations/actors/database/state';
import type { Session } from '@/simulations/actors/database/tables';
import { commitDrafts, factsOf, noticesOf, undoDrafts } from '@/simulations/actors/database/drafts';
import {
  detailsOf,
  savepointsOf,
  serializableOf,
  snapshotsOf,
  statusOf,
  withoutTransaction,
  withSerializable,
  withStatus,
} from '@/simulations/actors/database/transactions';
import { wake } from '@/simulations/actors/database/waiting';

/** What a session did is what everybody sees from now on. Its transaction, if it has one, is ended. */
export function commit(database: Database, session: Session): Database {
  const snapshots = snapshotsOf(database.transactions);
  const tables = commitDrafts(database.tables, session, snapshots);
  return ended({ ...database, tables, waiting: wake(database.waiting, session) }, session);
}

/** What a session did never was. Its transaction, if it has one, is ended. */
export function undo(database: Database, session: Session): Database {
  const tables = undoDrafts(database.tables, session);
  return ended({ ...database, tables, waiting: wake(database.waiting, session) }, session);
}

/** What a session did since so many savepoints stood never was. */
export function undoSince(database: Database, session: Session, savepoints: number): Database {
  const tables = undoTo(database.tables, session, savepoints);
  // Whoever waits for what it holds from before finds that out and waits again.
  return { ...database, tables, waiting: wake(database.waiting, session) };
}

/** After an error: what stood alone is undone, a transaction as far as its last savepoint. It is aborted then. */
export function abort(database: Database, session: Session): Database {
  if (!statusOf(database.transactions, session)) return undo(database, session);
  const savepoints = savepointsOf(database.transactions, session).length;
  const undone =
    savepoints > 0 ? undoSince(database, session, savepoints) : undo(database, session);
  return { ...undone, transactions: withStatus(undone.transactions, session, 'aborted') };
}

/** What becomes known in the instant of a commit. */
export function commitEffects({ tables }: Database, session: Session): readonly Effect[] {
  const facts = factsOf(tables, session).map((fact): Effect => ({ type: 'record', fact }));
  return [...facts, ...noticesOf(tables, session)];
}

function ended(database: Database, session: Session): Database {
  if (database.transactions[session] === undefined) return database;
  const details = detailsOf(database.transactions, session);
  const transactions = withoutTransaction(database.transactions, session);
  if (!details?.hasSnapshot) return { ...database, transactions };
  const tables = withoutSnapshot(database.tables, session);
  if (details.level !== 'serializable') return { ...database, tables, transactions };
  const left = closed(serializableOf(transactions), session);
  return { ...database, tables, transactions: withSerializable(transactions, left) };
}
