import type { JsonRecord } from '@/lib/engine/json';
import type { IntentId } from '@/lib/engine/model';
import type { Isolation } from '@/simulations/log-messages';

interface Data extends JsonRecord {
  readonly id: string;
  readonly intent: IntentId | null;
  /** Whose transaction it is part of; null: of nobody’s. */
  readonly producer: string | null;
}

/** Says how a transaction ended. It has an offset like any record, and is shown to no reader. */
interface Marker extends JsonRecord {
  readonly marker: 'commit' | 'abort';
  readonly producer: string;
}

export type Entry = Data | Marker;
type Fate = 'open' | 'committed' | 'aborted' | 'marker';

export const isData = (entry: Entry | undefined): entry is Data =>
  entry !== undefined && !('marker' in entry);

/** What became of what stands at an offset: the next marker of its producer says so. */
export function fateOf(entries: readonly Entry[], offset: number): Fate {
  const entry = entries[offset];
  if (!isData(entry)) return 'marker';
  if (entry.producer === null) return 'committed';
  const end = entries
    .slice(offset)
    .find((later) => !isData(later) && later.producer === entry.producer);
  if (!end || isData(end)) return 'open';
  return end.marker === 'commit' ? 'committed' : 'aborted';
}

export const hasOpen = (entries: readonly Entry[], producer: string): boolean =>
  entries.some((entry, at) => entry.producer === producer && fateOf(entries, at) === 'open');

/** The last stable offset: up to it, it is settled what becomes of every record. */
function lastStable(entries: readonly Entry[]): number {
  const open = entries.findIndex((_, offset) => fateOf(entries, offset) === 'open');
  return open < 0 ? entries.length : open;
}

/** The first offset from this one on at which there is something for a reader; null: nothing yet. */
export function nextFor(
  entries: readonly Entry[],
  { offset: from, isolation }: { readonly offset: number; readonly isolation: Isolation },
): number | null {
  const end = isolation === 'committed' ? lastStable(entries) : entries.length;
  const offset = entries.findIndex((entry, at) => {
    const isShown = isolation === 'uncommitted' || fateOf(entries, at) === 'committed';
    return at >= from && at < end && isData(entry) && isShown;
  });
  return offset < 0 ? null : offset;
}
