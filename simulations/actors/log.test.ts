import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { log } from '@/simulations/actors/log';
import { KNOWN_MAX } from '@/simulations/actors/log/producer-state';

// Numbers in titles are rows of the fact sheet on Kafka that the log is held to.
describe('log', () => {
  it('DOMAIN 6.1: appends a second sending, where records have no numbers', () => {
    const { produces } = aLog();
    expect([produces(null), produces(null)]).toMatchObject([{ offset: 0 }, { offset: 1 }]);
  });

  it('DOMAIN 6.3: answers the same number of the same epoch with the first offset', () => {
    const { produces } = aLog();
    produces(null);
    expect([produces([0, 0]), produces([0, 0])]).toMatchObject([
      { offset: 1, known: false },
      { offset: 1, known: true, error: null },
    ]);
    expect(produces([0, 1])).toMatchObject({ offset: 2 });
  });

  it('DOMAIN 6.2: knows the last five batches of a producer again, and not the sixth', () => {
    const { produces } = aLog();
    for (let sequence = 0; sequence <= KNOWN_MAX; sequence += 1) produces([0, sequence]);
    expect(KNOWN_MAX).toBe(5);
    expect(produces([0, 1])).toMatchObject({ offset: 1, known: true });
    expect(produces([0, 0])).toMatchObject({ offset: null, error: 'out of order' });
  });

  it('DOMAIN 6.3: refuses a gap and an older epoch; a new epoch begins at 0', () => {
    const { produces } = aLog();
    produces([0, 0]);
    expect(produces([0, 2])).toMatchObject({ offset: null, error: 'out of order' });
    expect(produces([1, 1])).toMatchObject({ offset: null, error: 'out of order' });
    expect(produces([1, 0])).toMatchObject({ offset: 1, known: false });
    expect(produces([0, 0])).toMatchObject({ offset: null, error: 'old epoch' });
  });

  it('DOMAIN 6.3: forgets the batches of an epoch when the next one has begun', () => {
    const { produces } = aLog();
    for (const sequence of [0, 1]) produces([0, sequence]);
    produces([1, 0]);
    expect(produces([1, 1])).toMatchObject({ offset: 3, known: false });
    expect(produces([1, 3])).toMatchObject({ offset: null, error: 'out of order' });
  });

  it('DOMAIN 6.6: takes a producer that it knows nothing of at whatever number it is, as it was before Kafka 4', () => {
    const { produces } = aLog();
    expect(produces([3, 7])).toMatchObject({ offset: 0, known: false });
    expect(produces([3, 8])).toMatchObject({ offset: 1 });
  });

  it('DOMAIN 6.5: gives every producer that asks another id, and knows none by another’s numbers', () => {
    const { hears, produces } = aLog();
    const ids = [REGISTER, REGISTER].map((message) => hears(message).sent[0]?.['producer']);
    expect(ids).toEqual(['p1', 'p2']);
    expect(produces([0, 0], 'p1')).toMatchObject({ offset: 0 });
    expect(produces([0, 0], 'p2')).toMatchObject({ offset: 1, known: false });
  });

  it('lets a reader wait for what is not there yet', () => {
    const { hears, produces } = aLog();
    expect(hears({ type: 'record.polled', from: 'reader', offset: 0 }).sent).toEqual([]);
    const { sent } = hears({ ...RECORD, numbers: null });
    expect(sent).toMatchObject([
      { type: 'produce.answered' },
      { to: 'reader', type: 'record.fetched', offset: 0, id: 'order-A' },
    ]);
    produces(null);
    expect(hears({ type: 'record.polled', from: 'reader', offset: 1 }).sent).toMatchObject([
      { type: 'record.fetched', offset: 1 },
    ]);
  });
});

// Helpers

const REGISTER = { type: 'producer.registered' };
const RECORD = { type: 'record.produced', id: 'order-A', attempt: 1 };

function aLog() {
  const { hears } = actor(log);
  return {
    hears,
    /** Produces a record with an epoch and a sequence number, or without; gives the answer. */
    produces: (numbers: readonly [number, number] | null, producer = 'p1') => {
      const [epoch, sequence] = numbers ?? [0, 0];
      const { sent } = hears({
        ...RECORD,
        numbers: numbers && { producer, epoch, sequence },
      });
      return sent[0];
    },
  };
}
