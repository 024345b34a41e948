import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { queue } from '@/simulations/actors/queue';

describe('queue', () => {
  it('confirms what is published, and delivers it', () => {
    const { hears, timers } = aQueue();
    expect(hears(publish('order-A')).sent).toMatchObject([
      { to: 'somebody', type: 'publish.confirmed', attempt: 1 },
      {
        to: 'consumer-1',
        type: 'message.delivered',
        id: 'order-A',
        receipt: 'r1.1',
        redelivered: false,
      },
    ]);
    expect(timers()).toEqual([8]);
  });

  it('forgets what is acknowledged, and tells that it is settled', () => {
    const { hears, state, timers } = aQueue();
    hears(publish('order-A'));
    expect(hears(acknowledge('r1.1')).facts).toEqual([
      { name: 'message.settled', intent: 'A', says: 'done', body: null },
    ]);
    expect(state()).toBe('empty');
    expect(timers()).toEqual([]);
    expect(hears(acknowledge('r1.1')).handled).toBe(false);
  });

  it('delivers again what is not acknowledged in time, to the next consumer', () => {
    const { hears, waits } = aQueue();
    hears(publish('order-A'));
    expect(waits().sent).toMatchObject([
      { to: 'consumer-2', id: 'order-A', receipt: 'r1.2', redelivered: true },
    ]);
  });

  it('obeys only an acknowledgement that quotes the latest delivery', () => {
    const { hears, waits, state } = aQueue();
    hears(publish('order-A'));
    waits();
    expect(hears(acknowledge('r1.1'))).toEqual({ sent: [], facts: [], handled: false });
    expect(state()).toBe('delivering');
    expect(hears(acknowledge('r1.2')).facts).toHaveLength(1);
  });

  it('puts a message aside after so many deliveries, and does not settle it afterwards', () => {
    const { hears, waits, state, timers } = aQueue();
    hears(publish('order-A'));
    expect(waits().sent).toHaveLength(1);
    expect(waits().sent).toHaveLength(1);
    expect(waits().sent).toEqual([]);
    expect(state()).toBe('empty');
    expect(timers()).toEqual([]);
    expect(hears(acknowledge('r1.3')).facts).toEqual([]);
  });

  it('takes a second publication of one message for a message of its own: it is a standard queue', () => {
    const { hears, state } = aQueue();
    hears(publish('order-A'));
    expect(hears(publish('order-A')).sent).toMatchObject([
      { type: 'publish.confirmed' },
      { id: 'order-A', receipt: 'r2.1', redelivered: false },
    ]);
    hears(acknowledge('r1.1'));
    expect(state()).toBe('delivering');
    hears(acknowledge('r2.1'));
    expect(state()).toBe('empty');
  });
});

// Helpers

const aQueue = () =>
  actor(queue, { consumers: ['consumer-1', 'consumer-2'], visibilityTicks: 8, deliveriesMax: 3 });
const publish = (id: string) => ({ type: 'message.published', id, attempt: 1 });
const acknowledge = (receipt: string) => ({ type: 'message.acknowledged', id: 'order-A', receipt });
