import type { IntentId } from '@/lib/engine/model';
import { unreachable } from '@/lib/engine/unreachable';
import { isMeant } from '@/simulations/actors/database/rw-conflicts';
import {
  type Draft,
  hasChangedSince,
  isLockedByOther,
  markFound,
  matches,
  newestFor,
  type Session,
  type StoredRow,
  type Table,
  unmarkFound,
  updated,
  visibleTo,
} from '@/simulations/actors/database/tables';
import { conflictOf, givesUpKey } from '@/simulations/actors/database/uniqueness';
import type { DoUpdate, Row, Statement } from '@/simulations/messages';

/** Statements about transactions, not rows. */
export type ControlStatement = Extract<
  Statement,
  {
    readonly op: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'rollback-to' | 'release';
  }
>;
export type DataStatement = Exclude<Statement, ControlStatement>;

export function isDataStatement(statement: Statement): statement is DataStatement & Statement {
  return 'table' in statement;
}

type Insert = Extract<Statement, { readonly op: 'insert' }>;
/** Statements that look for rows and lock what they find. */
type LockingStatement = Exclude<DataStatement, Insert>;

/** What a statement has done so far. */
export interface Progress {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** How far a statement came: to its end, to an error, or to a row that another transaction holds. */
export type Outcome =
  | ({ readonly kind: 'done'; readonly table: Table } & Progress)
  | Failed
  | ({ readonly kind: 'blocked'; readonly table: Table; readonly holder: Session } & Progress);

export interface Failed {
  readonly kind: 'failed';
  readonly sqlstate: string;
  /** The row whose key was taken already, where that is what failed. */
  readonly refused?: Row;
}

const LOCK_NOT_AVAILABLE: Failed = { kind: 'failed', sqlstate: '55P03' };
/** What a transaction with a snapshot may not do: work on a row that is another one by now. */
const SERIALIZATION_FAILURE: Failed = { kind: 'failed', sqlstate: '40001' };
const uniqueViolation = (refused: Row): Failed => ({ kind: 'failed', sqlstate: '23505', refused });
const NOTHING_YET: Progress = { count: 0, rows: [] };

/** Runs a statement from its beginning. */
export function runStatement(
  table: Table,
  session: Session,
  statement: DataStatement,
  intent: IntentId | null,
): Outcome {
  if (statement.op === 'insert') return insert(table, session, statement, intent);
  if (statement.op === 'select' && !statement.forUpdate) {
    return select(table, session, statement.where);
  }
  // The rows to work on are settled now: what is committed while this statement waits is not found.
  const marked = table.rows.map((stored) => {
    const row = visibleTo(session, stored);
    return row && isMeant(row, statement) ? markFound(stored, session) : stored;
  });
  return workOn({ ...table, rows: marked }, session, statement, NOTHING_YET);
}

/** Runs a statement on after a wait. */
export function resumeStatement(
  table: Table,
  session: Session,
  statement: DataStatement,
  intent: IntentId | null,
  progress: Progress,
): Outcome {
  return statement.op === 'insert'
    ? insert(table, session, statement, intent)
    : workOn(table, session, statement, progress);
}

function insert(
  table: Table,
  session: Session,
  { row, onConflict }: Insert,
  intent: IntentId | null,
): Outcome {
  const waited = table.rows.find((stored) => isBeingInserted(session, stored));
  const others = waited ? table.rows.filter((stored) => stored !== waited) : table.rows;
  const conflict = conflictOf(table.unique, others, row, session);
  switch (conflict?.kind) {
    case undefined: {
      const inserted = inserting(session, { row, intent, earlier: [] });
      return { kind: 'done', table: putRow(table, waited, inserted), count: 1, rows: [] };
    }
    case 'undecided': {
      const { holder, taken } = conflict;
      const blocked = { kind: 'blocked', holder, ...NOTHING_YET } as const;
      // ON CONFLICT looks before it inserts anything; a plain INSERT goes from one constraint to the next.
      if (onConflict !== 'error' || Object.keys(taken).length === 0) return { ...blocked, table };
      const begun = inserting(session, { row: null, intent, earlier: [], taken });
      return { ...blocked, table: putRow(table, waited, begun) };
    }
    case 'duplicate':
      if (onConflict === 'error') return uniqueViolation(row);
      if (onConflict !== 'nothing') return updateInstead(table, session, conflict.of, onConflict);
      return hasChangedSince(session, conflict.of)
        ? SERIALIZATION_FAILURE
        : { kind: 'done', table, ...NOTHING_YET };
    default:
      return unreachable(conflict);
  }
}

/**
 * DO UPDATE works on the row that is in the way, and locks it even where its WHERE then says no. (PostgreSQL wants
 * to be told which constraint is meant, and lets others fail; here it is whichever is in the way.)
 */
function updateInstead(
  table: Table,
  session: Session,
  stored: StoredRow,
  { where = {}, ...changes }: DoUpdate,
): Outcome {
  if (stored.lockedBy !== null && isLockedByOther(session, stored)) {
    return { kind: 'blocked', table, holder: stored.lockedBy, ...NOTHING_YET };
  }
  if (hasChangedSince(session, stored)) return SERIALIZATION_FAILURE;
  const row = newestFor(session, stored);
  const locked = { ...stored, lockedBy: session };
  if (!row || !matches(row, where)) {
    return { kind: 'done', table: replaceRow(table, stored, locked), ...NOTHING_YET };
  }
  const next = updated(row, changes);
  const others = table.rows.filter((other) => other !== stored);
  const conflict = conflictOf(table.unique, others, next, session);
  if (conflict?.kind === 'duplicate') return uniqueViolation(next);
  if (conflict) {
    const held = replaceRow(table, stored, rekeying(locked, row, conflict.taken));
    return { kind: 'blocked', table: held, holder: conflict.holder, ...NOTHING_YET };
  }
  const redrafted = redraft(table, locked, next);
  return { kind: 'done', table: replaceRow(table, stored, redrafted), count: 1, rows: [] };
}

/** A plain SELECT takes no locks, heeds none, and sees no one else's drafts. */
function select(table: Table, session: Session, where: Row): Outcome {
  const rows = table.rows
    .map((stored) => visibleTo(session, stored))
    .filter((row) => row !== null)
    .filter((row) => matches(row, where));
  return { kind: 'done', table, count: rows.length, rows };
}

/** Goes through the rows found, one by one, as far as they are free. */
function workOn(
  start: Table,
  session: Session,
  statement: LockingStatement,
  soFar: Progress,
): Outcome {
  let table = start;
  let progress = soFar;
  for (;;) {
    const stored = table.rows.find(({ foundBy }) => foundBy.includes(session));
    if (!stored) return { kind: 'done', table, ...progress };
    if (hasChangedSince(session, stored)) return SERIALIZATION_FAILURE;
    if (stored.lockedBy !== null && isLockedByOther(session, stored)) {
      const { waitPolicy } = statement;
      if (waitPolicy === 'nowait') return LOCK_NOT_AVAILABLE;
      if (waitPolicy === undefined)
        return { kind: 'blocked', table, holder: stored.lockedBy, ...progress };
      table = replaceRow(table, stored, unmarkFound(stored, session));
      continue;
    }
    const row = newestFor(session, stored);
    // The row may have changed since it was found, so the newest version is what must match.
    if (!row || !isMeant(row, statement)) {
      table = replaceRow(table, stored, unmarkFound(stored, session));
      continue;
    }
    const locked = { ...stored, lockedBy: session };
    const next = change(statement, row);
    if (next && statement.op === 'update') {
      const others = table.rows.filter((other) => other !== stored);
      const conflict = conflictOf(table.unique, others, next, session);
      if (conflict?.kind === 'duplicate') return uniqueViolation(next);
      if (conflict) {
        const held = replaceRow(table, stored, rekeying(locked, row, conflict.taken));
        return { kind: 'blocked', table: held, holder: conflict.holder, ...progress };
      }
    }
    const left = unmarkFound(locked, session);
    table = replaceRow(
      table,
      stored,
      statement.op === 'select' ? left : redraft(table, left, next),
    );
    const found = statement.op === 'select' ? [row] : [];
    progress = { count: progress.count + 1, rows: [...progress.rows, ...found] };
  }
}

/** What the statement makes of a row; null deletes it. */
function change(statement: LockingStatement, row: Row): Row | null {
  switch (statement.op) {
    case 'select':
      return row;
    case 'update':
      return updated(row, statement);
    case 'delete':
      return null;
    default:
      return unreachable(statement);
  }
}

/** The row with a new draft; `row` null deletes it. */
function redraft({ unique }: Table, stored: StoredRow, row: Row | null): StoredRow {
  const { row: last = null, intent = null, earlier = [] } = stored.draft ?? {};
  const kept = last && givesUpKey(unique, last, row) ? [...earlier, last] : earlier;
  return { ...stored, draft: { row, intent, earlier: kept } };
}

/** The row while its next version waits for a key: what it holds already is not free any more. */
function rekeying(stored: StoredRow, row: Row, taken: Row): StoredRow {
  const { intent = null, earlier = [] } = stored.draft ?? {};
  return { ...stored, draft: { row, intent, earlier, taken } };
}

const inserting = (session: Session, draft: Draft): StoredRow => ({
  ...{ committed: null, lockedBy: session, draft, foundBy: [] },
});

const isBeingInserted = (session: Session, { committed, lockedBy, draft }: StoredRow): boolean =>
  lockedBy === session && committed === null && draft?.row === null && draft.taken !== undefined;

const putRow = (table: Table, old: StoredRow | undefined, next: StoredRow): Table =>
  old ? replaceRow(table, old, next) : { ...table, rows: [...table.rows, next] };

function replaceRow(table: Table, old: StoredRow, next: StoredRow): Table {
  const rows = table.rows.map((stored) => (stored === old ? next : stored));
  return { ...table, rows };
}
