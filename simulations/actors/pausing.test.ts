import { expect, it } from 'vitest';

import { type Backoff, pauseTicks } from '@/simulations/actors/pausing';

it('DOMAIN 14.1: pauses are twice as long each time up to their cap, and half of that with jitter', () => {
  const pauses = (backoff: Backoff) =>
    [1, 2, 3, 4].map((calls) => pauseTicks({ backoff, baseTicks: 2, capTicks: 7 }, calls));
  expect(pauses('none')).toEqual([0, 0, 0, 0]);
  expect(pauses('exponential')).toEqual([2, 4, 7, 7]);
  expect(pauses('full-jitter')).toEqual([1, 2, 3, 3]);
});
