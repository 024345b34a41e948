import {
  isLockedByOther,
  type Session,
  type StoredRow,
  valueOf,
  visibleTo,
} from '@/simulations/actors/database/tables';
import type { Row } from '@/simulations/messages';

/** What stands in the way of a row: another row for certain, or one whose transaction is still open. */
export type Conflict =
  | { readonly kind: 'duplicate'; readonly of: StoredRow }
  | { readonly kind: 'undecided'; readonly holder: Session };

/** The first conflict that `candidate` has with the others, constraint by constraint. */
export function conflictOf(
  unique: readonly (readonly string[])[],
  others: readonly StoredRow[],
  candidate: Row,
  session: Session,
): Conflict | null {
  for (const columns of unique) {
    for (const other of others) {
      const conflict = conflictWith(columns, other, candidate, session);
      if (conflict) return conflict;
    }
  }
  return null;
}

function conflictWith(
  columns: readonly string[],
  stored: StoredRow,
  candidate: Row,
  session: Session,
): Conflict | null {
  const collides = (row: Row | null) => row !== null && sameKey(columns, row, candidate);
  // A row that is merely locked will keep its key whatever its holder decides; a draft may be undone.
  if (!stored.draft || !isLockedByOther(session, stored)) {
    return collides(visibleTo(session, stored)) ? { kind: 'duplicate', of: stored } : null;
  }
  if (stored.lockedBy === null) return null;
  const { row, earlier } = stored.draft;
  return [stored.committed, row, ...earlier].some(collides)
    ? { kind: 'undecided', holder: stored.lockedBy }
    : null;
}

/** Nulls are distinct: a key with a null in it equals no other key. */
export function sameKey(columns: readonly string[], a: Row, b: Row): boolean {
  return columns.every((column) => {
    const value = valueOf(a, column);
    return value !== null && value === valueOf(b, column);
  });
}

/** Whether a row has a key that the next version of it lacks. */
export function givesUpKey(
  unique: readonly (readonly string[])[],
  row: Row,
  next: Row | null,
): boolean {
  return unique.some(
    (columns) => sameKey(columns, row, row) && !(next && sameKey(columns, row, next)),
  );
}
