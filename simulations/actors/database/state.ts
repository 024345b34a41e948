import type { Effect, ProcessId, Ticks } from '@/lib/engine/model';
import {
  freshRow,
  type Session,
  type Tables,
  type Writes,
} from '@/simulations/actors/database/tables';
import type { Transactions } from '@/simulations/actors/database/transactions';
import { waitOf, type Waiting } from '@/simulations/actors/database/waiting';
import type { Row } from '@/simulations/messages';

export interface TableInput {
  /** Lists of columns that must differ between any two rows. */
  readonly unique: readonly (readonly string[])[];
  /** The fact to record of each row that is inserted and committed, if any. */
  readonly fact: string | null;
  readonly initial?: readonly Row[];
  /** The facts to record of writes that stand alone, if any: see `ghosts.ts`. */
  readonly writes?: Writes;
  /** Who is told when a row is inserted and committed: who listens to its NOTIFY. */
  readonly notifies?: ProcessId;
  /** A clean-up job deletes each row so long after it was committed. Left out: rows stay. */
  readonly keptTicks?: Ticks;
}

export interface DatabaseInput {
  readonly tables: Readonly<Record<string, TableInput>>;
}

/** What a database knows. */
export interface Database {
  readonly tables: Tables;
  readonly transactions: Transactions;
  readonly waiting: Waiting;
}

/** A database after something happened, and what it asks of the world for that. */
export interface Step {
  readonly database: Database;
  readonly effects: readonly Effect[];
}

export function createDatabase({ tables }: DatabaseInput): Database {
  const entries = Object.entries(tables).map(
    ([name, { initial = [], ...table }]) =>
      [name, { ...table, rows: initial.map(freshRow) }] as const,
  );
  return { tables: Object.fromEntries(entries), transactions: {}, waiting: [] };
}

/** Whether a session's last statement still waits. */
export function isWaiting({ waiting }: Database, session: Session): boolean {
  return waitOf(waiting, session) !== undefined;
}
