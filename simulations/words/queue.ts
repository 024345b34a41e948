import type {
  AlarmRaised,
  MessageAcknowledged,
  MessageDelivered,
  MessagePublished,
  RedriveRequested,
  VisibilityExtended,
} from '@/simulations/messages';
import type { StateTable } from '@/lib/projections/wording';
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
    'visibility.extended': ({ id }: VisibilityExtended) => `more time for ${id}`,
    'alarm.raised': ({ id }: AlarmRaised) => `alarm: ${id} was put aside`,
    'redrive.requested': ({ id }: RedriveRequested) => `move ${id} back`,
    'check.requested': () => 'check the address',
    'check.answered': () => 'the address is right',
  },
  replies: ['publish.confirmed', 'check.answered'],
  facts: {
    'parcel.shipped': { once: 'parcel shipped', again: 'shipped again' },
    'message.settled': { once: 'settled: the queue forgets it' },
    'message.put-aside': { once: 'put aside: delivered often enough' },
    'duplicate.discarded': { once: 'taken for a copy, and skipped' },
  },
  timers: {
    heartbeat: 'the connection is found dead',
    dedup: 'five minutes are over, an id is forgotten',
    beating: 'still at work',
    awaitingConfirm: 'no confirmation in time',
    visibility: 'no acknowledgement in time',
  },
  tables: { queue: messagesOf, 'rabbit-queue': messagesOf, 'fifo-queue': messagesOf },
};

function messagesOf({ entries }: QueueView): readonly StateTable[] {
  return [
    {
      title: 'Messages',
      columns: ['message', 'deliveries', 'state'],
      rows: entries.map(({ id, deliveries, aside }) => [
        ...[id, String(deliveries)],
        aside ? 'put aside' : deliveries > 0 ? 'waits for its acknowledgement' : 'waits its turn',
      ]),
      empty: 'No message is waiting.',
    },
  ];
}
