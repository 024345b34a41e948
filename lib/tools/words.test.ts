import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readValue } from '@/lib/tools/fields';
import {
  atMostWords,
  byteWords,
  chanceWords,
  durationWords,
  exactWords,
  figures,
  oftenWords,
  spanWords,
} from '@/lib/tools/words';

const [SECOND, HOUR, DAY, YEAR] = [1000, 3_600_000, 86_400_000, 365 * 86_400_000];

describe('in plain words', () => {
  it.each([
    [0, '0'],
    [0.25, '0.25 ms'],
    [350, '350 ms'],
    [999.9, '1 s'],
    [1500, '1.5 s'],
    [59_999, '1 min'],
    [HOUR, '1 h'],
    [DAY, '24 h'],
    [DAY * 1.01, '24 h 14 min'],
    [161_500, '2 min 42 s'],
    [2 * HOUR - 1, '2 h'],
    [2 * DAY - 1, '2 days'],
    [3 * DAY + 5 * HOUR, '3 days 5 h'],
    [123.4 * DAY, '123 days'],
    [30 * DAY, '30 days'],
    [364.4 * DAY, '364 days'],
    [364.9 * DAY, '1 year'],
    [YEAR, '1 year'],
    [10 * YEAR, '10 years'],
    [2.7e6 * YEAR, '2.7 million years'],
    [1.4e10 * YEAR, '14 billion years'],
    [Infinity, 'for ever'],
  ])('%d ms are %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });

  it.each([
    [0, '0'],
    [DAY, '24 h'],
    [DAY + 80_000, '24 h 1 min 20 s'],
    [2 * DAY - 1, '47 h 59 min 59 s 999 ms'],
    [100 * DAY + 60_000, '100 days 1 min'],
    [366 * DAY, '1 year 1 day'],
    [2409 * HOUR, '100 days 9 h'],
  ])('%d ms are exactly %s', (ms, words) => {
    expect(exactWords(ms)).toBe(words);
  });

  it('what is told exactly reads as what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 * DAY }), (ms) => {
        const parts = exactWords(ms).match(/[\d,]+ \w+/g) ?? [];
        expect(parts.map(readMs).reduce((sum, each) => sum + each, 0)).toBe(ms);
      }),
    );
  });

  it('what must be outlasted is never told as less', () => {
    const words = [0, 1500, 10_500, 161_500, HOUR + 1, 5 * DAY + 11 * 60_000, 123.4 * DAY].map(
      atMostWords,
    );
    expect(words).toEqual([
      ...['0', '1.5 s', '10.5 s', '2 min 42 s', '1 h 1 min', '5 days 1 h', '124 days'],
    ]);
  });

  it('what must be outlasted, read again, is no less than it was', () => {
    fc.assert(
      fc.property(times, (ms) => {
        expect(readMs(atMostWords(ms))).toBeGreaterThanOrEqual(ms);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [80_000, 80_400, '1 min 20 s to 1 min 21 s'],
    [80_400, 80_400, '1 min 21 s'],
    [80_600, 80_900, '1 min 20 s to 1 min 21 s'],
    [0, 500, '0 to 500 ms'],
    [0, 0, '0'],
    [1200, 1200.000_000_000_2, '1.2 s'],
    [59_990, 60_010, '1 min to 1 min 1 s'],
  ])('from %d to %d ms is “%s”', (leastMs, mostMs, words) => {
    expect(spanWords(leastMs, mostMs)).toBe(words);
  });

  it('a span has no two ends that read alike, and its longest is told as everywhere else', () => {
    fc.assert(
      fc.property(times, times, fc.nat(2000), (a, b, near) => {
        for (const [leastMs, mostMs] of [
          [Math.min(a, b), Math.max(a, b)],
          [a, a + near],
        ] as const) {
          const [first = '', last] = spanWords(leastMs, mostMs).split(' to ');
          expect(last ?? first).toBe(atMostWords(mostMs));
          expect(first).not.toBe(last);
          if (last !== undefined) expect(readMs(first)).toBeLessThan(readMs(last));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [0, '0'],
    [0.000_000_5, '5 × 10⁻⁷'],
    [0.352, '0.352'],
    [999.6, '1,000'],
    [1728, '1,728'],
    [1234.5, '1,230'],
    [999_999, '999,999'],
    [999_999.5, '1 million'],
    [999_999_999, '1 billion'],
    [2_700_000, '2.7 million'],
    [1e9, '1 billion'],
    [9.97e11, '997 billion'],
    [999_999_999_999, '10¹²'],
    [9.7e15, '10¹⁶'],
    [5.3e36, '5 × 10³⁶'],
  ])('%d is %s', (value, words) => {
    expect(figures(value)).toBe(words);
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [999_999, '1 MB'],
    [17_280_000_000, '17.3 GB'],
    [3.15e26, '315 YB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });

  it.each([
    [0, 'none'],
    [9.4e-20, '1 in 10¹⁹'],
    [0.0004, '1 in 2,500'],
    [4e-10, '1 in 2.5 billion'],
    [0.01, '1 %'],
    [0.509, '51 %'],
    [0.9949, '99 %'],
    [0.9994, 'over 99 %'],
    [0.9999, 'all but certain'],
    [1, 'certain'],
  ])('a chance of %d is %s', (chance, words) => {
    expect(chanceWords(chance)).toBe(words);
  });

  it.each([
    [0, 'never'],
    [5, '5 times a second'],
    [1, 'once in 1 s'],
    [SECOND / (3 * DAY), 'once in 3 days'],
    [SECOND / (40 * YEAR), 'once in 40 years'],
    [SECOND / (1e12 * YEAR), 'once in 10¹² years'],
  ])('%d times a second is %s', (rate, words) => {
    expect(oftenWords(rate)).toBe(words);
  });
});

// Helpers

const times = fc.oneof(
  fc.nat(2000),
  fc.nat(10 * 60_000),
  fc.nat(3 * DAY),
  fc.nat(300 * DAY),
  fc.integer({ min: 0, max: 10 * YEAR }),
);

const FIELD = {
  ...({ kind: 'duration', label: '', help: '', initial: 0 } as const),
  ...{ min: 0, max: Infinity },
};

const readMs = (words: string): number => Number(readValue(FIELD, words)?.value);
