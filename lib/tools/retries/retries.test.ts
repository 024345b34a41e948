import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Backoff, drawWaits, type Jitter, spanOf } from '@/lib/tools/retries/delays';
import { amplification, planRetries, type RetryPolicy } from '@/lib/tools/retries/plan';

const JITTERS: readonly Jitter[] = ['none', 'full', 'equal', 'decorrelated'];

describe('the wait before a retry', () => {
  const backoff = { baseMs: 100, factor: 2, capMs: 1000 };
  it.each<[Jitter, number, number, number]>([
    ['none', 1, 100, 100],
    ['none', 3, 400, 400],
    ['none', 5, 1000, 1000],
    ['full', 3, 0, 400],
    ['full', 9, 0, 1000],
    ['equal', 3, 200, 400],
    ['decorrelated', 1, 100, 300],
    ['decorrelated', 2, 100, 900],
    ['decorrelated', 3, 100, 1000],
  ])('with %s jitter, before retry %i, is from %i to %i ms', (jitter, retry, leastMs, mostMs) => {
    expect(spanOf({ ...backoff, jitter }, retry)).toEqual({ leastMs, mostMs });
  });

  it('is that of Stripe’s Node library, half of it by chance', () => {
    // 0.5 s doubled up to 5 s, times 0.5 to 1.
    const stripe = { baseMs: 500, factor: 2, capMs: 5000, jitter: 'equal' } as const;
    expect([1, 2, 3, 4, 5].map((retry) => spanOf(stripe, retry).mostMs)).toEqual([
      ...[500, 1000, 2000, 4000, 5000],
    ]);
  });

  it('is drawn from within its bounds, and reaches both ends of them', () => {
    fc.assert(
      fc.property(
        backoffs,
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(chances),
        (b, n, c) => {
          const waits = drawWaits(b, n, () => c.next().value as number);
          expect(waits).toHaveLength(n);
          for (const [index, wait] of waits.entries()) {
            const { leastMs, mostMs } = spanOf(b, index + 1);
            expect(wait).toBeGreaterThanOrEqual(leastMs);
            expect(wait).toBeLessThanOrEqual(mostMs * (1 + 1e-9));
          }
          for (const [chance, end] of [
            [0, 'leastMs'],
            [1, 'mostMs'],
          ] as const) {
            for (const [index, wait] of drawWaits(b, n, () => chance).entries()) {
              const bound = spanOf(b, index + 1)[end];
              expect(Math.abs(wait - bound)).toBeLessThanOrEqual(bound * 1e-9);
            }
          }
        },
      ),
    );
  });
});

describe('a plan', () => {
  it('adds up timeouts and waits', () => {
    const plan = planRetries({ ...POLICY, jitter: 'none' }, 1);
    expect(plan.attempts.map(({ latestMs }) => latestMs)).toEqual([0, 1500, 3500]);
    expect(plan).toMatchObject({ givesUpMs: 4500, givesUpDrawnMs: 4500, calls: 27 });
    expect(plan.lastCallMs).toBe(3 * 3500);
  });

  it('of one attempt waits for nothing but its answer', () => {
    const plan = planRetries({ ...POLICY, attempts: 1 }, 1);
    expect(plan.attempts).toHaveLength(1);
    expect(plan).toMatchObject({ givesUpMs: 1000, calls: 1, lastCallMs: 0 });
  });

  it('lies between its earliest and its latest, and is the same for the same seed', () => {
    fc.assert(
      fc.property(policies, fc.nat(1_000_000), (policy, seed) => {
        const plan = planRetries(policy, seed);
        expect(planRetries(policy, seed)).toEqual(plan);
        for (const { earliestMs, latestMs, drawnMs } of plan.attempts) {
          expect(drawnMs).toBeGreaterThanOrEqual(earliestMs * (1 - 1e-9));
          expect(drawnMs).toBeLessThanOrEqual(latestMs * (1 + 1e-9));
        }
        expect(plan.givesUpDrawnMs).toBeLessThanOrEqual(plan.givesUpMs * (1 + 1e-9));
      }),
    );
  });

  it('has its last call when chains that are walked through have it', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const calls = walk(policy, policy.layers, 0);
        const plan = planRetries({ ...policy, jitter: 'none' }, 1);
        expect(calls).toHaveLength(plan.calls);
        expect(Math.max(...calls)).toBeCloseTo(plan.lastCallMs, 3);
      }),
    );
  });

  it('of three attempts five deep is 243 calls, and of four three deep 64', () => {
    expect(amplification(3, 5)).toBe(243);
    expect(amplification(4, 3)).toBe(64);
  });
});

// Helpers

const POLICY: RetryPolicy = {
  ...{ attempts: 3, baseMs: 500, factor: 2, capMs: 5000, jitter: 'full' },
  ...{ timeoutMs: 1000, layers: 3 },
};

const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const backoffs: fc.Arbitrary<Backoff> = fc.record({
  baseMs: fc.nat(10_000),
  factor: fc.double({ min: 1, max: 10, noNaN: true }),
  capMs: fc.nat(100_000),
  jitter: fc.constantFrom(...JITTERS),
});
const policies: fc.Arbitrary<RetryPolicy> = fc
  .tuple(
    backoffs,
    fc.record({
      attempts: fc.integer({ min: 1, max: 12 }),
      timeoutMs: fc.nat(100_000),
      layers: fc.integer({ min: 1, max: 5 }),
    }),
  )
  .map(([backoff, rest]) => ({ ...backoff, ...rest }));
const smallPolicies = policies.map((policy) => ({
  ...policy,
  ...{ attempts: Math.min(policy.attempts, 4), layers: Math.min(policy.layers, 4) },
}));

/** Calls at the end of the chain, found by playing every layer: each tries by its own clock, from when it was called. */
function walk(policy: RetryPolicy, layers: number, calledMs: number): readonly number[] {
  if (layers === 0) return [calledMs];
  const calls: number[] = [];
  let startMs = calledMs;
  for (let attempt = 1; attempt <= policy.attempts; attempt += 1) {
    if (attempt > 1) {
      startMs += policy.timeoutMs + spanOf({ ...policy, jitter: 'none' }, attempt - 1).mostMs;
    }
    calls.push(...walk(policy, layers - 1, startMs));
  }
  return calls;
}
