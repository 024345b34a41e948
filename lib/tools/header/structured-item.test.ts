import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readItem, writeString } from '@/lib/tools/header/structured-item';

describe('a string of Structured Fields', () => {
  it('holds each character from space to tilde, and no other', () => {
    for (let code = 0; code < 0x300; code += 1) {
      const letter = String.fromCharCode(code);
      const item = readItem(`"${letter}"`);
      const mayStand = code >= 0x20 && code <= 0x7e && letter !== '"' && letter !== '\\';
      if (mayStand) expect(item).toMatchObject({ ok: true, type: 'String', value: letter });
      else expect(item, `U+${code.toString(16)}`).toMatchObject({ ok: false });
    }
  });

  it('escapes a quote and a backslash, and nothing else', () => {
    for (let code = 0; code < 0x300; code += 1) {
      const letter = String.fromCharCode(code);
      const item = readItem(`"\\${letter}"`);
      if (letter === '"' || letter === '\\')
        expect(item).toMatchObject({ ok: true, value: letter });
      else expect(item, `U+${code.toString(16)}`).toMatchObject({ ok: false });
    }
  });

  it('is read as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(printable, (value) => {
        expect(readItem(writeString(value) ?? '')).toEqual({
          ...{ ok: true, type: 'String', value, parameters: [] },
        });
      }),
    );
    expect(writeString('füü')).toBeNull();
    expect(writeString('a\nb')).toBeNull();
  });

  // The cases of github.com/httpwg/structured-field-tests, string.json and item.json.
  it.each([
    ['"foo bar"', 'foo bar'],
    ['""', ''],
    ['"   "', '   '],
    ['"foo \\"bar\\" \\\\ baz"', 'foo "bar" \\ baz'],
    ['  "a"  ', 'a'],
  ])('is in %s', (raw, value) => {
    expect(readItem(raw)).toMatchObject({ ok: true, type: 'String', value });
  });

  it.each([
    ['', 0, 'empty'],
    ['"füü"', 2, 'not-ascii'],
    ['"\t"', 1, 'control'],
    ['" \n "', 2, 'control'],
    ["'foo'", 0, 'no-type'],
    ['"foo', 4, 'unended'],
    ['"foo \\,"', 6, 'bad-escape'],
    ['"foo \\"', 7, 'unended'],
    ['"foo \\', 6, 'unended'],
    ['"a", "b"', 3, 'more'],
    [' \t "a"', 1, 'control'],
    ['"a" \t ', 4, 'control'],
    ['“abc”', 0, 'not-ascii'],
  ])('is not in %s: character %i is wrong, %s', (raw, at, problem) => {
    expect(readItem(raw)).toEqual({ ok: false, at, problem });
  });
});

describe('an item of another type', () => {
  it.each([
    ['abc-123-def', 'Token'],
    ['txn-123', 'Token'],
    ['a_b-c.d3:f%00/*', 'Token'],
    ['*', 'Token'],
    ['42', 'Integer'],
    ['-0', 'Integer'],
    ['999999999999999', 'Integer'],
    ['1.5', 'Decimal'],
    ['123456789012.123', 'Decimal'],
    [':aGVsbG8=:', 'Byte Sequence'],
    ['::', 'Byte Sequence'],
    ['?1', 'Boolean'],
    ['@1659578233', 'Date'],
    ['%"f%c3%bc"', 'Display String'],
  ])('is %s: %s', (raw, type) => {
    expect(readItem(raw)).toMatchObject({ ok: true, type, value: raw });
  });

  it.each([
    // A UUID that starts with a digit is a number that goes on too long.
    ['8e03978e-40d5-43e8-bc93-6894a57f9324', 1, 'more'],
    ['1234567890123456', 15, 'bad-number'],
    ['1234567890123.1', 12, 'bad-number'],
    ['1.1234', 5, 'bad-number'],
    ['1.', 2, 'bad-number'],
    ['-', 1, 'bad-number'],
    ['-a', 1, 'bad-number'],
    [':aGVsbG8=', 9, 'bad-bytes'],
    [':a b:', 2, 'bad-bytes'],
    [':a=G:', 3, 'bad-bytes'],
    ['?2', 1, 'bad-boolean'],
    ['@1.5', 2, 'bad-date'],
    ['@', 1, 'bad-date'],
    ['%x', 1, 'bad-display'],
    ['%"f%C3"', 3, 'bad-display'],
    ['%"%c3"', 2, 'bad-display'],
    ['a b', 2, 'more'],
    ['{a}', 0, 'no-type'],
  ])('is not %s: character %i is wrong, %s', (raw, at, problem) => {
    expect(readItem(raw)).toEqual({ ok: false, at, problem });
  });
});

describe('parameters', () => {
  it('may follow, and are named once each', () => {
    expect(readItem('"a";x; y=2;x=?0;*z="q"')).toMatchObject({
      ...{ ok: true, value: 'a', parameters: ['x', 'y', '*z'] },
    });
  });

  it.each([
    ['"a";', 4],
    ['"a";X', 4],
    ['"a";x=', 6],
    ['"a" ;x', 4],
  ])('are wrong in %s at %i', (raw, at) => {
    expect(readItem(raw)).toMatchObject({ ok: false, at });
  });
});

it('any text at all is read, and what is wrong lies within it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const item = readItem(text);
      if (item.ok) return;
      expect(item.at).toBeGreaterThanOrEqual(0);
      expect(item.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

it('up to the wrong character a text can be the start of a right one', () => {
  // So the mark never stands too far to the right: the same start with another end is read further.
  fc.assert(
    fc.property(printable, fc.string({ unit: 'binary', maxLength: 6 }), (start, rest) => {
      const item = readItem(`"${start.replace(/["\\]/g, '')}${rest}`);
      if (item.ok || item.problem === 'more') return;
      expect(item.at).toBeGreaterThanOrEqual(start.replace(/["\\]/g, '').length + 1);
    }),
  );
});

// Helpers

const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.constantFrom(...Array.from('"\\ ;=a*1.-:?@%,\'é\t')), { maxLength: 12 })
    .map((all) => all.join('')),
);
