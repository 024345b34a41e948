import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { queue, type QueueInput } from '@/simulations/actors/queue';

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
    expect(state()).toBe('idle');
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
    expect(waits()).toMatchObject({ sent: [], facts: [{ name: 'message.put-aside' }] });
    // What was put aside is still there.
    expect(state()).toBe('idle');
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
    expect(state()).toBe('idle');
  });

  it('starts the time anew when it is extended, for the latest delivery only', () => {
    const { hears, waits, timers } = aQueue();
    hears(publish('order-A'));
    expect(hears(extend('r1.1')).handled).toBe(true);
    expect(timers()).toEqual([8]);
    waits();
    expect(hears(extend('r1.1')).handled).toBe(false);
    hears(acknowledge('r1.2'));
    expect(hears(extend('r1.2')).handled).toBe(false);
    expect(timers()).toEqual([]);
  });
});

describe('queue, as Amazon SQS standard,', () => {
  it('DOMAIN 5.1: delivers a message again that was dealt with, if it was not told', () => {
    const { hears, waits } = aQueue();
    hears(publish('order-A'));
    expect(waits().sent).toMatchObject([{ type: 'message.delivered', id: 'order-A' }]);
  });

  it('DOMAIN 5.2: hides a delivered message, and longer if whoever has it asks in time', () => {
    const { hears, waits, timers } = aQueue();
    expect(hears(publish('order-A')).sent).toHaveLength(2);
    expect(timers()).toEqual([8]);
    expect(hears(extend('r1.1')).sent).toEqual([]);
    expect(waits().sent).toHaveLength(1);
  });

  it('tells an operator what it puts aside, and counts anew what is moved back', () => {
    const { hears, waits, timers } = aQueue({ operator: 'operator' });
    hears(publish('order-A'));
    [1, 2].forEach(() => waits());
    expect(waits()).toMatchObject({
      sent: [{ to: 'operator', type: 'alarm.raised', id: 'order-A' }],
      facts: [{ name: 'message.put-aside' }],
    });
    expect(hears({ type: 'redrive.requested', id: 'order-B' }).handled).toBe(false);
    expect(hears({ type: 'redrive.requested', id: 'order-A' }).sent).toMatchObject([
      { type: 'message.delivered', id: 'order-A', receipt: 'r2.1', redelivered: false },
    ]);
    expect(timers()).toEqual([8]);
    expect(hears({ type: 'redrive.requested', id: 'order-A' }).handled).toBe(false);
    expect(hears(acknowledge('r1.3')).facts).toEqual([]);
    expect(hears(acknowledge('r2.1')).facts).toHaveLength(1);
  });
});

// Helpers

const aQueue = (input: Partial<QueueInput> = {}) =>
  actor(queue, {
    consumers: ['consumer-1', 'consumer-2'],
    ...{ visibilityTicks: 8, deliveriesMax: 3 },
    ...input,
  });
const publish = (id: string) => ({ type: 'message.published', id, attempt: 1 });
const acknowledge = (receipt: string) => ({ type: 'message.acknowledged', id: 'order-A', receipt });
const extend = (receipt: string) => ({ type: 'visibility.extended', id: 'order-A', receipt });
