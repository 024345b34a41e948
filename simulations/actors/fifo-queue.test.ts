import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { fifoQueue } from '@/simulations/actors/fifo-queue';

describe('fifo queue', () => {
  it('DOMAIN 5.3: answers a second sending like the first, and does not enqueue it', () => {
    const { hears } = aQueue();
    expect(kinds(hears(publish('placed-1')))).toEqual(['publish.confirmed', 'message.delivered']);
    const second = hears({ ...publish('placed-1'), attempt: 2 });
    expect(kinds(second)).toEqual(['publish.confirmed']);
    expect(second.facts).toMatchObject([{ name: 'duplicate.discarded', says: 'done' }]);
  });

  it('DOMAIN 5.3: keeps the id after the message was received and deleted', () => {
    const { hears, waits, state, timers } = aQueue();
    hears(publish('placed-1'));
    hears(acknowledge('r1.1'));
    expect(state()).toBe('idle');
    expect(kinds(hears(publish('placed-1')))).toEqual(['publish.confirmed']);
    expect(timers()).toEqual([10]);
    waits();
    expect(kinds(hears(publish('placed-1')))).toEqual(['publish.confirmed', 'message.delivered']);
  });

  it('DOMAIN 5.3: compares nothing but the id, in the whole queue', () => {
    const { hears } = aQueue();
    hears({ ...publish('placed-1'), dedup: 'order-1' });
    const other = { ...publish('added-1'), intent: 'B', dedup: 'order-1', group: 'another' };
    const { facts, ...said } = hears(other);
    expect(kinds(said)).toEqual(['publish.confirmed']);
    expect(facts).toMatchObject([{ intent: 'B', of: 'A' }]);
  });

  it('DOMAIN 5.4: without an id compares the content, and nothing that goes along with it', () => {
    const { hears } = aQueue();
    const plain = (id: string, group: string) => ({ type: 'message.published', id, group });
    hears({ ...plain('placed-1', 'order-1'), attempt: 1 });
    const again = hears({ ...plain('placed-1', 'another'), attempt: 2 });
    expect(kinds(again)).toEqual(['publish.confirmed']);
    expect(again.facts).toMatchObject([{ name: 'duplicate.discarded' }]);
    expect(kinds(hears({ ...plain('placed-2', 'another'), attempt: 1 }))).toEqual([
      ...['publish.confirmed', 'message.delivered'],
    ]);
  });

  it('DOMAIN 5.5: hands out one message of a group at a time, in order', () => {
    const { hears } = aQueue();
    hears(publish('placed-1'));
    expect(kinds(hears(publish('added-1')))).toEqual(['publish.confirmed']);
    expect(kinds(hears({ ...publish('placed-2'), group: 'order-2' }))).toEqual([
      ...['publish.confirmed', 'message.delivered'],
    ]);
    expect(hears(acknowledge('r1.1')).sent).toMatchObject([{ id: 'added-1', receipt: 'r2.1' }]);
  });

  it('DOMAIN 5.7, 5.8: delivers again what is not deleted in time, and refuses to delete it then', () => {
    const { hears, expires } = aQueue();
    hears(publish('placed-1'));
    expect(expires(1).sent).toMatchObject([{ receipt: 'r1.2', redelivered: true }]);
    expect(hears(acknowledge('r1.1'))).toEqual({ sent: [], facts: [], handled: false });
    expect(hears(acknowledge('r1.2')).facts).toHaveLength(1);
  });

  it('puts a message aside after so many deliveries, and goes on with its group', () => {
    const { hears, expires } = aQueue();
    hears(publish('placed-1'));
    hears(publish('added-1'));
    expires(1);
    expect(expires(1)).toMatchObject({
      sent: [{ id: 'added-1', receipt: 'r2.1' }],
      facts: [{ name: 'message.put-aside' }],
    });
    expect(hears(acknowledge('r1.2')).facts).toEqual([]);
  });
});

// Helpers

const publish = (id: string) => ({
  ...{ type: 'message.published', id, attempt: 1, dedup: id, group: 'order-1' },
});
const acknowledge = (receipt: string) => ({ type: 'message.acknowledged', id: '', receipt });
const kinds = ({ sent }: { readonly sent: readonly { readonly type: string }[] }) =>
  sent.map(({ type }) => type);

function aQueue() {
  const playing = actor(fifoQueue, {
    ...{ consumer: 'consumer-1', visibilityTicks: 3, deliveriesMax: 2, dedupTicks: 10 },
  });
  return {
    ...playing,
    expires: (copy: number) => playing.hears({ type: 'visibility.expired', copy }),
  };
}
