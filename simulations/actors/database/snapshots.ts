import { filled, leftWithout } from '@/simulations/actors/database/left-out';
import {
  hasChangedSince,
  mapRows,
  type Session,
  type StoredRow,
  type Tables,
} from '@/simulations/actors/database/tables';
import type { Row } from '@/simulations/messages';

/** A row of which another version is committed now, or none: older snapshots go on seeing what it replaces. */
export function superseded(
  stored: StoredRow,
  committed: Row | null,
  snapshots: readonly Session[],
): StoredRow | null {
  if (snapshots.length === 0 && !stored.seen) return committed && { ...stored, committed };
  const before = Object.fromEntries(snapshots.map((session) => [session, stored.committed]));
  return seenBy({ ...stored, committed }, { ...before, ...stored.seen });
}

/** A session's snapshot is gone, and with it what only this one saw. */
export function withoutSnapshot(tables: Tables, session: Session): Tables {
  return mapRows(tables, (stored) =>
    hasChangedSince(session, stored)
      ? seenBy(stored, leftWithout(stored.seen, session) ?? {})
      : stored,
  );
}

/** A deleted row stays as long as some snapshot sees it; who never saw it needs no telling that it is gone. */
function seenBy(stored: StoredRow, seen: Readonly<Record<Session, Row | null>>): StoredRow | null {
  const { committed, lockedBy, draft, foundBy } = stored;
  const differing = committed
    ? seen
    : Object.fromEntries(Object.entries(seen).filter(([, row]) => row !== null));
  const left = filled(differing);
  if (!committed && !left) return null;
  const { saves } = stored;
  return {
    ...{ committed, lockedBy, draft, foundBy },
    ...(left && { seen: left }),
    ...(saves && { saves }),
  };
}
