import { describe, expect, it } from 'vitest';

import { run } from '@/lib/engine/run';
import { createWorld } from '@/lib/engine/world';
import { shop, type ShopPlan } from '@/lib/engine/toy-casts';
import type { Question } from '@/lib/explorer/question';
import { Days } from '@/lib/explorer/sampler/day';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { livePlainly } from '@/lib/explorer/sampler/plain-day';
import { relive, reopen } from '@/lib/explorer/sampler/reopen';
import { operationsPerCall, sample, sampler } from '@/lib/explorer/sampler/sample';
import { NO_WEATHER, RATES, type Rates, WEATHERS } from '@/lib/explorer/sampler/weather';

describe('a sampled day', () => {
  it('is the same for the same seed, whatever was lived through before', () => {
    const [one, other] = [new Days(asked(), RATES.stormy), new Days(asked(), RATES.stormy)];
    for (const seed of [5, 900, 12]) other.live(seed);
    for (let seed = 1; seed <= 50; seed += 1) {
      one.live(seed);
      const first = told(one);
      other.live(seed + 1_000);
      other.live(seed);
      expect(told(other)).toEqual(first);
    }
  });

  it('differs from the next', () => {
    const days = new Days(asked(), RATES.stormy);
    const met = new Set<string>();
    for (let seed = 1; seed <= 50; seed += 1) {
      days.live(seed);
      met.add(told(days).choices.join());
    }
    expect(met.size).toBeGreaterThan(20);
  });

  it('on which nothing goes wrong is the calm day, entry by entry', () => {
    for (const plan of PLANS) {
      const question = asked(plan);
      const days = new Days(question, NO_WEATHER);
      const calm = run(question.cast, []);
      for (const seed of [1, 2, 3]) {
        expect(relive(question, days, seed).trace).toEqual(calm.trace);
        expect(reopen(question, days, seed)).toEqual({ short: [], whole: [] });
      }
    }
  });

  it('is what the engine alone makes of the same draws', () => {
    for (const plan of PLANS) {
      for (const rates of [...WEATHERS.map((name) => RATES[name]), WILD]) {
        const question = asked(plan);
        const days = new Days(question, rates);
        const first = createWorld(question.cast);
        for (let seed = 1; seed <= 25; seed += 1) {
          const plain = livePlainly(first, rates, seed);
          expect(relive(question, days, seed, first).trace).toEqual(plain.trace);
        }
      }
    }
  });

  it('that has no end is cut off, and says so', () => {
    const question = asked({ retries: 100_000, latestTicks: 9, patienceTicks: 1 });
    const days = new Days(question, { ...NO_WEATHER, loss: 1 });
    days.live(1);
    expect(days.cutOff).toBe(true);
    expect(days.diary.events).toBeLessThanOrEqual(SAMPLER_LIMITS.eventsPerDayMax);
    expect(reopen(question, days, 1)).toBe(null);
    expect(sample(question, { ...NO_WEATHER, loss: 1 }, 1, 3)).toMatchObject({
      ...{ days: 3, cutOff: 3, harmless: { days: 0, seeds: [] } },
    });
  });
});

describe('many days', () => {
  it('lose, double and delay about as many messages as their rates say', () => {
    const question = asked({ retries: 0 });
    const rates: Rates = { ...NO_WEATHER, loss: 0.2, duplicate: 0.1 };
    const days = new Days(question, rates);
    const first = createWorld(question.cast);
    let [sent, lost, doubled] = [0, 0, 0];
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const { trace } = relive(question, days, seed, first);
      const copies = trace.filter(({ kind }) => kind === 'duplicated').length;
      const all = trace.flatMap((entry) => entry.sent).filter(({ lossy }) => lossy).length;
      sent += all - copies;
      lost += trace.filter(({ kind }) => kind === 'lost').length;
      doubled += copies;
    }
    // Three standard deviations either way.
    expect(Math.abs(lost - sent * 0.2)).toBeLessThan(3 * Math.sqrt(sent * 0.2 * 0.8));
    expect(Math.abs(doubled - sent * 0.1)).toBeLessThan(3 * Math.sqrt(sent * 0.1 * 0.9));
  });

  it('are counted the same in one go and a slice at a time', () => {
    const question = asked();
    const slices = sampler(question, new Days(question, RATES.stormy), 1, 1_500);
    const progress: number[] = [];
    let next = slices.next();
    while (!next.done) {
      progress.push(next.value);
      next = slices.next();
    }
    expect(progress).toEqual([512, 1_024]);
    expect(next.value).toEqual(sample(question, RATES.stormy, 1, 1_500));
  });

  it('count calls, operations and hours of a calm day as they were', () => {
    // One call, one note made, and an answer after a tick of way, two of work and a tick of way back.
    const counted = sample(asked({ memory: false }), NO_WEATHER, 1, 10);
    expect(counted).toMatchObject({ days: 10, unanswered: 0, cutOff: 0 });
    expect(counted.harmless).toEqual({ days: 10, seeds: [1, 2, 3, 4, 5] });
    expect(counted.calls).toEqual({ counts: [0, 10], of: 10, sum: 10 });
    expect(counted.operations).toEqual({ counts: [0, 10], of: 10, sum: 10 });
    expect(counted.latency).toEqual({ counts: [0, 0, 0, 0, 10], of: 10, sum: 40 });
    expect(operationsPerCall(counted)).toBe(1);
  });
});

// Helpers

/** More of everything than any weather has. */
const WILD: Rates = { loss: 0.2, duplicate: 0.2, late: 0.5, crash: 0.15, shuffled: true };

const PLANS: readonly Partial<ShopPlan>[] = [
  {},
  { memory: false, handlers: 1 },
  { instances: 2, openings: [0, 0, 3], retries: 3, patienceTicks: 4 },
];

const asked = (plan: Partial<ShopPlan> = {}): Question => ({
  cast: shop(plan),
  meant: {
    intents: (plan.openings ?? [0]).map((_, index) => ({
      id: `work-${index + 1}`,
      label: `Work ${index + 1}`,
    })),
    effects: [{ fact: 'note.written', noun: 'notes', did: 'noted' }],
  },
  calmAttempt: (intent) => ({
    from: 'person',
    to: 'asker',
    message: { type: 'work.wanted', intent },
  }),
  bounds: { losses: 1, duplicates: 1, crashes: 1, retries: 2 },
});

const told = ({ diary, outcomes, cutOff, costs }: Days) => ({
  choices: [...diary.choices.subarray(0, diary.length)],
  ...{ events: diary.events, outcomes, cutOff },
  calls: [...costs.calls],
  operations: [...costs.operations],
  answeredAt: [...costs.answeredAt],
});
