import { matches, type Session, valueOf } from '@/simulations/actors/database/tables';
import type { Row } from '@/simulations/messages';

/** What a transaction looked for: a predicate lock. */
export interface Predicate {
  readonly table: string;
  readonly where: Row;
  readonly below?: Readonly<Record<string, number>>;
}

/** A version of a row that a transaction made, or did away with. */
export interface Version {
  readonly table: string;
  readonly row: Row;
}

/** What is kept of a transaction at SERIALIZABLE. */
export interface SerializableTransaction {
  /** How many of the remembered commits came before its snapshot. */
  readonly sees: number;
  readonly reads: readonly Predicate[];
  readonly writes: readonly Version[];
  /** Others have decided that it must fail. Left out: nobody has. */
  readonly isDoomed?: true;
  /** Committed after another one that replaced what it had read. Left out: it didn't. */
  readonly hasConflictOut?: true;
}

/** All that are remembered. */
export interface Serializable {
  readonly open: Readonly<Record<Session, SerializableTransaction>>;
  /** Those that some open one was concurrent with, in the order of their commits. */
  readonly committed: readonly SerializableTransaction[];
}

/** A transaction among others. */
export interface Participant {
  readonly by: Session | null;
  readonly transaction: SerializableTransaction;
  /** Which of the remembered commits is its own; null while it is open. */
  readonly commit: number | null;
}

/** Those whose conflicts count: who is doomed will undo its own. */
export function participants({ open, committed }: Serializable): readonly Participant[] {
  // In name order, since equal states may have been put together in different orders.
  const alive = Object.entries(open)
    .filter(([, { isDoomed }]) => !isDoomed)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...committed.map((transaction, commit) => ({ by: null, transaction, commit })),
    ...alive.map(([by, transaction]) => ({ by, transaction, commit: null })),
  ];
}

/** Whether the reader looked for what the writer made or did away with, and could not see that it had: reader → writer. */
export function isConflict(reader: Participant, writer: Participant): boolean {
  return (
    reader !== writer &&
    !isBefore(writer, reader) &&
    !isBefore(reader, writer) &&
    reader.transaction.reads.some((predicate) =>
      writer.transaction.writes.some((version) => isFoundBy(predicate, version)),
    )
  );
}

/** Whether one had committed when the other took its snapshot. */
export function isBefore(one: Participant, other: Participant): boolean {
  return one.commit !== null && one.commit < other.transaction.sees;
}

/** Whether one has committed, and the other has not or later. */
export function committedFirst(one: Participant, other: Participant): boolean {
  return one.commit !== null && (other.commit === null || one.commit <= other.commit);
}

/** Committed, and wrote nothing. */
export const isReadOnly = ({ commit, transaction }: Participant): boolean =>
  commit !== null && transaction.writes.length === 0;

/** Whether conditions hold for a row: values that columns have, and what they are less than. */
export function isMeant(
  row: Row,
  { where, below = {} }: Pick<Predicate, 'where' | 'below'>,
): boolean {
  return (
    matches(row, where) &&
    Object.entries(below).every(([column, limit]) => {
      const value = valueOf(row, column);
      return typeof value === 'number' && value < limit;
    })
  );
}

const isFoundBy = (predicate: Predicate, { table, row }: Version): boolean =>
  predicate.table === table && isMeant(row, predicate);
