import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { rabbitQueue } from '@/simulations/actors/rabbit-queue';

describe('rabbit queue', () => {
  it('DOMAIN 7.1: keeps a message until it is acknowledged, and then forgets it', () => {
    const { hears, state } = aQueue();
    expect(hears(PUBLISHED).sent).toMatchObject([
      { to: 'somebody', type: 'publish.confirmed' },
      { to: 'consumer-1', type: 'message.delivered', redelivered: false },
    ]);
    expect(hears(acknowledge('r1.1')).facts).toHaveLength(1);
    expect(state()).toBe('empty');
  });

  it('DOMAIN 7.2: delivers again when the connection closes, and not because of time', () => {
    const { hears } = aQueue();
    hears(PUBLISHED);
    hears(PUBLISHED);
    expect(hears(closed('somebody-else')).handled).toBe(false);
    expect(hears(closed('consumer-1.1')).sent).toMatchObject([
      { type: 'message.delivered', receipt: 'r1.2' },
      { type: 'message.delivered', receipt: 'r2.2' },
    ]);
  });

  it('DOMAIN 7.2: takes a while to notice a connection that is dead', () => {
    const { hears, timers, waits } = aQueue();
    hears(PUBLISHED);
    expect(timers()).toEqual([3]);
    expect(waits().sent).toMatchObject([{ type: 'message.delivered', redelivered: true }]);
  });

  it('DOMAIN 7.3: marks a second delivery, whether the first arrived or not', () => {
    const { hears, waits } = aQueue();
    expect(hears(PUBLISHED).sent[1]).toMatchObject({ redelivered: false });
    expect(waits().sent[0]).toMatchObject({ redelivered: true });
  });

  it('DOMAIN 7.4: takes what is published again for another message, and does not mark it', () => {
    const { hears, state } = aQueue();
    hears(PUBLISHED);
    expect(hears({ ...PUBLISHED, attempt: 2 }).sent).toMatchObject([
      { type: 'publish.confirmed', attempt: 2 },
      { id: 'order-A', receipt: 'r2.1', redelivered: false },
    ]);
    hears(acknowledge('r1.1'));
    expect(state()).toBe('delivering');
  });

  it('DOMAIN 7.5: does not hear an acknowledgement that belongs to a closed channel', () => {
    const { hears } = aQueue();
    hears(PUBLISHED);
    hears(closed('consumer-1.1'));
    expect(hears(acknowledge('r1.1'))).toEqual({ sent: [], facts: [], handled: false });
    expect(hears(acknowledge('r1.2')).facts).toHaveLength(1);
  });
});

// Helpers

const PUBLISHED = { type: 'message.published', id: 'order-A', attempt: 1 };
const acknowledge = (receipt: string) => ({ type: 'message.acknowledged', id: 'order-A', receipt });
const closed = (...peers: string[]) => ({ type: 'connection.closed', peers });
const aQueue = () => actor(rabbitQueue, { consumer: 'consumer-1', heartbeatTicks: 3 });
