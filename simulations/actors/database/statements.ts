import type { IntentId } from '@/lib/engine/model';
import { unreachable } from '@/lib/engine/unreachable';
import {
  isLockedByOther,
  markFound,
  matches,
  type Session,
  type StoredRow,
  type Table,
  unmarkFound,
  updated,
  visibleTo,
} from '@/simulations/actors/database/tables';
import { conflictOf, givesUpKey } from '@/simulations/actors/database/uniqueness';
import type { DoUpdate, Row, Statement } from '@/simulations/messages';

export type DataStatement = Exclude<Statement, { readonly op: 'begin' | 'commit' | 'rollback' }>;
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
  | { readonly kind: 'failed'; readonly sqlstate: string }
  | ({ readonly kind: 'blocked'; readonly table: Table; readonly holder: Session } & Progress);

const UNIQUE_VIOLATION: Outcome = { kind: 'failed', sqlstate: '23505' };
const NOTHING_YET: Progress = { count: 0, rows: [] };

/** Runs a statement from its beginning. */
export function runStatement(
  table: Table,
  session: Session,
  statement: DataStatement,
  intent: IntentId | null,
): Outcome {
  if (statement.op === 'insert') return insert(table, session, statement, intent);
  const { where } = statement;
  if (statement.op === 'select' && !statement.forUpdate) return select(table, session, where);
  // The rows to work on are settled now: what is committed while this statement waits is not found.
  const marked = table.rows.map((stored) => {
    const row = visibleTo(session, stored);
    return row && matches(row, where) ? markFound(stored, session) : stored;
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
  const conflict = conflictOf(table.unique, table.rows, row, session);
  switch (conflict?.kind) {
    case undefined: {
      const stored = {
        committed: null,
        lockedBy: session,
        draft: { row, intent, earlier: [] },
        foundBy: [],
      };
      return {
        kind: 'done',
        table: { ...table, rows: [...table.rows, stored] },
        count: 1,
        rows: [],
      };
    }
    case 'undecided':
      return { kind: 'blocked', table, holder: conflict.holder, ...NOTHING_YET };
    case 'duplicate':
      if (onConflict === 'nothing') return { kind: 'done', table, ...NOTHING_YET };
      if (onConflict === 'error') return UNIQUE_VIOLATION;
      return updateInstead(table, session, conflict.of, onConflict);
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
  const row = visibleTo(session, stored);
  const locked = { ...stored, lockedBy: session };
  if (!row || !matches(row, where)) {
    return { kind: 'done', table: replaceRow(table, stored, locked), ...NOTHING_YET };
  }
  const next = updated(row, changes);
  const others = table.rows.filter((other) => other !== stored);
  const conflict = conflictOf(table.unique, others, next, session);
  if (conflict?.kind === 'duplicate') return UNIQUE_VIOLATION;
  if (conflict) {
    const held = replaceRow(table, stored, locked);
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
    if (stored.lockedBy !== null && isLockedByOther(session, stored)) {
      return { kind: 'blocked', table, holder: stored.lockedBy, ...progress };
    }
    const row = visibleTo(session, stored);
    // The row may have changed since it was found, so the newest version is what must match.
    if (!row || !matches(row, statement.where)) {
      table = replaceRow(table, stored, unmarkFound(stored, session));
      continue;
    }
    const locked = { ...stored, lockedBy: session };
    const next = change(statement, row);
    if (next && statement.op === 'update') {
      const others = table.rows.filter((other) => other !== stored);
      const conflict = conflictOf(table.unique, others, next, session);
      if (conflict?.kind === 'duplicate') return UNIQUE_VIOLATION;
      if (conflict) {
        const held = replaceRow(table, stored, locked);
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

function replaceRow(table: Table, old: StoredRow, next: StoredRow): Table {
  const rows = table.rows.map((stored) => (stored === old ? next : stored));
  return { ...table, rows };
}
