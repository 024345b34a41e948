import type { IntentId } from '@/lib/engine/model';
import { unreachable } from '@/lib/engine/unreachable';
import { redraft, rekeying, replaceRow } from '@/simulations/actors/database/drafting';
import { insert, resumeInsert } from '@/simulations/actors/database/insert';
import {
  type DataStatement,
  LOCK_NOT_AVAILABLE,
  type LockingStatement,
  NOTHING_YET,
  type Outcome,
  type Progress,
  SERIALIZATION_FAILURE,
  uniqueViolation,
} from '@/simulations/actors/database/outcome';
import { isMeant } from '@/simulations/actors/database/rw-conflicts';
import {
  hasChangedSince,
  isLockedByOther,
  markFound,
  matches,
  newestFor,
  type Session,
  type Table,
  unmarkFound,
  updated,
  visibleTo,
} from '@/simulations/actors/database/tables';
import { conflictOf } from '@/simulations/actors/database/uniqueness';
import type { Row } from '@/simulations/messages';

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
    ? resumeInsert(table, session, statement, intent)
    : workOn(table, session, statement, progress);
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
