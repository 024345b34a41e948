import type { ActorId, IntentId, ProcessId, Ticks } from '@/lib/engine/model';
import type { Row } from '@/simulations/messages';

/** One connection, by the name of whoever opened it; whoever runs alone and unanswered is a `nobody`. */
export type Session = ActorId;

/** What a transaction has made of a row and not yet committed; a deleted row is null. */
export interface Draft {
  readonly row: Row | null;
  /** Ghost: the label of the insert that made the row; null where it only changes a committed row. */
  readonly intent: IntentId | null;
  /** Earlier drafts with a key that this one lacks: until the end, their keys are not free either. */
  readonly earlier: readonly Row[];
  /** Keys that a statement has taken for the row and that it would have, while it waits for its next. */
  readonly taken?: Row;
}

/** How the holder of a row had it before it first changed it after so many savepoints; null: not at all. */
export interface Save {
  readonly savepoints: number;
  readonly hold: { readonly draft: Draft | null } | null;
}

/** A row as the database keeps it. All locks are FOR UPDATE locks, so one transaction holds it at most. */
export interface StoredRow {
  /** The newest version that is committed; null while only its inserter knows the row, or once only snapshots do. */
  readonly committed: Row | null;
  readonly lockedBy: Session | null;
  readonly draft: Draft | null;
  /** Waiting statements that found this row when they began and have not come to it yet, in name order. */
  readonly foundBy: readonly Session[];
  /** What the snapshots see that were taken before it was last changed; null: no such row. Left out: none were. */
  readonly seen?: Readonly<Record<Session, Row | null>>;
  /** What ROLLBACK TO SAVEPOINT gives back to its holder, outermost first. Left out: nothing. */
  readonly saves?: readonly Save[];
}

export interface Table {
  /** Lists of columns that must differ between any two rows. */
  readonly unique: readonly (readonly string[])[];
  /** The fact to record of each row that gets committed, if any. */
  readonly fact: string | null;
  /** Who is told of each row that is inserted and committed, if anybody. */
  readonly notifies?: ProcessId;
  /** How long after its commit a clean-up job deletes a row, if ever. */
  readonly keptTicks?: Ticks;
  /** In order of insertion. */
  readonly rows: readonly StoredRow[];
  readonly writes?: Writes;
  /** Ghost: the intents whose writes are in what is committed, in name order. Left out while there are none. */
  readonly history?: readonly IntentId[];
}

/** The facts that a table’s writes make: that one came to be in it, and that one is in it no more. */
export interface Writes {
  readonly made: string;
  readonly undone: string;
  /** Whose writes a later wish replaces by right, by the later one: last wanted, last written. Left out: nobody’s. */
  readonly inPlaceOf?: Readonly<Record<IntentId, readonly IntentId[]>>;
}

export type Tables = Readonly<Record<string, Table>>;

/** What an UPDATE sets, on its own or after ON CONFLICT. */
export interface Changes {
  readonly set: Row;
  readonly add?: Readonly<Record<string, number>>;
}

export function freshRow(row: Row): StoredRow {
  return { committed: row, lockedBy: null, draft: null, foundBy: [] };
}

/** The newest version of a row that is there for a session: its own draft, else what is committed. */
export function newestFor(session: Session, { committed, lockedBy, draft }: StoredRow): Row | null {
  return draft && lockedBy === session ? draft.row : committed;
}

/** The version of a row that a session sees: of its snapshot, if it has one. */
export function visibleTo(session: Session, stored: StoredRow): Row | null {
  return hasChangedSince(session, stored)
    ? (stored.seen?.[session] ?? null)
    : newestFor(session, stored);
}

/** Whether another version of a row was committed since a session took its snapshot. */
export function hasChangedSince(session: Session, { seen }: StoredRow): boolean {
  return seen !== undefined && Object.hasOwn(seen, session);
}

export function valueOf(row: Row, column: string): Row[string] {
  return row[column] ?? null;
}

export function matches(row: Row, where: Row): boolean {
  return Object.entries(where).every(([column, value]) => valueOf(row, column) === value);
}

/** A row after SET. As in SQL, an increment reads the version being replaced, and null stays null. */
export function updated(row: Row, { set, add = {} }: Changes): Row {
  const sums = Object.entries(add).map(([column, amount]) => {
    const value = valueOf(row, column);
    return [column, typeof value === 'number' ? value + amount : value] as const;
  });
  return { ...row, ...set, ...Object.fromEntries(sums) };
}

export function isLockedByOther(session: Session, { lockedBy }: StoredRow): boolean {
  return lockedBy !== null && lockedBy !== session;
}

/** The tables with each stored row replaced by what `change` makes of it; null takes the row away. */
export function mapRows(tables: Tables, change: (stored: StoredRow) => StoredRow | null): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => {
      const rows = table.rows.map(change).filter((stored) => stored !== null);
      return [name, { ...table, rows }];
    }),
  );
}

export function markFound(stored: StoredRow, session: Session): StoredRow {
  return { ...stored, foundBy: [...stored.foundBy, session].sort() };
}

export function unmarkFound(stored: StoredRow, session: Session): StoredRow {
  return { ...stored, foundBy: stored.foundBy.filter((finder) => finder !== session) };
}
