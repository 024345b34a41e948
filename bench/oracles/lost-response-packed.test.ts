import { describe, expect, it } from 'vitest';

import { explorePacked } from './lost-response-packed.ts';

/**
 * What a plain search with the engine itself found, once, when this was written: states and choices, then
 * the choices to the nearest duplicate and to the nearest stuck end. The larger ones make all tables grow.
 */
const FOUND = [
  ['none', { retries: 0, losses: 0, duplicates: 0, crashes: 0 }, 95, 181, null, null],
  ['none', { retries: 0, losses: 2, duplicates: 1, crashes: 0 }, 2_445, 8_334, 6, null],
  ['none', { retries: 1, losses: 1, duplicates: 0, crashes: 1 }, 12_122, 45_647, 11, null],
  ['none', { retries: 2, losses: 2, duplicates: 0, crashes: 0 }, 234_572, 1_118_464, 11, null],
  ['per-intent', { retries: 0, losses: 1, duplicates: 1, crashes: 1 }, 5_472, 18_783, null, 9],
  ['per-intent', { retries: 0, losses: 2, duplicates: 1, crashes: 2 }, 9_020, 33_819, null, 9],
  ['per-intent', { retries: 1, losses: 1, duplicates: 1, crashes: 0 }, 64_160, 268_447, null, null],
  ['per-intent', { retries: 2, losses: 2, duplicates: 0, crashes: 0 }, 25_576, 103_452, null, null],
  ['per-intent', { retries: 2, losses: 1, duplicates: 0, crashes: 1 }, 66_568, 279_706, null, 21],
] as const;

describe('the packed search', () => {
  it.each(FOUND)('of %s within %o finds what the engine does', (key, bounds, ...found) => {
    const { states, transitions, fewest } = explorePacked({ key, ...bounds });
    expect([states, transitions, fewest.duplicate, fewest.stuck]).toEqual(found);
    expect(fewest.lost).toBeNull();
  });

  it('refuses bounds that its cells cannot count', () => {
    const bounds = { key: 'none', retries: 5, losses: 0, duplicates: 2 } as const;
    expect(() => explorePacked(bounds)).toThrow('More than a cell can count');
  });
});
