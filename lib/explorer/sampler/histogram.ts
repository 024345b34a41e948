import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';

/** How often each whole number from 0 on was counted. */
export interface Histogram {
  /** As long as the greatest that was met. The last place a histogram can have also holds all that is greater. */
  readonly counts: readonly number[];
  /** How many were counted, and their sum. */
  readonly of: number;
  readonly sum: number;
}

/** A histogram in the making. */
export class Counter {
  readonly #counts = new Int32Array(SAMPLER_LIMITS.histogramMax);
  #of = 0;
  #sum = 0;

  add(value: number): void {
    const place = Math.min(value, SAMPLER_LIMITS.histogramMax - 1);
    this.#counts[place] = (this.#counts[place] as number) + 1;
    this.#of += 1;
    this.#sum += value;
  }

  get histogram(): Histogram {
    const length = this.#counts.findLastIndex((count) => count > 0) + 1;
    return { counts: [...this.#counts.subarray(0, length)], of: this.#of, sum: this.#sum };
  }
}

export const meanOf = ({ of, sum }: Histogram): number => (of === 0 ? 0 : sum / of);

/** The least value that at least this part of all does not exceed; 0 if nothing was counted. */
export function quantile({ counts, of }: Histogram, part: number): number {
  let seen = 0;
  for (const [value, count] of counts.entries()) {
    seen += count;
    if (seen >= part * of && seen > 0) return value;
  }
  return 0;
}
