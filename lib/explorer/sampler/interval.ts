/** A rate as it was counted, and between which rates the true one probably lies. */
export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** Standard deviations to either side of the mean that hold 95 % of a normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's interval for `count` out of `of`, at 95 %. It is sound for rare things too, where the usual
 * one says nothing (E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22, 1927; recommended by Brown, Cai, DasGupta, Interval estimation for a binomial proportion,
 * Statistical Science 16, 2001).
 */
export function wilson(count: number, of: number): Interval {
  if (of === 0) return { rate: 0, low: 0, high: 1 };
  const rate = count / of;
  const z2 = Z * Z;
  const middle = rate + z2 / (2 * of);
  const spread = Z * Math.sqrt((rate * (1 - rate) + z2 / (4 * of)) / of);
  const scale = 1 + z2 / of;
  return {
    rate,
    // Rounding must not push the ends beyond what a rate can be.
    low: count === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: count === of ? 1 : Math.min(1, (middle + spread) / scale),
  };
}
