import { freed } from '@/simulations/actors/database/drafts';
import {
  mapRows,
  type Save,
  type Session,
  type StoredRow,
  type Table,
  type Tables,
  unmarkFound,
} from '@/simulations/actors/database/tables';

/** How many savepoints stand, the last one of this name included; 0 where there is none of it. */
export function countTo(names: readonly string[], name: string): number {
  return names.lastIndexOf(name) + 1;
}

/** A row as its holder has it after a statement; what it was before is kept once a savepoint. */
function saved(before: StoredRow | undefined, after: StoredRow, savepoints: number) {
  const { saves = [] } = after;
  if (savepoints === 0 || saves.at(-1)?.savepoints === savepoints) return after;
  const isHeld = before !== undefined && before.lockedBy === after.lockedBy;
  const save: Save = { savepoints, hold: isHeld ? { draft: before.draft } : null };
  return { ...after, saves: [...saves, save] };
}

/** Undoes what a session did since so many savepoints stood, and gives back the locks that it took since. */
export function undoTo(tables: Tables, session: Session, savepoints: number): Tables {
  return mapRows(tables, (stored) => {
    const left = unmarkFound(stored, session);
    const { saves = [], ...bare } = left;
    const last = saves.find((save) => save.savepoints >= savepoints);
    if (stored.lockedBy !== session || !last) return left;
    if (!last.hold) return left.committed && freed(left);
    const older = saves.slice(0, saves.indexOf(last));
    return { ...bare, draft: last.hold.draft, ...(older.length > 0 && { saves: older }) };
  });
}

/**
 * Makes what was done since so many savepoints stood part of what was done before. (Whoever waits for some of that goes on
 * here once it is undone. In PostgreSQL they wait until the whole transaction ends: `CommitSubTransaction` gives back the
 * lock that they could wait for.)
 */
export function merge(tables: Tables, session: Session, savepoints: number): Tables {
  return mapRows(tables, (stored) => {
    if (stored.lockedBy !== session || !stored.saves) return stored;
    const { saves, ...bare } = stored;
    const merged = saves.flatMap((save) => (save.savepoints < savepoints ? [save] : []));
    const first = saves.find((save) => save.savepoints >= savepoints);
    const outer = savepoints - 1;
    if (first && outer > 0 && merged.at(-1)?.savepoints !== outer) {
      merged.push({ ...first, savepoints: outer });
    }
    return merged.length > 0 ? { ...bare, saves: merged } : bare;
  });
}

/** Keeps what a statement changed of a table's rows, for as many savepoints as stand. */
export function withSaves(
  before: Table,
  after: Table,
  session: Session,
  savepoints: number,
): Table {
  const rows = after.rows.map((stored, index) => {
    const was = before.rows[index];
    return stored.lockedBy === session && isOtherwiseHeld(was, stored)
      ? saved(was, stored, savepoints)
      : stored;
  });
  return { ...after, rows };
}

/** Whether a statement took a row or drafted it anew. It leaves the order of rows alone, and appends new ones. */
export function isOtherwiseHeld(before: StoredRow | undefined, after: StoredRow): boolean {
  return before?.lockedBy !== after.lockedBy || before.draft !== after.draft;
}
