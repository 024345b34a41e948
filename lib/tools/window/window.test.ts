import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  answerWindow,
  isRemembered,
  suggestedWindow,
  type WindowInput,
} from '@/lib/tools/window/window';

describe('a window', () => {
  it('must be longer than the latest duplicate, each alone or one on the other', () => {
    const answer = answerWindow({ ...INPUT, retriesMs: HOUR, redeliveryMs: 4 * HOUR });
    expect(answer).toMatchObject({ longestAloneMs: 4 * HOUR, allInARowMs: 5 * HOUR });
  });

  it.each([
    [4, 'too-short'],
    [4.5, 'alone-only'],
    [5, 'alone-only'],
    [5.1, 'covers'],
  ])('of %d h against 1 h and 4 h: %s', (hours, verdict) => {
    const input = { ...INPUT, retriesMs: HOUR, redriveMs: 4 * HOUR, windowMs: hours * HOUR };
    expect(answerWindow(input).verdict).toBe(verdict);
  });

  it('that counts from the claim must outlast the work as well', () => {
    const slow = { ...INPUT, retriesMs: HOUR, longestRunMs: HOUR };
    expect(answerWindow({ ...slow, countsFrom: 'claim' }).allInARowMs).toBe(2 * HOUR);
    expect(answerWindow({ ...slow, countsFrom: 'completion' }).allInARowMs).toBe(HOUR);
  });

  it('costs what is kept in it: 100 records a second of 2 kB for 24 h are 17 GB', () => {
    expect(answerWindow(INPUT)).toMatchObject({ records: 8_640_000, bytes: 17_280_000_000 });
  });

  it('is never enough when a duplicate that can come is not remembered', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { verdict, longestAloneMs, allInARowMs, suggestedMs } = answerWindow(input);
        const latest = lastDuplicate(input);
        expect(verdict === 'covers').toBe(input.windowMs > latest);
        expect(allInARowMs).toBe(latest);
        expect(longestAloneMs).toBeLessThanOrEqual(allInARowMs);
        expect(suggestedMs).toBeGreaterThan(allInARowMs);
        expect(answerWindow({ ...input, windowMs: suggestedMs }).verdict).toBe('covers');
      }),
    );
  });

  it('remembers what comes late just if it would cover that alone', () => {
    const nothing = { retriesMs: 0, comebackMs: 0, redeliveryMs: 0, redriveMs: 0 };
    fc.assert(
      fc.property(inputs, times, (input, lateMs) => {
        const { verdict } = answerWindow({ ...input, ...nothing, redriveMs: lateMs });
        expect(isRemembered(input, lateMs)).toBe(verdict === 'covers');
      }),
    );
  });

  it('that a clock or slow work uses up forgets what it would else remember', () => {
    const late = { ...INPUT, windowMs: 4.5 * HOUR };
    expect(isRemembered(late, 4 * HOUR)).toBe(true);
    expect(isRemembered({ ...late, skewMs: 24 * HOUR }, 4 * HOUR)).toBe(false);
    const slow = { ...late, longestRunMs: 2 * HOUR };
    expect(isRemembered(slow, 4 * HOUR)).toBe(true);
    expect(isRemembered({ ...slow, countsFrom: 'claim' }, 4 * HOUR)).toBe(false);
  });

  it('is suggested among those that people know', () => {
    expect(suggestedWindow(0)).toBe(HOUR / 12);
    expect(suggestedWindow(HOUR)).toBe(4 * HOUR);
    expect(suggestedWindow(24 * HOUR)).toBe(48 * HOUR);
    expect(suggestedWindow(100 * 24 * HOUR)).toBe(105 * 24 * HOUR);
  });
});

// Helpers

const HOUR = 3_600_000;
const INPUT: WindowInput = {
  ...{ retriesMs: 0, comebackMs: 0, redeliveryMs: 0, redriveMs: 0, skewMs: 0 },
  ...{ countsFrom: 'completion', longestRunMs: 0, windowMs: 24 * HOUR },
  ...{ recordsPerSecond: 100, bytesPerRecord: 2000 },
};

const times = fc.nat(1000 * HOUR);
const inputs: fc.Arbitrary<WindowInput> = fc.record({
  ...{ retriesMs: times, comebackMs: times, redeliveryMs: times, redriveMs: times, skewMs: times },
  ...{ longestRunMs: times, windowMs: times },
  countsFrom: fc.constantFrom('claim', 'completion'),
  recordsPerSecond: fc.nat(10_000),
  bytesPerRecord: fc.nat(100_000),
});

/** Played through: the first attempt at 0, each further one as late as it may be after the one before it. */
function lastDuplicate(input: WindowInput): number {
  let now = 0;
  now += input.retriesMs;
  now += input.comebackMs;
  now += input.redeliveryMs;
  now += input.redriveMs;
  // The record’s clock runs ahead, and it started when the work did.
  return now + input.skewMs + (input.countsFrom === 'claim' ? input.longestRunMs : 0);
}
