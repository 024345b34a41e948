import { expect, it } from 'vitest';

import { KEYS } from '@/simulations/words/keys';
import { MARKS } from '@/simulations/words/marks';

it.each([KEYS, MARKS])('DEL and PEXPIRE are answered by a number, as by Redis', ({ messages }) => {
  const said = messages?.['key.answered'] as (message: object) => string;
  expect(said({ ok: true, found: null, count: 1 })).toBe('1');
  expect(said({ ok: false, found: null, count: 0 })).toBe('0');
  expect(said({ ok: true, found: null })).toBe('OK');
});

it('a claim that is numbered is shown as the script that it is', () => {
  const said = KEYS.messages?.['key.claimed'] as (message: object) => string;
  expect(said({ key: 'k', expiresIn: 4 })).toBe('SET NX GET PX k');
  expect(said({ key: 'k', expiresIn: 4, numbered: true })).toBe('SET NX GET PX k + INCR');
});
