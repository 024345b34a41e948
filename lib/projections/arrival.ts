import type { Trace, TraceEntry } from '@/lib/engine/trace';

/**
 * Whether the message of an entry is the second of two, made by the network. It says what the original says, and a
 * reader would look for who sent that twice.
 */
export const isCopy = ({ envelope }: TraceEntry, trace: Trace): boolean =>
  trace[envelope?.sentIn ?? -1]?.kind === 'duplicated';

/** Whether nobody whom it reached had anything to say to it. */
export const isUnheard = ({ changes }: TraceEntry): boolean =>
  changes.length > 0 && changes.every(({ handled }) => !handled);
