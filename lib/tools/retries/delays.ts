/** How long a client waits before it tries again. All times in ms. */
export interface Backoff {
  /** Before the first retry. */
  readonly baseMs: number;
  /** By which each wait is longer than the one before it. */
  readonly factor: number;
  /** No wait is longer. */
  readonly capMs: number;
  readonly jitter: Jitter;
}

export type Jitter = 'none' | 'full' | 'equal' | 'decorrelated';

/** The shortest and the longest that a wait can be. */
export interface Span {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** The wait before retry n, from 1, without any chance: min(cap, base × factor^(n − 1)). */
const steadyMs = ({ baseMs, factor, capMs }: Backoff, retry: number): number =>
  Math.min(capMs, baseMs * factor ** (retry - 1));

/** By how much the longest decorrelated wait grows. */
const DECORRELATED_FACTOR = 3;

/**
 * Within which bounds the wait before retry n, from 1, lies.
 *
 * As in “Exponential backoff and jitter”, AWS architecture blog: full, between 0 and the steady wait;
 * equal, between half of it and all of it; decorrelated, between the base and three times the wait before, the
 * base standing for that before the first. `factor` plays no part in the last.
 */
export function spanOf(backoff: Backoff, retry: number): Span {
  const { baseMs, capMs, jitter } = backoff;
  const steady = steadyMs(backoff, retry);
  switch (jitter) {
    case 'none':
      return { leastMs: steady, mostMs: steady };
    case 'full':
      return { leastMs: 0, mostMs: steady };
    case 'equal':
      return { leastMs: steady / 2, mostMs: steady };
    case 'decorrelated':
      return {
        leastMs: Math.min(capMs, baseMs),
        mostMs: Math.min(capMs, baseMs * DECORRELATED_FACTOR ** retry),
      };
  }
}

/** One way in which the waits can turn out; `chance` gives a number from 0 to just below 1, each time another. */
export function drawWaits(backoff: Backoff, retries: number, chance: () => number): number[] {
  const { baseMs, capMs, jitter } = backoff;
  const waits: number[] = [];
  for (let retry = 1; retry <= retries; retry += 1) {
    if (jitter === 'decorrelated') {
      // Capped after the draw, as the blog has it: a long wait is then often just the cap.
      const before = waits.at(-1) ?? baseMs;
      waits.push(Math.min(capMs, between(baseMs, before * DECORRELATED_FACTOR, chance)));
    } else {
      const { leastMs, mostMs } = spanOf(backoff, retry);
      waits.push(between(leastMs, mostMs, chance));
    }
  }
  return waits;
}

/** From the one to the other; where the cap lies below the base, they may stand the wrong way round. */
const between = (leastMs: number, mostMs: number, chance: () => number): number =>
  leastMs + (Math.max(leastMs, mostMs) - leastMs) * chance();
