import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clashChance, collisions, type KeyKind, keySpaceOf } from '@/lib/tools/keys/collisions';

describe('the chance of a clash', () => {
  it('is that of the birthday problem, over all numbers of keys that may come', () => {
    for (const values of [1, 2, 7, 365, 10_000]) {
      for (const keys of [0.001, 0.1, 1, 3, 23, 70]) {
        expect(clashChance(keys, values)).toBeCloseTo(summedChance(keys, values), 9);
      }
    }
  });

  it('of few keys is half the square of their number, spread over the values', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1e-3, noNaN: true }),
        fc.integer({ min: 1, max: 1e9 }),
        (keys, values) => {
          expect(clashChance(keys, values) / (keys ** 2 / 2 / values)).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  it('is good as certain with many more keys than values, and grows with the keys', () => {
    expect(clashChance(2000, 1000)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 1e9 }),
        (keys, values) => {
          const chance = clashChance(keys, values);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(clashChance(keys * 1.01, values)).toBeGreaterThanOrEqual(chance);
        },
      ),
    );
  });

  it('goes over to its series without a jump', () => {
    for (const values of [1, 1e6, 1e12]) {
      const [before, after] = [0.99e-4, 1.01e-4].map((x) => clashChance(x * values, values));
      const [least, most] = [0.99e-4, 1.01e-4].map((x) => -Math.expm1(-values * x ** 2 * 0.5));
      expect((before ?? 0) / (least ?? 0)).toBeCloseTo(1, 3);
      expect((after ?? 0) / (most ?? 0)).toBeCloseTo(1, 3);
    }
  });

  // UUIDv4 of the widely used table: a chance of one in a billion takes 103,000 billion keys.
  it.each([
    ['UUIDv4', 122, 1e-9, 1.03e14],
    ['UUIDv4', 122, 0.5, 2.71e18],
    ['UUIDv7 within a ms', 74, 1e-6, 1.94e8],
    ['ULID within a ms', 80, 0.01, 1.56e11],
    ['32 bits', 32, 0.5, 7.7e4],
    ['6 of a to z and digits', Math.log2(36 ** 6), 0.5, 5.5e4],
    ['6 digits', Math.log2(1e6), 0.01, 142],
  ])('of %s reaches what it should', (_, bits, chance, keys) => {
    expect(clashChance(keys, 2 ** bits) / chance).toBeCloseTo(1, 1);
  });
});

describe('keys that are made at a rate', () => {
  it('of the milliseconds of one second clash as often as they should', () => {
    // Percentages for 10, 20, 30, 38, 50 and 70 requests in one second.
    const percents = [10, 20, 30, 38, 50, 70].map((rate) =>
      Math.round(collisions(spaceOf('timestamp'), rate, 1000).chance * 100),
    );
    expect(percents).toEqual([5, 18, 36, 51, 70, 90]);
  });

  it('of a clock clash 1.8 × rate² times an hour', () => {
    for (const rate of [0.1, 1, 10]) {
      const perHour = collisions(spaceOf('timestamp'), rate, 3_600_000).clashesPerSecond * 3600;
      expect(perHour / (1.8 * rate ** 2)).toBeCloseTo(1, 2);
    }
  });

  it('never clash more often than they are made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<KeyKind>('uuid4', 'uuid7', 'ulid', 'short', 'timestamp'),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 1e11 }),
        (kind, rate, windowMs) => {
          const { chance, clashesPerSecond, keys } = collisions(spaceOf(kind), rate, windowMs);
          expect(keys / ((rate * windowMs) / 1000)).toBeCloseTo(1, 9);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(clashesPerSecond).toBeGreaterThan(0);
          expect(clashesPerSecond).toBeLessThanOrEqual(rate);
        },
      ),
    );
  });

  it.each([
    ['uuid4', 1 / 86_400, 1000],
    ['timestamp', 1 / 86_400, 1],
    ['timestamp', 1 / 86_400, 1000],
    ['short', 10 / 86_400, 60_000],
  ] as const)('that hardly ever come clash hardly ever: %s', (kind, rate, windowMs) => {
    const { keys, chance, clashesPerSecond } = collisions(spaceOf(kind), rate, windowMs);
    expect(keys).toBeLessThan(1);
    expect(chance).toBeLessThan(keys);
    // A window sees its share of the clashes; but for those whose first key came before it.
    const share = (clashesPerSecond * windowMs) / 1000;
    expect(chance / share).toBeGreaterThan(0.49);
    expect(chance / share).toBeLessThan(1.01);
  });

  it('of a clock are not missed once they are forgotten, though their tick goes on', () => {
    // Ticks of 1 s, remembered for 1 ms: as many clash as come within 1 ms of another.
    const space = keySpaceOf({ ...SHORT, kind: 'timestamp', unit: 's' });
    const { clashesPerSecond } = collisions(space, 10, 1);
    expect(clashesPerSecond).toBeCloseTo(10 * (1 - Math.exp(-0.01)), 3);
  });

  it('are as often doubled as a count of many drawn keys says', () => {
    // Keys of 4 digits at 50 a second, remembered for 10 s: a new one meets 500 others among 10,000 values.
    const space = keySpaceOf({ ...SHORT, characters: 4 });
    const { clashesPerSecond } = collisions(space, 50, 10_000);
    expect(clashesPerSecond).toBeCloseTo(50 * (1 - (1 - 1 / 10_000) ** 500), 2);
  });
});

// Helpers

const SHORT = { kind: 'short', characters: 6, alphabet: 'digits', unit: 'ms' } as const;

const spaceOf = (kind: KeyKind) => keySpaceOf({ ...SHORT, kind });

/** Numbers of keys by their chance, times the product of the birthday problem for each. */
function summedChance(mean: number, values: number): number {
  let [sum, come, differ] = [0, Math.exp(-mean), 1];
  for (let keys = 0; keys < 10 * mean + 30; keys += 1) {
    sum += come * (1 - differ);
    come *= mean / (keys + 1);
    differ *= Math.max(0, 1 - keys / values);
  }
  return sum;
}
