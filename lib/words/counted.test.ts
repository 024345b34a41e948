import { expect, it } from 'vitest';

import { counted } from '@/lib/words/counted';

it('a count has its thousands apart', () => {
  expect([0, 999, 1_000, 25_576, 1_234_567].map(counted)).toEqual([
    ...['0', '999', '1,000', '25,576', '1,234,567'],
  ]);
});
