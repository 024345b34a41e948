import {
  type ProducerState,
  type Verdict,
  verdictOn,
  withBatch,
} from '@/simulations/actors/log/producer-state';
import { type Entry, hasOpen } from '@/simulations/actors/transactional-log/entries';
import type { CommitAnswered, ProducerEpoch, RecordProduced } from '@/simulations/log-messages';

/** What is kept of a name under which somebody writes: what its producer wrote, and how its transaction stands. */
interface Transaction extends ProducerState {
  readonly name: string;
  readonly status: 'empty' | 'ongoing' | 'committed';
  /** How far its readers’ group will have come with it; null: it does not say. */
  readonly pending: number | null;
}

export interface Kept {
  readonly entries: readonly Entry[];
  /** By producer id. */
  readonly transactions: Readonly<Record<string, Transaction>>;
  /** How far the group has come: the offset that it reads next. */
  readonly offset: number;
}

const NEW: Transaction = { name: '', epoch: -1, known: [], status: 'empty', pending: null };

const transactionOf = ({ transactions }: Kept, producer: string): Transaction =>
  transactions[producer] ?? NEW;

const put = (kept: Kept, producer: string, transaction: Transaction): Kept => ({
  ...kept,
  transactions: { ...kept.transactions, [producer]: transaction },
});

/** Whoever has a name has one producer id, in every life. */
export function producerOf({ transactions }: Kept, name: string): string {
  const known = Object.keys(transactions).find((id) => transactions[id]?.name === name);
  return known ?? `p${Object.keys(transactions).length + 1}`;
}

/** Whether this is the one that came last under its name. All others are fenced. */
export const isPresent = ({ transactions }: Kept, { producer, epoch }: ProducerEpoch): boolean =>
  transactions[producer]?.epoch === epoch;

export const isOpen = (kept: Kept, producer: string): boolean =>
  transactionOf(kept, producer).status === 'ongoing';

export const epochOf = (kept: Kept, producer: string): number =>
  transactionOf(kept, producer).epoch;

/**
 * Somebody comes, perhaps again, under a name. What an earlier life left open is aborted under an epoch of its own,
 * as Kafka’s `TransactionCoordinator` does it, and then the epoch is raised for the one who has come.
 */
export function initialized(kept: Kept, name: string): Kept {
  const producer = producerOf(kept, name);
  const wasOpen = isOpen(kept, producer);
  const epoch = epochOf(kept, producer) + (wasOpen ? 2 : 1);
  return put(wasOpen ? ended(kept, producer, 'abort') : kept, producer, { ...NEW, name, epoch });
}

export const verdictOf = ({ transactions }: Kept, { numbers }: RecordProduced): Verdict =>
  numbers && !transactions[numbers.producer]
    ? { kind: 'refuse', error: 'old epoch' }
    : verdictOn(numbers, numbers && transactions[numbers.producer]);

/** A record is appended at once. The first one opens the transaction. */
export function appended(kept: Kept, { id, intent, numbers }: RecordProduced): Kept {
  const producer = numbers?.producer ?? null;
  const entries = [...kept.entries, { id, intent, producer }];
  if (!numbers) return { ...kept, entries };
  const transaction = transactionOf(kept, numbers.producer);
  return put({ ...kept, entries }, numbers.producer, {
    ...transaction,
    ...withBatch(transaction, numbers, kept.entries.length),
    status: 'ongoing',
  });
}

export const withPending = (kept: Kept, producer: string, pending: number): Kept =>
  put(kept, producer, { ...transactionOf(kept, producer), pending, status: 'ongoing' });

/**
 * Transactions of Kafka 4 (KIP-890): every end raises the epoch. So one epoch less is somebody who did not hear that
 * it is committed, and is told so again; the present epoch is somebody who has nothing to commit.
 */
export function errorOfCommit(kept: Kept, { producer, epoch }: ProducerEpoch) {
  const { status, epoch: present } = transactionOf(kept, producer);
  const again = status === 'committed' && epoch === present - 1;
  if (again || (status === 'ongoing' && epoch === present)) return null;
  const error: CommitAnswered['error'] = epoch === present ? 'no transaction' : 'old epoch';
  return error;
}

/** Markers stand in the log, and a pending offset counts, in one step: Kafka does the same through its own log. */
export const committed = (kept: Kept, { producer }: ProducerEpoch): Kept =>
  put(ended(kept, producer, 'commit'), producer, {
    ...NEW,
    name: transactionOf(kept, producer).name,
    epoch: epochOf(kept, producer) + 1,
    status: 'committed',
  });

function ended(kept: Kept, producer: string, marker: 'commit' | 'abort'): Kept {
  const { pending } = transactionOf(kept, producer);
  const { entries } = kept;
  return {
    ...kept,
    // Only where there is something to mark: a transaction may be about an offset and nothing else.
    entries: hasOpen(entries, producer) ? [...entries, { marker, producer }] : entries,
    offset: marker === 'commit' ? (pending ?? kept.offset) : kept.offset,
  };
}
