import type { Fact, IntentId } from '@/lib/engine/model';
import type { Database } from '@/simulations/actors/database/state';
import type { DataStatement } from '@/simulations/actors/database/outcome';
import type { Table } from '@/simulations/actors/database/tables';
import type { Wait } from '@/simulations/actors/database/waiting';

/**
 * Ghosts: what the database notes for the reader and nothing is decided by. A table with `writes` knows which
 * intents are in what it holds. A write that adds (`balance = balance + 10`) comes on top of what is there. One that
 * replaces leaves in only what its author knew of, having read it, or wanted to be replaced: whatever else was in is
 * undone.
 */
interface Noted {
  readonly facts: readonly Fact[];
  readonly history: readonly IntentId[];
}

/** What is noted of a statement that stood alone and touched so many rows. */
export function noteWrite(
  { writes, history = [] }: Table,
  { statement, intent, knows = [] }: Pick<Wait, 'statement' | 'intent' | 'knows'>,
  count: number,
): Noted {
  if (!writes || count === 0 || !isWrite(statement)) return { facts: [], history };
  if (intent === null) {
    // Nobody asks after it, but what it replaces is gone.
    const undone = isAdding(statement) ? [] : history.filter((other) => !knows.includes(other));
    return {
      facts: undone.map((other): Fact => ({ name: writes.undone, intent: other })),
      history: history.filter((other) => !undone.includes(other)),
    };
  }
  const made: Fact = { name: writes.made, intent };
  if (isAdding(statement)) return { facts: [made], history: inOrder([...history, intent]) };
  const replaced = writes.inPlaceOf?.[intent] ?? [];
  const undone = history.filter(
    (other) => other !== intent && !knows.includes(other) && !replaced.includes(other),
  );
  return {
    facts: [
      ...(history.includes(intent) ? [] : [made]),
      ...undone.map((other): Fact => ({ name: writes.undone, intent: other })),
    ],
    history: inOrder([...history.filter((other) => !undone.includes(other)), intent]),
  };
}

/** What a reader of the table then knows. */
export const historyOf = ({
  writes,
  history = [],
}: Table): { readonly history?: readonly IntentId[] } => (writes ? { history } : {});

export function withHistory(
  database: Database,
  name: string,
  history: readonly IntentId[],
): Database {
  const table = database.tables[name];
  if (!table?.writes) return database;
  const { history: before = [], ...bare } = table;
  if (history.length === 0 && before.length === 0) return database;
  const noted = history.length === 0 ? bare : { ...bare, history };
  return { ...database, tables: { ...database.tables, [name]: noted } };
}

/** What a transaction writes may be undone again, and is not noted: whoever needs that has to teach it here. */
export function refuseUnnoted({ writes }: Table, statement: DataStatement): void {
  if (writes && isWrite(statement)) {
    throw new Error(`What a transaction writes to "${statement.table}" would not be noted`);
  }
}

const isWrite = ({ op }: DataStatement): boolean => op !== 'select';

const isAdding = (statement: DataStatement): boolean => {
  const changes =
    statement.op === 'insert' && typeof statement.onConflict === 'object'
      ? statement.onConflict
      : statement;
  return 'add' in changes && Object.keys(changes.add ?? {}).length > 0;
};

const inOrder = (intents: readonly IntentId[]): readonly IntentId[] => [...new Set(intents)].sort();
