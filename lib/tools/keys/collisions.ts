import { ALPHABETS, type Alphabet, TICKS_PER_SECOND, type TickUnit } from '@/lib/tools/keys/encode';

/** What a key is drawn from: so many random bits, anew in every tick of a clock if it holds the time. */
export interface KeySpace {
  /** Base-2 logarithm of how many values chance can give. 0: none, the time alone. */
  readonly randomBits: number;
  /** Null: the time is no part of the key. */
  readonly ticksPerSecond: number | null;
}

export type KeyKind = 'uuid4' | 'uuid7' | 'ulid' | 'short' | 'timestamp';

export interface KeyOptions {
  readonly kind: KeyKind;
  /** Of a short key. */
  readonly characters: number;
  readonly alphabet: Alphabet;
  /** Of a timestamp key. */
  readonly unit: TickUnit;
}

/** RFC 9562, 5.4 and 5.7; github.com/ulid/spec. */
export function keySpaceOf({ kind, characters, alphabet, unit }: KeyOptions): KeySpace {
  switch (kind) {
    case 'uuid4':
      return { randomBits: 122, ticksPerSecond: null };
    case 'uuid7':
      return { randomBits: 74, ticksPerSecond: 1000 };
    case 'ulid':
      return { randomBits: 80, ticksPerSecond: 1000 };
    case 'short':
      return {
        randomBits: characters * Math.log2(ALPHABETS[alphabet].length),
        ticksPerSecond: null,
      };
    case 'timestamp':
      return { randomBits: 0, ticksPerSecond: TICKS_PER_SECOND[unit] };
  }
}

export interface Collisions {
  /** Keys that are remembered at a time, on average: less than one where they come seldom. */
  readonly keys: number;
  /** How many different keys can come about within the window. */
  readonly values: number;
  /** That any two keys of one window are the same. */
  readonly chance: number;
  /** How often a key is made that is remembered already, while things go on as they are. */
  readonly clashesPerSecond: number;
}

/**
 * How likely clashes are among keys made evenly at a rate and each remembered for a window.
 *
 * A key with the time in it can only clash within its tick: over a window of T ticks and b random bits
 * there are T × 2^b values. How often: a new key meets those that came before it and are still remembered, and
 * are of its own tick if it holds the time. A window may end within a tick. Keys are taken to come at random
 * moments, as from many people (a Poisson process); in bursts there are more clashes than this.
 */
export function collisions(space: KeySpace, ratePerSecond: number, windowMs: number): Collisions {
  const { randomBits, ticksPerSecond } = space;
  const drawn = 2 ** randomBits;
  const windowSeconds = windowMs / 1000;
  const keys = ratePerSecond * windowSeconds;
  const ticks = ticksPerSecond ?? 0;
  const values = Math.max(1, windowSeconds * ticks) * drawn;
  /** For how long keys like a new one have been gathering, at most: since the tick began, or the window. */
  const gatheredSeconds = Math.min(windowSeconds, 1 / ticks);
  const met = (ratePerSecond * gatheredSeconds) / drawn;
  return {
    ...{ keys, values, chance: clashChance(keys, values) },
    // While they gather, and from then until the tick ends; without a tick, the latter for ever.
    clashesPerSecond:
      ticks * drawn * notFirst(met) -
      ratePerSecond * (1 - gatheredSeconds * ticks) * Math.expm1(-met),
  };
}

/** Below this, the difference of two numbers that are nearly the same would be noise. */
const SERIES_BELOW = 1e-4;

/** Of keys that come at random to a place, x on average: how many are not its first, x − (1 − e^−x). */
const notFirst = (x: number): number =>
  x < SERIES_BELOW ? (x * x * (1 - x / 3)) / 2 : x + Math.expm1(-x);

/**
 * The birthday problem for keys that come at random, n on average: that any two are the same of N values.
 *
 * Each value then comes up by itself, n/N times on average, and at most once with a chance of (1 + n/N) e^(−n/N)
 * (thinning of a Poisson process); all N of them with the N-th power of it. For few keys the clash is n²/2N.
 */
export function clashChance(keys: number, values: number): number {
  const x = keys / values;
  const log = x < SERIES_BELOW ? x * x * (1 / 2 - x / 3) : x - Math.log1p(x);
  return -Math.expm1(-values * log);
}
