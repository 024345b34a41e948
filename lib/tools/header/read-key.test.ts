import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readKey } from '@/lib/tools/header/read-key';

const UUID = '8e03978e-40d5-43e8-bc93-6894a57f9324';

describe('an Idempotency-Key', () => {
  it('in quotes is a key for the draft, and one with quotes for those who take it as it stands', () => {
    expect(readKey(`"${UUID}"`)).toMatchObject({
      draft: { ok: true, key: UUID },
      practice: { key: `"${UUID}"`, uuid: null, oddAt: null },
      suggestion: `"${UUID}"`,
      hints: ['quotes-differ'],
    });
  });

  it('without quotes is what most servers take, and the draft refuses', () => {
    expect(readKey(UUID)).toMatchObject({
      draft: { ok: false, at: 1, problem: 'more' },
      practice: { key: UUID, uuid: 'random', oddAt: null },
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

  it('that is a UUID is praised only where it was made at random', () => {
    const uuidOf = (text: string) => readKey(text).practice.uuid;
    expect(uuidOf('019c0f4a-7b1e-7c3d-9a2b-5d6e7f809112')).toBe('random');
    expect(uuidOf('c232ab00-9414-11ec-b3c8-9f6bdeced846')).toBe('other');
    for (const digit of ['0', 'f', 'F']) {
      const none = UUID.replace(/[\da-f]/g, digit);
      expect(readKey(none)).toMatchObject({ practice: { uuid: 'other' }, hints: ['nil-uuid'] });
      expect(readKey(`"${none}"`).hints).toContain('nil-uuid');
    }
  });

  it('with more behind it is offered alone', () => {
    expect(readKey('"ab\\"c","x"')).toMatchObject({
      suggestion: '"ab\\"c"',
      hints: expect.arrayContaining(['two-lines']) as unknown,
    });
    expect(readKey('"x";A=1').suggestion).toBe('"x"');
    expect(readKey('"x";A=1').hints).not.toContain('two-lines');
  });

  it('that is long is not called one that most take', () => {
    expect(readKey('x'.repeat(255)).practice.isLong).toBe(false);
    expect(readKey('x'.repeat(256)).practice.isLong).toBe(true);
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

  it.each([
    `-H "Idempotency-Key: ${UUID}"`,
    `-H 'Idempotency-Key: ${UUID}' \\`,
    `--header='idempotency-key: "${UUID}"'`,
    `-H "Idempotency-Key: \\"${UUID}\\""`,
    `-H Idempotency-Key:${UUID}`,
    `curl https://a.example/charges -u "me:" -H "Idempotency-Key: ${UUID}" -d amount=100`,
    `curl https://a.example/charges \\\n  -H "Accept: */*" \\\n  -H "Idempotency-Key: ${UUID}" \\\n  -d amount=100`,
  ])('of a curl command is found in it: %s', (text) => {
    const read = readKey(text);
    expect(read.suggestion).toBe(`"${UUID}"`);
    expect(read.hints).toContain('curl');
    expect(read.hints).not.toContain('header-name');
  });

  it('of a curl command without one is not offered', () => {
    expect(readKey('-H "Accept: */*"').suggestion).toBeNull();
    expect(readKey('-H "Idempotency-Key: "').suggestion).toBeNull();
  });

  it('has no header in front that is a blank line, as it has none behind', () => {
    for (const text of ['\n"a"', '\r\n \n"a"\n', '"a"\n\n']) {
      expect(readKey(text)).toMatchObject({ joined: '"a"', lines: 1, draft: { ok: true } });
    }
    expect(readKey('\n\n')).toMatchObject({ joined: '', lines: 1, draft: { problem: 'empty' } });
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
