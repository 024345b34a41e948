import {
  isLockedByOther,
  newestFor,
  type Session,
  type StoredRow,
  valueOf,
} from '@/simulations/actors/database/tables';
import type { Row } from '@/simulations/messages';

/** What stands in the way of a row: another row for certain, or one whose transaction is still open. */
export type Conflict =
  | { readonly kind: 'duplicate'; readonly of: StoredRow }
  | {
      readonly kind: 'undecided';
      readonly holder: Session;
      /** The keys that nothing stands in the way of: those of the constraints before. */
      readonly taken: Row;
    };

/** The first conflict that `candidate` has with the others, constraint by constraint. */
export function conflictOf(
  unique: readonly (readonly string[])[],
  others: readonly StoredRow[],
  candidate: Row,
  session: Session,
): Conflict | null {
  for (const [index, columns] of unique.entries()) {
    for (const other of others) {
      const conflict = conflictWith(columns, other, candidate, session);
      if (conflict?.kind === 'undecided') {
        return { ...conflict, taken: keysOf(unique.slice(0, index), candidate) };
      }
      if (conflict) return conflict;
    }
  }
  return null;
}

/** What a row holds of these constraints. */
const keysOf = (unique: readonly (readonly string[])[], row: Row): Row =>
  Object.fromEntries(unique.flat().map((column) => [column, valueOf(row, column)]));

function conflictWith(
  columns: readonly string[],
  stored: StoredRow,
  candidate: Row,
  session: Session,
): Conflict | null {
  const collides = (row: Row | null) => row !== null && sameKey(columns, row, candidate);
  // A row that is merely locked will keep its key whatever its holder decides; a draft may be undone.
  if (!stored.draft || !isLockedByOther(session, stored)) {
    return collides(newestFor(session, stored)) ? { kind: 'duplicate', of: stored } : null;
  }
  if (stored.lockedBy === null) return null;
  const { row, earlier, taken = null } = stored.draft;
  return [stored.committed, row, taken, ...earlier].some(collides)
    ? { kind: 'undecided', holder: stored.lockedBy, taken: {} }
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
