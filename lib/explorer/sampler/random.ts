/**
 * sfc32, the small fast counting generator of 32 bits by Chris Doty-Humphrey (PractRand 0.95,
 * src/RNGs/sfc.cpp), seeded as there: one integer, then twelve rounds. It needs no multiplication, so it
 * gives the same numbers wherever there are 32-bit integers. The tests hold numbers of the C code.
 */
export class Random {
  /** a, b, c and the counter. In an array, because a field that outgrows 31 bits would be put on the heap. */
  readonly #state = new Int32Array(4);

  seed(seed: number): void {
    const state = this.#state;
    state[0] = 0;
    state[1] = seed;
    state[2] = Math.floor(seed / WORD);
    state[3] = 1;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const state = this.#state;
    const a = state[0] as number;
    const b = state[1] as number;
    const c = state[2] as number;
    const counter = state[3] as number;
    const drawn = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + drawn) | 0;
    state[3] = (counter + 1) | 0;
    return drawn >>> 0;
  }

  /** A whole number from 0 to `count` - 1. For small counts their odds differ by less than one in a million. */
  below(count: number): number {
    return Math.floor((this.next() / WORD) * count);
  }
}

const WORD = 2 ** 32;

/** What `next` must be below for something that happens at this rate. */
export const thresholdOf = (rate: number): number => Math.round(rate * WORD);
