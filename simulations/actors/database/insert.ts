import type { IntentId } from '@/lib/engine/model';
import { unreachable } from '@/lib/engine/unreachable';
import { redraft, rekeying, replaceRow } from '@/simulations/actors/database/drafting';
import {
  type Insert,
  NOTHING_YET,
  type Outcome,
  type Progress,
  SERIALIZATION_FAILURE,
  uniqueViolation,
} from '@/simulations/actors/database/outcome';
import {
  type Draft,
  hasChangedSince,
  isLockedByOther,
  matches,
  newestFor,
  type Session,
  type StoredRow,
  type Table,
  updated,
} from '@/simulations/actors/database/tables';
import { conflictOf } from '@/simulations/actors/database/uniqueness';
import type { DoUpdate } from '@/simulations/messages';

/** Runs an INSERT. */
export function insert(
  table: Table,
  session: Session,
  statement: Insert,
  intent: IntentId | null,
  waited?: StoredRow,
): Outcome {
  const { row, onConflict } = statement;
  const others = waited ? table.rows.filter((stored) => stored !== waited) : table.rows;
  const conflict = conflictOf(table.unique, others, row, session);
  switch (conflict?.kind) {
    case undefined: {
      const inserted = inserting(session, { row, intent, earlier: [] });
      return { kind: 'done', table: putRow(table, waited, inserted), ...told(statement, true) };
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
      if (onConflict !== 'nothing') {
        const outcome = updateInstead(table, session, conflict.of, onConflict);
        const isUpdated = outcome.kind === 'done' && outcome.count > 0;
        return isUpdated ? { ...outcome, ...told(statement, false) } : outcome;
      }
      return hasChangedSince(session, conflict.of)
        ? SERIALIZATION_FAILURE
        : { kind: 'done', table, ...NOTHING_YET };
    default:
      return unreachable(conflict);
  }
}

/** Runs an INSERT on after a wait, which may have taken some keys already. */
export function resumeInsert(
  table: Table,
  session: Session,
  statement: Insert,
  intent: IntentId | null,
): Outcome {
  const waited = table.rows.find((stored) => isBeingInserted(session, stored));
  return insert(table, session, statement, intent, waited);
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

/** What is told of the one row that was inserted, or updated instead. */
const told = ({ returning }: Insert, isNew: boolean): Progress => ({
  count: 1,
  rows: returning ? [{ isNew }] : [],
});

const inserting = (session: Session, draft: Draft): StoredRow => ({
  ...{ committed: null, lockedBy: session, draft, foundBy: [] },
});

const isBeingInserted = (session: Session, { committed, lockedBy, draft }: StoredRow): boolean =>
  lockedBy === session && committed === null && draft?.row === null && draft.taken !== undefined;

const putRow = (table: Table, old: StoredRow | undefined, next: StoredRow): Table =>
  old ? replaceRow(table, old, next) : { ...table, rows: [...table.rows, next] };
