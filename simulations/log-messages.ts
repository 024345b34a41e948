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
/** What a log knows a second sending by. */
export interface RecordNumbers extends JsonRecord {
  readonly producer: string;
  readonly epoch: number;
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
  }
>;
/** Asks for what stands at an offset, and waits for it. */
export type RecordPolled = Said<'record.polled', { readonly offset: number }>;
export type RecordFetched = Said<
  'record.fetched',
  { readonly offset: number; readonly id: string }
>;
/** Whoever was handed an order has seen to it. */
export type OrderTaken = Said<'order.taken'>;
