import type { IntentId, ProcessId } from '@/lib/engine/model';
import type { RecordFetched } from '@/simulations/log-messages';

/** What a partition without transactions keeps, and who waits for more. */
export interface Records {
  readonly records: readonly { readonly id: string; readonly intent: IntentId | null }[];
  /** A reader that has come to the end, and what it waits for. */
  readonly waiting: { readonly reader: ProcessId; readonly offset: number } | null;
}

export const isAwaited = ({ records, waiting }: Records): boolean =>
  waiting !== null && waiting.offset < records.length;

/** What its reader waits for. Only where something is awaited. */
export function handedOut({ records, waiting }: Records) {
  const record = records[waiting?.offset ?? -1];
  if (!waiting || !record) throw new Error('Nobody waits for what is there');
  const { reader: to, offset } = waiting;
  return { to, message: { type: 'record.fetched', ...record, offset } satisfies RecordFetched };
}
