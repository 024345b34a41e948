import { Random } from '@/lib/explorer/sampler/random';
import { type Backoff, drawWaits, spanOf } from '@/lib/tools/retries/delays';

export interface RetryPolicy extends Backoff {
  /** All tries, the first one too. */
  readonly attempts: number;
  /** How long an attempt takes to fail, at most: when its sender stops waiting for an answer. */
  readonly timeoutMs: number;
  /** How many services in a row retry by this policy, the first caller too. */
  readonly layers: number;
}

/** When one attempt starts, after the first one, if all before it fail by their timeout. */
export interface PlannedAttempt {
  /** From 1. */
  readonly attempt: number;
  /** The wait before it; null before the first. */
  readonly wait: { readonly leastMs: number; readonly mostMs: number } | null;
  readonly earliestMs: number;
  readonly latestMs: number;
  /** In the drawn example. */
  readonly drawnMs: number;
}

export interface RetryPlan {
  readonly attempts: readonly PlannedAttempt[];
  /** From the first attempt until the caller gives up, at the latest. */
  readonly givesUpMs: number;
  readonly givesUpDrawnMs: number;
  /** Calls at the end of the chain for one call at its start, if all of them fail: attempts^layers. */
  readonly calls: number;
  /**
   * From the first call until the last one arrives at the end of the chain, at the latest: each layer starts its
   * last attempt that much later than it was called itself.
   */
  readonly lastCallMs: number;
}

const WORD = 2 ** 32;

/** What comes of a policy when nothing succeeds. The same seed draws the same example. */
export function planRetries(policy: RetryPolicy, seed: number): RetryPlan {
  const { attempts: count, timeoutMs, layers } = policy;
  const random = new Random();
  random.seed(seed);
  const drawn = drawWaits(policy, count - 1, () => random.next() / WORD);
  const attempts: PlannedAttempt[] = [];
  let [earliestMs, latestMs, drawnMs] = [0, 0, 0];
  for (let attempt = 1; attempt <= count; attempt += 1) {
    const wait = attempt === 1 ? null : spanOf(policy, attempt - 1);
    if (wait) {
      earliestMs += timeoutMs + wait.leastMs;
      latestMs += timeoutMs + wait.mostMs;
      drawnMs += timeoutMs + (drawn[attempt - 2] ?? 0);
    }
    attempts.push({ attempt, wait, earliestMs, latestMs, drawnMs });
  }
  return {
    attempts,
    givesUpMs: latestMs + timeoutMs,
    givesUpDrawnMs: drawnMs + timeoutMs,
    calls: amplification(count, layers),
    lastCallMs: layers * latestMs,
  };
}

/** attempts^layers: 3 attempts at each of 5 layers are 243 calls at the last one. */
export const amplification = (attempts: number, layers: number): number => attempts ** layers;
