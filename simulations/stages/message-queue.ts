import type { Cast } from '@/lib/engine/model';
import { consumer, type ConsumerInput } from '@/simulations/actors/consumer';
import { database } from '@/simulations/actors/database';
import type { DatabaseInput } from '@/simulations/actors/database/state';
import { producer } from '@/simulations/actors/producer';
import { queue } from '@/simulations/actors/queue';
import {
  CUSTOMER,
  participant,
  purchase,
  reliable,
  server,
  unreliable,
} from '@/simulations/stages/parts';

/** 1 tick = 200 ms. */
const TICK_MS = 200;
const NETWORK_TICKS = 1;
const LATEST_TICKS = 3;
const CONFIRM_TICKS = 5;
const VISIBILITY_TICKS = 8;
const DELIVERIES_MAX = 4;

export interface MessageQueue {
  readonly consumer: ConsumerInput;
  readonly retries: number;
  readonly tables: DatabaseInput['tables'];
}

/** Producer, queue, one consumer and its database. */
export function messageQueue({ consumer: input, retries, tables }: MessageQueue): Cast {
  return {
    tickMs: TICK_MS,
    processes: [
      CUSTOMER,
      participant('producer', 'client', 'shop', producer, {
        ...{ queue: 'queue', retries, timeoutTicks: CONFIRM_TICKS },
      }),
      participant('queue', 'queue', 'queue', queue, {
        consumers: ['consumer-1'],
        ...{ visibilityTicks: VISIBILITY_TICKS, deliveriesMax: DELIVERIES_MAX },
      }),
      server(
        { id: 'consumer-1', group: 'consumer', label: 'consumer', kind: 'consumer' },
        2,
        consumer,
        { ...input },
      ),
      participant('orders', 'database', 'database', database, { tables }),
    ],
    links: [
      unreliable('producer', 'queue', NETWORK_TICKS, LATEST_TICKS),
      unreliable('queue', 'consumer-1', NETWORK_TICKS, LATEST_TICKS),
      reliable('consumer-1', 'orders'),
    ],
    openings: [purchase('producer', 'A')],
  };
}
