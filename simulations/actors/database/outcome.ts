import type { Session, Table } from '@/simulations/actors/database/tables';
import type { Row, Statement } from '@/simulations/messages';

/** Statements about transactions, not rows. */
export type ControlStatement = Extract<
  Statement,
  {
    readonly op: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'rollback-to' | 'release';
  }
>;
export type DataStatement = Exclude<Statement, ControlStatement>;

export function isDataStatement(statement: Statement): statement is DataStatement & Statement {
  return 'table' in statement;
}

export type Insert = Extract<Statement, { readonly op: 'insert' }>;
/** Statements that look for rows and lock what they find. */
export type LockingStatement = Exclude<DataStatement, Insert>;

/** What a statement has done so far. */
export interface Progress {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** How far a statement came: to its end, to an error, or to a row that another transaction holds. */
export type Outcome =
  | ({ readonly kind: 'done'; readonly table: Table } & Progress)
  | Failed
  | ({ readonly kind: 'blocked'; readonly table: Table; readonly holder: Session } & Progress);

export interface Failed {
  readonly kind: 'failed';
  readonly sqlstate: string;
  /** The row whose key was taken already, where that is what failed. */
  readonly refused?: Row;
}

export const LOCK_NOT_AVAILABLE: Failed = { kind: 'failed', sqlstate: '55P03' };
/** What a transaction with a snapshot may not do: work on a row that is another one by now. */
export const SERIALIZATION_FAILURE: Failed = { kind: 'failed', sqlstate: '40001' };
export const uniqueViolation = (refused: Row): Failed => ({
  kind: 'failed',
  sqlstate: '23505',
  refused,
});
export const NOTHING_YET: Progress = { count: 0, rows: [] };
