import type { Effect, Fact } from '@/lib/engine/model';
import { superseded } from '@/simulations/actors/database/snapshots';
import {
  mapRows,
  type Session,
  type StoredRow,
  type Table,
  type Tables,
  unmarkFound,
} from '@/simulations/actors/database/tables';
import type { RowCommitted } from '@/simulations/messages';

/** Makes a session's drafts what everybody sees but those with a snapshot, and gives its locks back. */
export function commitDrafts(
  tables: Tables,
  session: Session,
  snapshots: readonly Session[],
): Tables {
  return mapRows(tables, (stored) => {
    if (stored.lockedBy !== session) return stored;
    return stored.draft ? superseded(freed(stored), stored.draft.row, snapshots) : freed(stored);
  });
}

/** Forgets a session's drafts and what its statement had found, and gives its locks back. */
export function undoDrafts(tables: Tables, session: Session): Tables {
  return mapRows(tables, (stored) => {
    if (stored.lockedBy !== session) return unmarkFound(stored, session);
    if (!stored.committed) return null;
    return unmarkFound(freed(stored), session);
  });
}

/** A row that nobody holds. */
export function freed({ committed, foundBy, seen }: StoredRow): StoredRow {
  return { committed, lockedBy: null, draft: null, foundBy, ...(seen && { seen }) };
}

/** The facts that a commit of this session makes: one for each row that it inserted and that remains. */
export function factsOf(tables: Tables, session: Session): readonly Fact[] {
  // In name order, since equal contexts may have been put together in different orders.
  return Object.entries(tables)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, table]) => factsOfTable(name, table, session));
}

function factsOfTable(name: string, { fact, rows }: Table, session: Session): readonly Fact[] {
  if (fact === null) return [];
  return rows.flatMap(({ lockedBy, draft }) => {
    if (lockedBy !== session || !draft?.row || draft.intent === null) return [];
    return [{ name: fact, intent: draft.intent, table: name, row: draft.row }];
  });
}

/** What a commit of this session tells those who listen. As in PostgreSQL, equal notices of one transaction are one. */
export function noticesOf(tables: Tables, session: Session): readonly Effect[] {
  return Object.entries(tables)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([table, { notifies: to, rows }]): readonly Effect[] => {
      const inserted = rows.find(
        ({ committed, lockedBy, draft }) => !committed && lockedBy === session && draft?.row,
      );
      if (to === undefined || !inserted) return [];
      const intent = inserted.draft?.intent ?? null;
      const message = { type: 'row.committed', intent, table } satisfies RowCommitted;
      return [{ type: 'send', to, message }];
    });
}
