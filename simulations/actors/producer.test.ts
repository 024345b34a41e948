import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { producer, type ProducerInput } from '@/simulations/actors/producer';

describe('producer', () => {
  it('publishes what is wanted until it is confirmed', () => {
    const { hears, state, timers } = aProducer(2);
    expect(hears(WANTED).sent).toMatchObject([
      { to: 'queue', type: 'message.published', id: 'order-A', attempt: 1, intent: 'A' },
    ]);
    expect(timers()).toEqual([5]);
    hears({ type: 'publish.confirmed', attempt: 1 });
    expect(state()).toBe('confirmed');
    expect(timers()).toEqual([]);
  });

  it('publishes again under the same name when nothing is confirmed', () => {
    const { hears, waits } = aProducer(2);
    const sendings = [hears(WANTED), waits(), waits()].map(({ sent }) => sent[0]);
    expect(sendings.map((sent) => [sent?.['id'], sent?.['attempt']])).toEqual([
      ...[1, 2, 3].map((attempt) => ['order-A', attempt]),
    ]);
    expect(waits().facts).toEqual([{ name: 'client.gave-up', intent: 'A' }]);
  });

  it('does not hear the answer to a request that it has given up on', () => {
    const { hears, waits, state } = aProducer(2);
    hears(WANTED);
    waits();
    expect(hears({ type: 'publish.confirmed', attempt: 1 }).handled).toBe(false);
    hears({ type: 'publish.confirmed', attempt: 2 });
    expect(state()).toBe('confirmed');
  });

  it('DOMAIN 7.4: on a channel takes a late confirm of an earlier attempt for one of the same message', () => {
    const { hears, waits, state } = aProducer(2, { hasChannel: true });
    hears(WANTED);
    waits();
    hears({ type: 'publish.confirmed', attempt: 1 });
    expect(state()).toBe('confirmed');
  });

  it('publishes once more for a patient customer', () => {
    const { hears, waits } = aProducer(0);
    hears(WANTED);
    waits();
    expect(hears({ type: 'retry.wanted' }).sent).toMatchObject([{ id: 'order-A', attempt: 2 }]);
  });

  it('names its message as it is told, for a FIFO queue too', () => {
    const names = { id: 'placed-1', dedup: 'order-1', group: 'order-1' };
    const { hears, waits } = aProducer(1, { names });
    expect(hears(WANTED).sent).toMatchObject([names]);
    expect(waits().sent).toMatchObject([{ ...names, attempt: 2 }]);
  });
});

// Helpers

const WANTED = { type: 'purchase.wanted', amount: 100 };
const aProducer = (retries: number, input: Partial<ProducerInput> = {}) =>
  actor(producer, { queue: 'queue', retries, timeoutTicks: 5, ...input });
