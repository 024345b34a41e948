import type { Cast, ProcessSpec } from '@/lib/engine/model';
import { client } from '@/simulations/actors/client';
import { consumer } from '@/simulations/actors/consumer';
import { messageRelay } from '@/simulations/actors/message-relay';
import {
  publishingService,
  type PublishingServiceInput,
} from '@/simulations/actors/publishing-service';
import { queue } from '@/simulations/actors/queue';
import { ORDER, SHIPMENT } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import { clientInput } from '@/simulations/stages/http-api';
import {
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

const TICK_MS = 200;
const RETRIES = 2;
const RELAY = 'relay';
const SOMEBODY_ELSES = { key: 'key-Z', item: 'book-7' };

interface Settings {
  readonly write: PublishingServiceInput['write'];
  readonly dedup: 'none' | 'inbox';
  readonly stock: 'there' | 'sold';
}

/** Client, shop, relay, queue, warehouse, and the database that shop and warehouse have in common. */
export function castOf({ write, dedup, stock }: Settings): Cast {
  const { process: database } = orders({
    orders: {
      ...{ unique: [['key'], ['item']], fact: ORDER.fact },
      initial: stock === 'sold' ? [SOMEBODY_ELSES] : [],
    },
    ...(write === 'outbox' && {
      outbox: { unique: [['message']], fact: null, notifies: RELAY },
    }),
    ...(dedup === 'inbox' && { inbox: { unique: [['message']], fact: null } }),
    shipments: { unique: [], fact: SHIPMENT.fact },
  });
  const relays: readonly ProcessSpec[] =
    write === 'outbox'
      ? [
          server(
            // It listens on a connection of its own: a notification dies with it.
            { id: RELAY, group: RELAY, label: 'relay', kind: 'service', connects: true },
            1,
            messageRelay,
            null,
          ),
        ]
      : [];
  const publishers = write === 'outbox' ? [RELAY] : ['shop'];
  return {
    tickMs: TICK_MS,
    processes: [
      CUSTOMER,
      participant(
        ...(['client', 'client', 'client', client] as const),
        clientInput(['shop'], { path: '/orders', retries: RETRIES, key: 'per-intent' }),
      ),
      server({ id: 'shop', group: 'shop', label: 'shop', kind: 'service' }, 2, publishingService, {
        write,
      }),
      ...relays,
      participant('queue', 'queue', 'queue', queue, {
        ...{ consumers: ['consumer-1'], visibilityTicks: 4, deliveriesMax: 4 },
        answersNobody: true,
      }),
      server(
        // A delivery comes on its own connection, and dies with it.
        {
          id: 'consumer-1',
          group: 'consumer',
          label: 'warehouse',
          kind: 'consumer',
          connects: true,
        },
        2,
        consumer,
        { dedup },
      ),
      database,
    ],
    links: [
      unreliable('client', 'shop', 1, 2),
      ...publishers.map((id) => reliable(id, 'queue')),
      unreliable('queue', 'consumer-1', 0, 0),
      ...['shop', ...relays.map(({ id }) => id), 'consumer-1'].map((id) =>
        reliable(id, database.id),
      ),
    ],
    openings: [purchase('client', 'A')],
  };
}
