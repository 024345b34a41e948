import type {
  MessageAcknowledged,
  MessageDelivered,
  MessagePublished,
} from '@/simulations/messages';
import type { Words } from '@/simulations/words/words';

interface QueueView {
  readonly entries: readonly {
    readonly id: string;
    readonly deliveries: number;
    readonly aside: boolean;
  }[];
}

/** A queue, who publishes to it and who consumes from it. */
export const QUEUE: Words = {
  messages: {
    'message.published': ({ id, attempt }: MessagePublished) =>
      `publish ${id}${attempt > 1 ? ', again' : ''}`,
    'publish.confirmed': () => 'confirmed',
    'message.delivered': ({ id, redelivered }: MessageDelivered) =>
      `deliver ${id}${redelivered ? ', again' : ''}`,
    'message.acknowledged': ({ id }: MessageAcknowledged) => `acknowledge ${id}`,
  },
  replies: ['publish.confirmed'],
  facts: {
    'parcel.shipped': { once: 'parcel shipped', again: 'shipped again' },
    'message.settled': { once: 'settled: the queue forgets it' },
  },
  timers: { awaitingConfirm: 'no confirmation in time', visibility: 'no acknowledgement in time' },
  tables: {
    queue: ({ entries }: QueueView) => [
      {
        title: 'Messages',
        columns: ['message', 'deliveries', 'state'],
        rows: entries.map(({ id, deliveries, aside }) => [
          id,
          String(deliveries),
          aside ? 'put aside' : 'waits for its acknowledgement',
        ]),
        empty: 'No message is waiting.',
      },
    ],
  },
};
