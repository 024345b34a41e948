import type {
  Serializable,
  SerializableTransaction,
} from '@/simulations/actors/database/rw-conflicts';
import type { Session } from '@/simulations/actors/database/tables';
import type { IsolationLevel } from '@/simulations/messages';

/**
 * After an error a transaction is aborted: undone already, to its last savepoint if it has any, and deaf until its
 * session ends it or rolls back to a savepoint.
 */
type Status = 'open' | 'aborted';

/** A transaction of which there is more to know. */
interface Detailed {
  readonly status: Status;
  /** Left out: READ COMMITTED. */
  readonly level?: IsolationLevel;
  /** Above READ COMMITTED a transaction sees the rows as they were when its first statement began, not at BEGIN. */
  readonly hasSnapshot?: true;
  /** Names of the savepoints that stand, outermost first. One that is given again hides the older one. */
  readonly savepoints?: readonly string[];
  /** At SERIALIZABLE, once it has a snapshot. */
  readonly serializable?: SerializableTransaction;
}

interface Remembered {
  readonly status: 'committed';
  readonly serializable: SerializableTransaction;
}

/**
 * By session. One that has committed at SERIALIZABLE is remembered as long as another is open that it was concurrent
 * with: by a number, in the order of commits.
 */
export type Transactions = Readonly<Record<Session, Status | Detailed | Remembered>>;

export function statusOf(transactions: Transactions, session: Session): Status | undefined {
  const transaction = transactions[session];
  if (typeof transaction !== 'object') return transaction;
  return transaction.status === 'committed' ? undefined : transaction.status;
}

export function detailsOf(transactions: Transactions, session: Session): Detailed | undefined {
  const transaction = transactions[session];
  return typeof transaction === 'object' && transaction.status !== 'committed'
    ? transaction
    : undefined;
}

/** Whether it is one of those that SERIALIZABLE watches: from its first statement on. */
export function isSerializable(transactions: Transactions, session: Session): boolean {
  return detailsOf(transactions, session)?.serializable !== undefined;
}

export function savepointsOf(transactions: Transactions, session: Session): readonly string[] {
  return detailsOf(transactions, session)?.savepoints ?? [];
}

/** Its details are left as they are. */
export function withStatus(
  transactions: Transactions,
  session: Session,
  status: Status,
): Transactions {
  const details = detailsOf(transactions, session);
  return { ...transactions, [session]: details ? { ...details, status } : status };
}

/** The details given are new ones. A transaction without any is its status and nothing more. */
export function withDetails(
  transactions: Transactions,
  session: Session,
  details: Partial<Detailed>,
): Transactions {
  const status = statusOf(transactions, session) ?? 'open';
  const {
    level,
    hasSnapshot,
    savepoints = [],
    serializable,
  } = {
    ...detailsOf(transactions, session),
    ...details,
  };
  const isPlain = level === undefined && savepoints.length === 0;
  const detailed: Detailed = {
    ...{ status, ...(level && { level }), ...(hasSnapshot && { hasSnapshot }) },
    ...(savepoints.length > 0 && { savepoints }),
    ...(serializable && { serializable }),
  };
  return { ...transactions, [session]: isPlain ? status : detailed };
}

export function withoutTransaction(transactions: Transactions, session: Session): Transactions {
  return Object.fromEntries(Object.entries(transactions).filter(([name]) => name !== session));
}

/** Whose snapshots a commit must leave as they are. */
export function snapshotsOf(transactions: Transactions): readonly Session[] {
  return Object.keys(transactions).filter((name) => detailsOf(transactions, name)?.hasSnapshot);
}

/** What is kept of transactions at SERIALIZABLE. */
export function serializableOf(transactions: Transactions): Serializable {
  const all = Object.entries(transactions).flatMap(([name, transaction]) => {
    if (typeof transaction !== 'object' || !transaction.serializable) return [];
    return [{ name, status: transaction.status, serializable: transaction.serializable }];
  });
  const open = all.filter(({ status }) => status !== 'committed');
  return {
    open: Object.fromEntries(open.map(({ name, serializable }) => [name, serializable])),
    committed: all
      .filter(({ status }) => status === 'committed')
      .toSorted((a, b) => Number(a.name) - Number(b.name))
      .map(({ serializable }) => serializable),
  };
}

export function withSerializable(
  transactions: Transactions,
  { open, committed }: Serializable,
): Transactions {
  const next: Record<Session, Transactions[string]> = {};
  for (const [name, transaction] of Object.entries(transactions)) {
    const own = open[name];
    if (typeof transaction !== 'object') next[name] = transaction;
    else if (transaction.status !== 'committed') {
      next[name] = own ? { ...transaction, serializable: own } : transaction;
    }
  }
  committed.forEach((serializable, index) => {
    next[String(index)] = { status: 'committed', serializable };
  });
  return next;
}
