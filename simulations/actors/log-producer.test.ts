import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { logProducer, type LogProducerInput } from '@/simulations/actors/log-producer';

describe('log producer', () => {
  it('DOMAIN 6.1: gives its record the same number in every attempt of the library', () => {
    const { hears, waits } = producer({ resendsIn: 'client' });
    hears(WANTED);
    expect(hears(NUMBERED).sent).toMatchObject([numbered(0, 1)]);
    expect(waits().sent).toMatchObject([numbered(0, 2)]);
  });

  it('DOMAIN 6.5: gives it another when the application sends it again', () => {
    const { hears, waits } = producer({ resendsIn: 'application' });
    hears(WANTED);
    hears(NUMBERED);
    expect(waits().sent).toMatchObject([numbered(1, 2)]);
  });

  it('sends without numbers, and asks for none, if it is not idempotent', () => {
    expect(producer({ idempotent: false }).hears(WANTED).sent).toMatchObject([
      { type: 'record.produced', numbers: null },
    ]);
  });

  it('does not see the answer to an attempt that it has given up', () => {
    const { hears, waits, state } = producer({});
    hears(WANTED);
    hears(NUMBERED);
    waits();
    hears(answered(1));
    expect(state()).toBe('sending');
    expect(hears(answered(2)).facts).toMatchObject([{ says: 'done' }]);
  });
});

// Helpers

const WANTED = { type: 'purchase.wanted', amount: 100 };
const NUMBERED = { type: 'producer.numbered', producer: 'p1' };
const answered = (attempt: number) => ({
  ...{ type: 'produce.answered', attempt, offset: 0, error: null, known: false },
});
const numbered = (epoch: number, attempt: number) => ({
  ...{ to: 'log', type: 'record.produced', attempt },
  numbers: { producer: 'p1', epoch, sequence: 0 },
});
const producer = (input: Partial<LogProducerInput>) =>
  actor(logProducer, {
    ...{ log: 'log', idempotent: true, resendsIn: 'client', retries: 2, timeoutTicks: 3 },
    ...input,
  });
