import { expect, it } from 'vitest';

import { matches } from '@/components/concepts/matches';

const TEXT = '33 Cause: a crash before the answer. INSERT … ON CONFLICT; Idempotency-Key, f(f(x)).';

it.each([
  '',
  '  ',
  '…',
  'crash',
  'CRASH',
  'cra',
  '33',
  'answer crash',
  'idempotency-key',
  'f(f',
  'on conflict',
])('finds “%s”', (search) => {
  expect(matches(TEXT, search)).toBe(true);
});

it.each(['rash', 'crash queue', '133'])('does not find “%s”', (search) => {
  expect(matches(TEXT, search)).toBe(false);
});
