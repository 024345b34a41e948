import { describe, expect, it } from 'vitest';

import { KEYS } from '@/simulations/words/keys';
import { MARKS } from '@/simulations/words/marks';
import { PAYMENTS } from '@/simulations/words/payments';
import type { Words } from '@/simulations/words/words';

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

describe('a table of keys', () => {
  const tablesOf = (words: Words, record: object) =>
    words.tables?.['key-store']?.({ records: { k: { body: null, ...record } } })[0];

  it('has no place for answers that are not kept', () => {
    const table = tablesOf(KEYS, { status: 'in-progress' });
    expect([table?.columns, table?.rows]).toEqual([['key', 'status'], [['k', 'in progress']]]);
    expect(tablesOf(KEYS, { status: 'done', code: 201 })?.rows).toEqual([['k', 'done', '201']]);
  });

  it('says of a mark what its command says', () => {
    expect(tablesOf(MARKS, { status: 'in-progress', expiresIn: 4 })?.rows).toEqual([
      ['k', 'begun', 'for a time'],
    ]);
  });
});

it('a charge stands beside the key that it was made under', () => {
  const tables = PAYMENTS.tables?.['payment-provider'];
  expect(tables?.({ charges: 2, seen: { 'pay-A': 'ch-2' } })).toMatchObject([
    {
      columns: ['charge', 'key'],
      rows: [
        ['ch-1', '–'],
        ['ch-2', 'pay-A'],
      ],
    },
  ]);
  expect(tables?.({ charges: 1, seen: {} })).toMatchObject([{ rows: [['ch-1']] }]);
});
