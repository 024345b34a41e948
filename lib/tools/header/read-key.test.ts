import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readKey } from '@/lib/tools/header/read-key';

const UUID = '8e03978e-40d5-43e8-bc93-6894a57f9324';

describe('an Idempotency-Key', () => {
  it('in quotes is a key for the draft, and one with quotes for those who take it as it stands', () => {
    expect(readKey(`"${UUID}"`)).toMatchObject({
      draft: { ok: true, key: UUID },
      practice: { key: `"${UUID}"`, isUuid: false, oddAt: null },
      suggestion: `"${UUID}"`,
      hints: ['quotes-differ'],
    });
  });

  it('without quotes is what most servers take, and the draft refuses', () => {
    expect(readKey(UUID)).toMatchObject({
      draft: { ok: false, at: 1, problem: 'more' },
      practice: { key: UUID, isUuid: true, oddAt: null },
      suggestion: `"${UUID}"`,
      hints: [],
    });
    expect(readKey('abc-123-def')).toMatchObject({
      draft: { ok: false, at: 0, problem: { type: 'Token' } },
      hints: ['short'],
    });
  });

  it('1.4 sent twice is one value with a comma in it, and no key', () => {
    expect(readKey('"a"\n"b"\n')).toMatchObject({
      ...{ joined: '"a", "b"', lines: 2 },
      draft: { ok: false, at: 3, problem: 'more' },
      practice: { oddAt: 4 },
      suggestion: '"a"',
    });
  });

  it.each([
    ['Idempotency-Key: "abc"', 'header-name', '"abc"'],
    ['“abc”', 'curly-quotes', '"abc"'],
    ["'abc'", 'single-quotes', '"abc"'],
    ['""', 'empty-key', null],
    ['1768469400250', 'timestamp', '"1768469400250"'],
    ['x'.repeat(65), 'long-adyen', `"${'x'.repeat(65)}"`],
    ['x'.repeat(256), 'long-stripe', `"${'x'.repeat(256)}"`],
  ])('%s gets a hint: %s', (text, hint, suggestion) => {
    const read = readKey(text);
    expect(read.hints).toContain(hint);
    expect(read.suggestion).toBe(suggestion);
  });

  it('whatever it is, can be read, and what is suggested is right by the draft', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { suggestion } = readKey(text);
        if (suggestion !== null) expect(readKey(suggestion).draft.ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
