import { describe, expect, it } from 'vitest';

import { Random, thresholdOf } from '@/lib/explorer/sampler/random';

describe('the generator', () => {
  // Printed by the C code of PractRand (sfc32::raw32 after seed(Uint64)), compiled with gcc.
  it.each([
    [0, [0x514676c3, 0x08a809df, 0x30349d2b, 0xfb52c520, 0x38802be1, 0x948279e6]],
    [1, [0x77eef724, 0x6f99472c, 0x65c86823, 0x6a161a47, 0x78c8aace, 0x63091598]],
    [42, [0x4b5d663b, 0x7414a19b, 0xe99de5c3, 0x4a934eb2, 0x271fe4cf, 0x1c80a59d]],
    [0xffffffff, [0x764cad11, 0xdf5ae2cc, 0x4cb9335b, 0x787c4ce1, 0x840b6da8, 0x107a9507]],
  ])('gives the numbers of the C code for seed %i', (seed, numbers) => {
    const random = new Random();
    random.seed(seed);
    expect(numbers.map(() => random.next())).toEqual(numbers);
  });

  it('gives the same numbers again for the same seed', () => {
    const random = new Random();
    random.seed(7);
    const first = Array.from({ length: 50 }, () => random.next());
    random.seed(8);
    random.next();
    random.seed(7);
    expect(Array.from({ length: 50 }, () => random.next())).toEqual(first);
  });

  it('draws every whole number below a count about equally often', () => {
    for (const count of [2, 3, 7]) {
      const drawn = Array.from({ length: count }, () => 0);
      const random = new Random();
      random.seed(count);
      for (let draw = 0; draw < 70_000; draw += 1) {
        const value = random.below(count);
        drawn[value] = (drawn[value] ?? 0) + 1;
      }
      expect(chiSquare(drawn)).toBeLessThan(CHI_SQUARE_999[count] ?? 0);
    }
  });

  it('is as good at the first number of one seed after another', () => {
    // Days are seeded 1, 2, 3 …: their first draws must look drawn too.
    const drawn = Array.from({ length: 16 }, () => 0);
    const random = new Random();
    for (let seed = 1; seed <= 64_000; seed += 1) {
      random.seed(seed);
      const value = random.below(16);
      drawn[value] = (drawn[value] ?? 0) + 1;
    }
    expect(chiSquare(drawn)).toBeLessThan(CHI_SQUARE_999[16] ?? 0);
  });

  it('turns a rate into how much of all numbers is below it', () => {
    expect(thresholdOf(0)).toBe(0);
    expect(thresholdOf(1)).toBe(2 ** 32);
    expect(thresholdOf(0.25)).toBe(2 ** 30);
  });
});

// Helpers

/** What a fair draw exceeds once in a thousand times, by how many different numbers there are. */
const CHI_SQUARE_999: Readonly<Record<number, number>> = {
  ...{ 2: 10.828, 3: 13.816, 7: 22.458, 16: 37.697 },
};

function chiSquare(drawn: readonly number[]): number {
  const expected = drawn.reduce((sum, count) => sum + count, 0) / drawn.length;
  return drawn.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
