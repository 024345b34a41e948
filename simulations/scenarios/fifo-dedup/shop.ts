import type { ProcessSpec, Ticks } from '@/lib/engine/model';
import { producer, type ProducerInput } from '@/simulations/actors/producer';
import { participant } from '@/simulations/stages/parts';

/** One process with two things to publish, each with its own patience. */
export const SENDER = { A: 'producer.placed', B: 'producer.added' } as const;
const EVENT = { A: 'placed-1', B: 'added-1' } as const;
/** Both are events of one order, and its order is kept. */
const GROUP = 'order-1';

/** The shop: it tells of an order that was placed, and of an item that was added to it. */
export const shop = (timeoutTicks: Ticks, id: 'per-event' | 'per-order'): ProcessSpec => ({
  ...participant('producer', 'client', 'shop', producer),
  actors: (['A', 'B'] as const).map((intent) => {
    const event = EVENT[intent];
    const names = { id: event, dedup: id === 'per-event' ? event : GROUP, group: GROUP };
    const input: ProducerInput = { queue: 'queue', retries: 2, timeoutTicks, names };
    return { id: SENDER[intent], machine: producer, input };
  }),
});
