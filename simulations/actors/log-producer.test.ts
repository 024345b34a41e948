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

  it('DOMAIN 6.5: asks for an id in each of its lives, and counts from 0', () => {
    for (const { hears } of [producer({}), producer({})]) {
      expect(hears(WANTED).sent).toMatchObject([{ to: 'log', type: 'producer.registered' }]);
      expect(hears(NUMBERED).sent).toMatchObject([numbered(0, 1)]);
    }
  });

  it('DOMAIN 6.3: gives up when it is refused, can’t know, and sends what comes next in a new epoch', () => {
    const { hears, state } = producer({});
    for (const message of [WANTED, NUMBERED]) hears(message);
    const { facts, sent } = hears({ ...answered(1), offset: null, error: 'old epoch' });
    expect(facts).toMatchObject([{ name: 'client.gave-up' }]);
    expect(sent).toEqual([]);
    expect(state()).toBe('gaveUp');
    expect(hears({ type: 'retry.wanted' }).sent).toMatchObject([numbered(1, 2)]);
  });

  it('sends no oftener than it may, and then says that it can’t know', () => {
    const { hears, waits, state } = producer({ retries: 1 });
    for (const message of [WANTED, NUMBERED]) hears(message);
    expect(waits().sent).toHaveLength(1);
    expect(waits()).toMatchObject({ sent: [], facts: [{ name: 'client.gave-up' }] });
    expect(state()).toBe('gaveUp');
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
