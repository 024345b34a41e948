import type { JsonRecord } from '@/lib/engine/json';
import type { Said } from '@/simulations/messages';

/** What is said to a log, one partition of a topic, and by it. */

/** `InitProducerId` */
export type ProducerRegistered = Said<'producer.registered'>;
export type ProducerNumbered = Said<'producer.numbered', { readonly producer: string }>;
export type RecordProduced = Said<
  'record.produced',
  {
    readonly id: string;
    /** Who sends it, and as which of its records; null: it does not say. */
    readonly numbers: RecordNumbers | null;
    readonly attempt: number;
  }
>;
/** Which producer speaks, and since which of its beginnings. */
export interface ProducerEpoch extends JsonRecord {
  readonly producer: string;
  readonly epoch: number;
}
/** What a log knows a second sending by. */
export interface RecordNumbers extends ProducerEpoch {
  readonly sequence: number;
}
export type ProduceAnswered = Said<
  'produce.answered',
  {
    readonly attempt: number;
    /** Where it stands; null: it was refused. */
    readonly offset: number | null;
    readonly error: 'out of order' | 'old epoch' | null;
    /** It stood there already. */
    readonly known: boolean;
    /** In which epoch it was asked; left out where no producer was named. */
    readonly askedIn?: number;
  }
>;
/** Whether a reader waits until it is settled what becomes of a record: `isolation.level`. */
export type Isolation = 'uncommitted' | 'committed';
/** Asks for what stands at an offset, or is the next after it, and waits for it. */
export type RecordPolled = Said<
  'record.polled',
  {
    readonly offset: number;
    /** Left out: uncommitted, as Kafka’s consumers are until they are told otherwise. */
    readonly isolation?: Isolation;
  }
>;
export type RecordFetched = Said<
  'record.fetched',
  { readonly offset: number; readonly id: string }
>;
/** Whoever was handed an order has seen to it. */
export type OrderTaken = Said<'order.taken'>;

// Transactions. Of each request the library may make several attempts, and it knows an answer by the request that it is
// to: here by the attempt, and the epoch in which it was asked.

/** What an answer repeats of its request. */
interface Asked extends JsonRecord {
  readonly attempt: number;
  readonly askedIn: number;
}

/** `InitProducerId` of somebody who has a name, and comes back under it: `initTransactions`. */
export type TransactionsInitialized = Said<
  'transactions.initialized',
  { readonly name: string; readonly attempt: number }
>;
export type TransactionsReady = Said<
  'transactions.ready',
  ProducerEpoch & {
    readonly attempt: number;
    /** A transaction was open under this name, and is aborted now. */
    readonly aborted: boolean;
  }
>;
/** How far has the group come? `OffsetFetch` */
export type OffsetRequested = Said<'offset.requested', Asked>;
export type OffsetFound = Said<'offset.found', Asked & { readonly offset: number }>;
/** So far the group will have come when this transaction is committed: `sendOffsetsToTransaction`. */
export type OffsetAdded = Said<'offset.added', ProducerEpoch & Asked & { readonly offset: number }>;
/** So far the group has come, whatever becomes of any transaction: the consumer’s `commitSync`. */
export type OffsetCommitted = Said<'offset.committed', Asked & { readonly offset: number }>;
export type OffsetAnswered = Said<
  'offset.answered',
  Asked & { readonly error: 'old epoch' | null }
>;
/** `EndTxn`, with a good end */
export type CommitRequested = Said<'commit.requested', ProducerEpoch & Asked>;
export type CommitAnswered = Said<
  'commit.answered',
  Asked & {
    /** The one with which the next transaction begins. */
    readonly epoch: number;
    readonly error: 'old epoch' | 'no transaction' | null;
  }
>;
