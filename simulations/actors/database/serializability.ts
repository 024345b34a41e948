import { leftWithout, withEntry } from '@/simulations/actors/database/left-out';
import {
  committedFirst,
  isBefore,
  isConflict,
  isReadOnly,
  type Participant,
  participants,
  type Predicate,
  type Serializable,
  type SerializableTransaction,
  type Version,
} from '@/simulations/actors/database/rw-conflicts';
import type { Session } from '@/simulations/actors/database/tables';

/*
 * Serializable Snapshot Isolation, as PostgreSQL has it (predicate.c; Cahill, Röhm, Fekete, SIGMOD 2008): a transaction
 * fails where one reads what a pivot replaces, the pivot reads what a third replaces, and the third is first to commit.
 *
 * What was read is known by its WHERE here. PostgreSQL locks the rows, the pages of an index, or the whole of a table
 * that it scans, so it aborts more often. As there, ON CONFLICT looks for rows without a predicate lock.
 */

/** A snapshot is taken. */
export function opened({ open, committed }: Serializable, session: Session): Serializable {
  return {
    open: withEntry(open, session, { sees: committed.length, reads: [], writes: [] }),
    committed,
  };
}

/** A transaction reads and writes more. Null where it must fail for that; or else others may be doomed. */
export function worked(
  serializable: Serializable,
  session: Session,
  reads: readonly Predicate[],
  writes: readonly Version[],
): Serializable | null {
  const before = serializable.open[session];
  if (!before || before.isDoomed) return null;
  const after = {
    ...before,
    reads: inOrder([...before.reads, ...reads]),
    writes: inOrder([...before.writes, ...writes]),
  };
  const others = participants(serializable).filter(({ by }) => by !== session);
  const me = { by: session, transaction: after, commit: null };
  const was = { ...me, transaction: before };
  const doomed = new Set<Participant>();
  for (const other of others) {
    const conflicts = [
      ...(isConflict(me, other) && !isConflict(was, other) ? [{ reader: me, writer: other }] : []),
      ...(isConflict(other, me) && !isConflict(other, was) ? [{ reader: other, writer: me }] : []),
    ];
    for (const { reader, writer } of conflicts) {
      const alive = [...others, me].filter((one) => !doomed.has(one));
      if (doomed.has(other) || !isDangerous(alive, reader, writer)) continue;
      if (writer === me || writer.commit !== null) return null;
      doomed.add(writer);
    }
  }
  const noted = { ...serializable, open: withEntry(serializable.open, session, after) };
  return withDoomed(noted, doomed);
}

/** Whether a conflict completes what may be a cycle: `OnConflict_CheckForSerializationFailure`. */
function isDangerous(all: readonly Participant[], reader: Participant, writer: Participant) {
  if (writer.commit !== null && writer.transaction.hasConflictOut) return true;
  const writerIsPivot = all.some(
    (third) =>
      isConflict(writer, third) &&
      committedFirst(third, reader) &&
      committedFirst(third, writer) &&
      (!isReadOnly(reader) || isBefore(third, reader)),
  );
  const readerIsPivot = () =>
    writer.commit !== null &&
    all.some(
      (first) =>
        isConflict(first, reader) &&
        committedFirst(writer, first) &&
        (!isReadOnly(first) || isBefore(writer, first)),
    );
  return writerIsPivot || readerIsPivot();
}

/** A transaction commits. Null where it must fail; or else pivots are doomed: `PreCommit_CheckForSerializationFailure`. */
export function committed(serializable: Serializable, session: Session): Serializable | null {
  const all = participants(serializable);
  const me = all.find(({ by }) => by === session);
  if (!me) return null;
  const doomed = new Set<Participant>();
  for (const pivot of all) {
    if (pivot.commit !== null || !isConflict(pivot, me)) continue;
    const isPivot = all.some(
      (first) => first.commit === null && !doomed.has(first) && isConflict(first, pivot),
    );
    if (isPivot) doomed.add(pivot);
  }
  const hasConflictOut = all.some((other) => other.commit !== null && isConflict(me, other));
  const { open, committed: earlier } = withDoomed(serializable, doomed);
  return {
    open: leftWithout(open, session) ?? {},
    committed: [...earlier, { ...me.transaction, ...(hasConflictOut && { hasConflictOut }) }],
  };
}

/** A transaction that committed or not is open no more, nor is what only it was concurrent with remembered. */
export function closed({ open, committed }: Serializable, session: Session): Serializable {
  const left = leftWithout(open, session);
  if (!left) return { open: {}, committed: [] };
  const forgotten = Math.min(...Object.values(left).map(({ sees }) => sees));
  const seeingLess = (transaction: SerializableTransaction) => ({
    ...transaction,
    sees: Math.max(0, transaction.sees - forgotten),
  });
  return {
    open: Object.fromEntries(
      Object.entries(left).map(([name, transaction]) => [name, seeingLess(transaction)]),
    ),
    committed: committed.slice(forgotten).map(seeingLess),
  };
}

function withDoomed(serializable: Serializable, doomed: ReadonlySet<Participant>): Serializable {
  const open = Object.entries(serializable.open).map(([name, transaction]) => {
    const isDoomed = [...doomed].some(({ by }) => by === name);
    return [name, isDoomed ? { ...transaction, isDoomed: true as const } : transaction] as const;
  });
  return { ...serializable, open: Object.fromEntries(open) };
}

/** Each once, in an order of their own. */
function inOrder<Part extends Predicate | Version>(parts: readonly Part[]): readonly Part[] {
  const byText = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...byText.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}
