import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Alphabet,
  ALPHABETS,
  shortKey,
  shortKeyBytes,
  TIME_48_MAX_MS,
  timestampKey,
  ulid,
  uuid4,
  uuid7,
} from '@/lib/tools/keys/encode';
import { timestampStory } from '@/lib/tools/keys/timestamps';

describe('a UUID', () => {
  it('is the one that RFC 9562 gives as an example', () => {
    // Appendix A.3 and A.6. The bits of version and variant may be anything: they are set.
    const example4 = bytesOf('919108f752d14320dbacf847db4148a8');
    expect(uuid4(example4)).toBe('919108f7-52d1-4320-9bac-f847db4148a8');
    const example7 = bytesOf('0000000000000cc318c4dc0c0c07398f');
    expect(uuid7(0x017f22e279b0, example7)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('has its version, its variant and every other bit as drawn', () => {
    fc.assert(
      fc.property(bytes(16), times, (random, timeMs) => {
        const shape = (version: number) =>
          new RegExp(
            `^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
          );
        expect(uuid4(random)).toMatch(shape(4));
        const made = uuid7(timeMs, random);
        expect(made).toMatch(shape(7));
        expect(parseInt(made.replace('-', '').slice(0, 12), 16)).toBe(timeMs);
        const masked = (text: string) =>
          (BigInt(`0x${text.replaceAll('-', '')}`) & RANDOM_OF_7).toString(16);
        expect(masked(made)).toBe(masked(Buffer.from(random).toString('hex')));
      }),
    );
  });
});

describe('a ULID', () => {
  it('is written as its specification writes it', () => {
    expect(ulid(0, new Uint8Array(10))).toBe('0'.repeat(26));
    // The largest that there is: 7 and then only Z.
    expect(ulid(TIME_48_MAX_MS, new Uint8Array(10).fill(255))).toBe('7'.padEnd(26, 'Z'));
    // A time that many implementations are tested with.
    expect(ulid(1_469_918_176_385, new Uint8Array(10)).slice(0, 10)).toBe('01ARYZ6S41');
  });

  it('sorts as its time, and then as its chance', () => {
    fc.assert(
      fc.property(times, times, bytes(10), bytes(10), (a, b, first, second) => {
        const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
        const expected = Math.sign(a - b) || Math.sign(Buffer.compare(first, second));
        expect(order(ulid(a, first), ulid(b, second))).toBe(expected);
      }),
    );
  });

  it('refuses what does not fit', () => {
    for (const time of [-1, 0.5, TIME_48_MAX_MS + 1, NaN]) {
      expect(() => ulid(time, new Uint8Array(10))).toThrow(RangeError);
      expect(() => uuid7(time, new Uint8Array(16))).toThrow(RangeError);
    }
    expect(() => uuid4(new Uint8Array(15))).toThrow(RangeError);
  });
});

describe('a short key', () => {
  it('is of its alphabet and as long as asked', () => {
    fc.assert(
      fc.property(
        alphabets,
        fc.integer({ min: 1, max: 22 }),
        bytes(400),
        (name, length, random) => {
          const key = shortKey(length, name, random);
          expect(key).toHaveLength(length);
          for (const letter of key ?? '') expect(ALPHABETS[name]).toContain(letter);
        },
      ),
    );
  });

  it('favours no letter: of all bytes, each is drawn by as many', () => {
    for (const name of Object.keys(ALPHABETS) as Alphabet[]) {
      const drawn = Array.from({ length: 256 }, (_, byte) =>
        shortKey(1, name, Uint8Array.of(byte)),
      ).filter((letter) => letter !== null);
      const counts = Array.from(ALPHABETS[name]).map(
        (letter) => drawn.filter((each) => each === letter).length,
      );
      expect(new Set(counts).size).toBe(1);
    }
  });

  it('says so when the bytes run out, which is rarer than one time in 10^15', () => {
    expect(shortKey(2, 'digits', Uint8Array.of(255, 255, 3))).toBeNull();
    for (const name of Object.keys(ALPHABETS) as Alphabet[]) {
      const drawn = Array.from({ length: 256 }, (_, byte) =>
        shortKey(1, name, Uint8Array.of(byte)),
      );
      const share = drawn.filter((letter) => letter !== null).length / 256;
      for (let length = 1; length <= 64; length += 1) {
        expect(chanceOfFewer(length, shortKeyBytes(length), share)).toBeLessThan(1e-15);
      }
    }
  });
});

describe('a timestamp as a key', () => {
  it('counts whole ticks', () => {
    const timeUs = 1_768_469_400_250_999;
    expect(timestampKey(timeUs, 's')).toBe('1768469400');
    expect(timestampKey(timeUs, 'ms')).toBe('1768469400250');
    expect(timestampKey(timeUs, 'us')).toBe('1768469400250999');
  });

  it('fails twice: two purchases share one, and a retry gets another', () => {
    const startMs = 1_768_469_400_250;
    const story = timestampStory({ startMs, gapUs: 400, retryMs: 1000 }, 'ms');
    expect(story).toMatchObject({ secondSwallowed: true, retryCharged: true });
    // Finer ticks mend the first and not the second; coarser ones the other way round, now and then.
    expect(timestampStory({ startMs, gapUs: 400, retryMs: 1000 }, 'us')).toMatchObject({
      ...{ secondSwallowed: false, retryCharged: true },
    });
    expect(timestampStory({ startMs, gapUs: 400, retryMs: 300 }, 's')).toMatchObject({
      ...{ secondSwallowed: true, retryCharged: false },
    });
  });
});

// Helpers

const RANDOM_OF_7 = BigInt('0x0000000000000fff3fffffffffffffff');
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const times = fc.integer({ min: 0, max: TIME_48_MAX_MS });
const alphabets = fc.constantFrom(...(Object.keys(ALPHABETS) as Alphabet[]));

/** That fewer than so many of `tries` hit, if each does with this chance. */
function chanceOfFewer(hits: number, tries: number, chance: number): number {
  if (chance === 1) return 0;
  let exactly = (1 - chance) ** tries;
  let sum = 0;
  for (let count = 0; count < hits; count += 1) {
    sum += exactly;
    exactly *= ((tries - count) / (count + 1)) * (chance / (1 - chance));
  }
  return sum;
}
