import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  clashChance,
  collisions,
  keysForChance,
  type KeyKind,
  keySpaceOf,
} from '@/lib/tools/keys/collisions';

describe('the chance of a clash', () => {
  it('is that of the birthday problem', () => {
    expect(clashChance(23, 365)).toBeCloseTo(0.507297, 6);
    expect(clashChance(70, 365)).toBeCloseTo(0.99916, 5);
  });

  it('is exact where all outcomes can be counted', () => {
    for (let values = 1; values <= 5; values += 1) {
      for (let keys = 0; keys <= values + 1; keys += 1) {
        expect(clashChance(keys, values)).toBeCloseTo(countedChance(keys, values), 12);
      }
    }
  });

  it('is certain with more keys than values, and grows with the keys', () => {
    expect(clashChance(1001, 1000)).toBe(1);
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 1e9 }), (keys, values) => {
        const chance = clashChance(keys, values);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(clashChance(keys + 1, values)).toBeGreaterThanOrEqual(chance);
      }),
    );
  });

  it('goes over from the product to its series without a jump', () => {
    for (const values of [1e10, 1e12, 2 ** 74, 2 ** 122]) {
      const [before, after] = [clashChance(100_000, values), clashChance(100_001, values)];
      expect(after / before).toBeCloseTo(1.00002, 4);
    }
  });

  // UUIDv4 of the widely used table: a chance of one in a thousand million takes 103 million million keys.
  it.each([
    ['UUIDv4', 122, 1e-9, 1.03e14],
    ['UUIDv4', 122, 0.5, 2.71e18],
    ['UUIDv7 within a ms', 74, 1e-6, 1.94e8],
    ['ULID within a ms', 80, 0.01, 1.56e11],
    ['32 bits', 32, 0.5, 7.7e4],
    ['6 of a to z and digits', Math.log2(36 ** 6), 0.5, 5.5e4],
    ['6 digits', Math.log2(1e6), 0.01, 142],
  ])('of %s reaches what it should', (_, bits, chance, keys) => {
    expect(keysForChance(chance, 2 ** bits) / keys).toBeCloseTo(1, 2);
    expect(clashChance(Math.round(keys), 2 ** bits) / chance).toBeCloseTo(1, 1);
  });
});

describe('keys that are made at a rate', () => {
  it('of the milliseconds of one second clash as often as they should', () => {
    // Percentages for 10, 20, 30, 38, 50 and 70 requests in one second.
    const percents = [10, 20, 30, 38, 50, 70].map((rate) =>
      Math.round(collisions(spaceOf('timestamp'), rate, 1000).chance * 100),
    );
    expect(percents).toEqual([4, 17, 36, 51, 71, 92]);
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
          expect(keys).toBeGreaterThanOrEqual(2);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(clashesPerSecond).toBeGreaterThan(0);
          expect(clashesPerSecond).toBeLessThanOrEqual(rate);
        },
      ),
    );
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

/** Goes through every way in which the keys can be drawn. */
function countedChance(keys: number, values: number): number {
  let [clashing, all] = [0, 0];
  const drawn = Array<number>(keys).fill(0);
  for (let way = 0; way < values ** keys; way += 1) {
    for (let place = 0; place < keys; place += 1) {
      drawn[place] = Math.floor(way / values ** place) % values;
    }
    all += 1;
    if (new Set(drawn).size < keys) clashing += 1;
  }
  return clashing / all;
}
