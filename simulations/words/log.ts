import type { Records } from '@/simulations/actors/log/records';
import type {
  ProduceAnswered,
  ProducerNumbered,
  RecordFetched,
  RecordPolled,
  RecordProduced,
} from '@/simulations/log-messages';
import type { Words } from '@/simulations/words/words';

interface LogView extends Pick<Records, 'records'> {
  readonly producers: Readonly<
    Record<
      string,
      {
        readonly epoch: number;
        readonly known: readonly { readonly sequence: number; readonly offset: number }[];
      }
    >
  >;
}

export const recordsOf = ({ records }: Pick<Records, 'records'>) => ({
  title: 'Records',
  columns: ['offset', 'record'],
  rows: records.map(({ id }, offset) => [String(offset), id]),
  empty: 'The log is empty.',
});

/** A log, who writes to it and who reads it. After `HTTP`: nobody pays here. */
export const LOG: Words = {
  messages: {
    'purchase.wanted': () => 'an order',
    'producer.registered': () => 'give me a producer id',
    'producer.numbered': ({ producer }: ProducerNumbered) => `you are ${producer}`,
    'record.produced': ({ id, numbers, attempt }: RecordProduced) =>
      [
        `append ${id}`,
        ...(numbers ? [`${numbers.producer} epoch ${numbers.epoch} no. ${numbers.sequence}`] : []),
        ...(attempt > 1 ? ['again'] : []),
      ].join(', '),
    'produce.answered': ({ offset, error, known }: ProduceAnswered) =>
      offset === null
        ? `refused, ${error ?? 'no reason'}`
        : `at offset ${offset}${known ? ', since before' : ''}`,
    'record.polled': ({ offset, isolation }: RecordPolled) =>
      `read ${isolation === 'committed' ? 'what is committed ' : ''}from offset ${offset}`,
    'record.fetched': ({ offset, id }: RecordFetched) => `offset ${offset}: ${id}`,
    'order.taken': () => 'it is in the log',
  },
  replies: ['producer.numbered', 'produce.answered', 'record.fetched', 'order.taken'],
  facts: {
    'parcel.shipped': { once: 'parcel shipped', again: 'shipped again' },
    'record.acknowledged': { once: 'acknowledged: the shop knows that it is in the log' },
  },
  timers: { sending: 'no answer in time', registering: 'no answer in time' },
  tables: {
    log: ({ records, producers }: LogView) => [
      recordsOf({ records }),
      {
        title: 'Known again',
        columns: ['producer', 'epoch', 'number', 'offset'],
        rows: Object.entries(producers).flatMap(([producer, { epoch, known }]) =>
          known.map(({ sequence, offset }) => [producer, ...[epoch, sequence, offset].map(String)]),
        ),
        empty: 'No batch is known by its number.',
      },
    ],
  },
};
