import { describe, expect, it } from 'vitest';

import { wilson } from '@/lib/explorer/sampler/interval';

describe('an interval of 95 %', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i out of %i', (count, of, low, high) => {
    const interval = wilson(count, of);
    expect(interval.rate).toBe(count / of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('stays between never and always', () => {
    expect(wilson(0, 10_000).low).toBe(0);
    expect(wilson(10_000, 10_000).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 });
  });

  it('says of what never came how rare it must be', () => {
    expect(wilson(0, 10_000).high).toBeCloseTo(0.000384, 6);
  });
});
