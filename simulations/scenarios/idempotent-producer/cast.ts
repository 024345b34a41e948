import type { Cast, ProcessSpec } from '@/lib/engine/model';
import { log } from '@/simulations/actors/log';
import { logProducer } from '@/simulations/actors/log-producer';
import { logReader } from '@/simulations/actors/log-reader';
import { orderBook } from '@/simulations/actors/order-book';
import { SHIPMENT } from '@/simulations/effects';
import { orders } from '@/simulations/stages/backstage';
import { KAFKA } from '@/simulations/stages/kafka';
import {
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

const BOOK = 'book';
const PRODUCER = { id: 'producer', group: 'producer', label: 'shop', kind: 'client' } as const;

export interface Settings {
  readonly idempotence: 'off' | 'on';
  readonly resend: 'by-client' | 'by-application' | 'after-restart';
}

/** A shop that writes orders to a log, and a warehouse that reads them there. */
export function castOf({ idempotence, resend }: Settings): Cast {
  const restarts = resend === 'after-restart';
  const books: readonly ProcessSpec[] = restarts
    ? [participant(BOOK, 'store', 'order book', orderBook, { worker: 'producer' })]
    : [];
  const { process: database } = orders({ shipments: { unique: [], fact: SHIPMENT.fact } });
  const producer = server(PRODUCER, 1, logProducer, {
    ...{ log: 'log', idempotent: idempotence === 'on', retries: KAFKA.retries },
    resendsIn: resend === 'by-application' ? 'application' : 'client',
    timeoutTicks: KAFKA.timeoutTicks,
    ...(restarts && { book: BOOK }),
  });
  return {
    tickMs: KAFKA.tickMs,
    processes: [
      CUSTOMER,
      ...books,
      { ...producer, crashes: restarts },
      participant('log', 'queue', 'log', log),
      participant('consumer-1', 'consumer', 'warehouse', logReader, { log: 'log' }),
      database,
    ],
    links: [
      ...books.map(({ id }) => reliable(id, 'producer')),
      unreliable('producer', 'log', 0, 1),
      reliable('log', 'consumer-1'),
      reliable('consumer-1', database.id),
    ],
    openings: [purchase(restarts ? BOOK : 'producer', 'A')],
  };
}
