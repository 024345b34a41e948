import type { IntentId } from '@/lib/engine/model';
import { unreachable } from '@/lib/engine/unreachable';
import { answer } from '@/simulations/actors/database/answering';
import {
  abort,
  commit,
  commitEffects,
  undo,
  undoSince,
} from '@/simulations/actors/database/ending';
import { countTo, merge } from '@/simulations/actors/database/savepoints';
import { committed } from '@/simulations/actors/database/serializability';
import type { Database, Step } from '@/simulations/actors/database/state';
import type { ControlStatement } from '@/simulations/actors/database/outcome';
import type { Session } from '@/simulations/actors/database/tables';
import {
  isSerializable,
  savepointsOf,
  serializableOf,
  statusOf,
  withDetails,
  withSerializable,
  withStatus,
} from '@/simulations/actors/database/transactions';

type SavepointStatement = Extract<ControlStatement, { readonly name: string }>;

/** Runs a statement about a transaction. None of them waits. */
export function control(
  database: Database,
  session: Session,
  statement: ControlStatement,
  intent: IntentId | null,
): Step {
  switch (statement.op) {
    case 'begin':
      return begin(database, session, statement, intent);
    case 'commit':
    case 'rollback':
      return end(database, session, statement.op, intent);
    case 'savepoint':
    case 'rollback-to':
    case 'release':
      return atSavepoint(database, session, statement, intent);
    default:
      return unreachable(statement);
  }
}

/** BEGIN within a transaction changes nothing: it only earns a warning. */
function begin(
  database: Database,
  session: Session,
  { isolation: level }: Extract<ControlStatement, { readonly op: 'begin' }>,
  intent: IntentId | null,
): Step {
  const status = statusOf(database.transactions, session);
  if (status === 'aborted') return refusal(database, session, '25P02', intent);
  const effects = answer(session, intent, { command: 'begin' });
  if (status === 'open') return { database, effects };
  const begun = withStatus(database.transactions, session, 'open');
  const transactions = level ? withDetails(begun, session, { level }) : begun;
  return { database: { ...database, transactions }, effects };
}

/** COMMIT and ROLLBACK out of place only earn a warning, too. COMMIT fails where it would break serializability. */
function end(
  database: Database,
  session: Session,
  op: 'commit' | 'rollback',
  intent: IntentId | null,
): Step {
  if (op === 'rollback' || statusOf(database.transactions, session) === 'aborted') {
    const effects = answer(session, intent, { command: 'rollback' });
    return { database: undo(database, session), effects };
  }
  const agreed = agreedWith(database, session);
  if (!agreed) return refusal(undo(database, session), session, '40001', intent);
  const told = commitEffects(database, session);
  const effects = [...told, ...answer(session, intent, { command: 'commit' })];
  return { database: commit(agreed, session), effects };
}

/** A database in which a session may commit; null where it may not. */
function agreedWith(database: Database, session: Session): Database | null {
  if (!isSerializable(database.transactions, session)) return database;
  const serializable = committed(serializableOf(database.transactions), session);
  const { transactions } = database;
  return (
    serializable && { ...database, transactions: withSerializable(transactions, serializable) }
  );
}

/** A savepoint outlives ROLLBACK TO it, which also ends that the transaction is aborted. */
function atSavepoint(
  database: Database,
  session: Session,
  { op, name }: SavepointStatement,
  intent: IntentId | null,
): Step {
  const status = statusOf(database.transactions, session);
  if (!status) return refusal(database, session, '25P01', intent);
  if (status === 'aborted' && op !== 'rollback-to') {
    return refusal(database, session, '25P02', intent);
  }
  const names = savepointsOf(database.transactions, session);
  const effects = answer(session, intent, { command: op });
  if (op === 'savepoint')
    return { database: standing(database, session, [...names, name]), effects };
  const savepoints = countTo(names, name);
  if (savepoints === 0) return refusal(abort(database, session), session, '3B001', intent);
  if (op === 'release') {
    const tables = merge(database.tables, session, savepoints);
    const left = names.slice(0, savepoints - 1);
    return { database: standing({ ...database, tables }, session, left), effects };
  }
  const undone = undoSince(database, session, savepoints);
  const transactions = withStatus(undone.transactions, session, 'open');
  const left = names.slice(0, savepoints);
  return { database: standing({ ...undone, transactions }, session, left), effects };
}

/** These savepoints of a session stand, and no others. */
const standing = (
  database: Database,
  session: Session,
  savepoints: readonly string[],
): Database => ({
  ...database,
  transactions: withDetails(database.transactions, session, { savepoints }),
});

const refusal = (
  database: Database,
  session: Session,
  sqlstate: string,
  intent: IntentId | null,
): Step => ({ database, effects: answer(session, intent, { sqlstate }) });
