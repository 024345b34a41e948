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
  /** Keys that are remembered at a time; at least two, since one alone can’t clash. */
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
 * there are T × 2^b values. How often: without a time, a new key meets all that are remembered; with one, those
 * of its own tick that came before it. Keys are taken to come at random moments, as from many people; in
 * bursts there are more clashes than this.
 */
export function collisions(space: KeySpace, ratePerSecond: number, windowMs: number): Collisions {
  const { randomBits, ticksPerSecond } = space;
  const drawn = 2 ** randomBits;
  const windowSeconds = windowMs / 1000;
  const keys = Math.max(2, Math.ceil(ratePerSecond * windowSeconds));
  if (ticksPerSecond === null) {
    return {
      ...{ keys, values: drawn, chance: clashChance(keys, drawn) },
      clashesPerSecond: -ratePerSecond * Math.expm1((-ratePerSecond * windowSeconds) / drawn),
    };
  }
  const values = Math.max(1, windowSeconds * ticksPerSecond) * drawn;
  return {
    ...{ keys, values, chance: clashChance(keys, values) },
    clashesPerSecond: ticksPerSecond * drawn * notFirst(ratePerSecond / ticksPerSecond / drawn),
  };
}

/** Of keys that come at random to a place, x on average: how many are not its first, x − (1 − e^−x). */
const notFirst = (x: number): number =>
  // The difference of two numbers that are nearly the same would be noise.
  x < 1e-4 ? (x * x * (1 - x / 3)) / 2 : x + Math.expm1(-x);

/** Up to here the product is multiplied out. */
const EXACT_KEYS_MAX = 100_000;

/**
 * The birthday problem: that any two of n keys, drawn evenly from N values, are the same.
 *
 * Exactly 1 − (1 − 1/N)(1 − 2/N)…(1 − (n−1)/N). For many keys the logarithm of the product is taken
 * as −n(n−1)/2N − n(n−1)(2n−1)/12N², the first two terms of its series; beyond where they hold, the chance is as
 * good as 1.
 */
export function clashChance(keys: number, values: number): number {
  if (keys <= 1) return 0;
  if (keys > values) return 1;
  return -Math.expm1(keys <= EXACT_KEYS_MAX ? exactLog(keys, values) : seriesLog(keys, values));
}

function exactLog(keys: number, values: number): number {
  let log = 0;
  for (let place = 1; place < keys; place += 1) log += Math.log1p(-place / values);
  return log;
}

function seriesLog(keys: number, values: number): number {
  const pairs = (keys / values) * ((keys - 1) / 2);
  return -pairs * (1 + (2 * keys - 1) / (6 * values));
}

/** How many keys make a clash as likely as this: the inverse of `clashChance`, to its first term. */
export const keysForChance = (chance: number, values: number): number =>
  (1 + Math.sqrt(1 - 8 * values * Math.log1p(-chance))) / 2;
