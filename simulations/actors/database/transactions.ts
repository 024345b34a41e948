import type { Effect, Fact } from '@/lib/engine/model';
import {
  mapRows,
  type Session,
  type Table,
  type Tables,
  unmarkFound,
} from '@/simulations/actors/database/tables';
import type { RowCommitted } from '@/simulations/messages';

/** After an error a transaction is aborted: undone already, and deaf until its session ends it. */
export type Transaction = 'open' | 'aborted';

export type Transactions = Readonly<Record<Session, Transaction>>;

export function withTransaction(
  transactions: Transactions,
  session: Session,
  transaction: Transaction,
): Transactions {
  return { ...transactions, [session]: transaction };
}

export function withoutTransaction(transactions: Transactions, session: Session): Transactions {
  return Object.fromEntries(Object.entries(transactions).filter(([name]) => name !== session));
}

/** Makes a session's drafts what everybody sees, and gives its locks back. */
export function commitDrafts(tables: Tables, session: Session): Tables {
  return mapRows(tables, (stored) => {
    if (stored.lockedBy !== session) return stored;
    const committed = stored.draft ? stored.draft.row : stored.committed;
    return committed && { ...stored, committed, lockedBy: null, draft: null };
  });
}

/** Forgets a session's drafts and what its statement had found, and gives its locks back. */
export function undoDrafts(tables: Tables, session: Session): Tables {
  return mapRows(tables, (stored) => {
    if (stored.lockedBy !== session) return unmarkFound(stored, session);
    if (!stored.committed) return null;
    return unmarkFound({ ...stored, lockedBy: null, draft: null }, session);
  });
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
