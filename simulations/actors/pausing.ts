import type { Ticks } from '@/lib/engine/model';

export type Backoff = 'none' | 'exponential' | 'full-jitter';

/** How whoever calls again pauses before it does. */
export interface Pausing {
  readonly backoff: Backoff;
  readonly baseTicks: Ticks;
  readonly capTicks: Ticks;
}

/**
 * How long to wait after so many failed calls: nothing, or min(cap, base × 2^(calls − 1)). Full jitter draws
 * evenly from zero to that (AWS Architecture Blog, “Exponential backoff and jitter”); since nothing is left to
 * chance here, it waits what it waits on average, half of it. With an even base that is a whole number.
 */
export function pauseTicks({ backoff, baseTicks, capTicks }: Pausing, calls: number): Ticks {
  if (backoff === 'none') return 0;
  const whole = Math.min(capTicks, baseTicks * 2 ** (calls - 1));
  return backoff === 'exponential' ? whole : Math.floor(whole / 2);
}
