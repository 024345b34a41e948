import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Fields,
  initialValues,
  type NumberField,
  readValue,
  writeDuration,
  writeValue,
} from '@/lib/tools/fields';
import { fromToolQuery, QUERY_CHARACTERS_MAX, toToolQuery } from '@/lib/tools/link';
import { settingWords, shownValue, takenWords } from '@/lib/tools/shown';

describe('a tool’s link', () => {
  it('to a fresh page is empty', () => {
    expect(toToolQuery(FIELDS, initialValues(FIELDS))).toBe('');
    expect(fromToolQuery(FIELDS, '')).toEqual({ values: initialValues(FIELDS), complaint: null });
  });

  it('can be read by people', () => {
    const values = {
      ...initialValues(FIELDS),
      ...({ colour: 'blue', count: 12, wait: 5_400_000, columns: ['a', 'c'] } as const),
      text: '"a b"',
    };
    expect(toToolQuery(FIELDS, values)).toBe(
      'colour=blue&count=12&wait=90min&columns=a,c&text=%22a%20b%22',
    );
  });

  it.each([
    ['colour=pink', 'part that can’t be used, “colour=pink”; “red” is shown instead.'],
    ['count=99', 'part that can’t be used, “count=99”; “20” is shown instead.'],
    ['count=0', 'part that can’t be used, “count=0”; “1” is shown instead.'],
    ['count=2.6', 'part that can’t be used, “count=2.6”; “3” is shown instead.'],
    ['count=', 'part that can’t be used, “count=”; “5” is shown instead.'],
    ['wait=soon', 'part that can’t be used, “wait=soon”; “24h” is shown instead.'],
    ['wait=90', 'part that can’t be used, “wait=90”; “24h” is shown instead.'],
    ['wait=9999d', 'part that can’t be used, “wait=9999d”; “365d” is shown instead.'],
    ['asked=maybe', 'part that can’t be used, “asked=maybe”; it is left open.'],
    ['columns=a,x', 'part that can’t be used, “columns=a,x”; “a” is shown instead.'],
    ['columns=x', 'part that can’t be used, “columns=x”; “a,b,c” is shown instead.'],
    [`text=${'x'.repeat(51)}`, '“text=xxxxxxxxxxxxxxxxxxxxxxxxxxx…”; it is left open.'],
    ['__proto__=1', 'part that means nothing here and was left out: “__proto__”.'],
    ['count=2&count=3', 'part that means nothing here and was left out: “count (a second time)”.'],
    ['a=1&b=2', 'parts that can’t be used, and what comes nearest is shown instead: “a”, “b”.'],
    [
      'a=1&b=2&count=x&colour=y&e',
      'what comes nearest is shown instead: “colour=y”, “count=x”, “a” and 2 more.',
    ],
  ])('%s: one sentence says so', (query, sentence) => {
    const { complaint } = fromToolQuery(FIELDS, query);
    expect(complaint).toContain(sentence);
    expect(complaint).toMatch(/^This link has [^.]*\.([^.]*\.)?$/);
  });

  it('carries whatever a person set, and is read without complaint', () => {
    fc.assert(
      fc.property(settings, (values) => {
        expect(fromToolQuery(FIELDS, toToolQuery(FIELDS, values))).toEqual({
          ...{ values, complaint: null },
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('whatever it holds gives a page that can be linked to', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { values, complaint } = fromToolQuery(FIELDS, query);
        const written = toToolQuery(FIELDS, values);
        expect(fromToolQuery(FIELDS, written)).toEqual({ values, complaint: null });
        expect(values.count).toBeGreaterThanOrEqual(1);
        expect(values.count).toBeLessThanOrEqual(20);
        if (complaint !== null) expect(complaint).toMatch(/^This link has .*\.$/s);
      }),
      { numRuns: 5000 },
    );
  });

  it('is not read beyond what it may hold', () => {
    const { values, complaint } = fromToolQuery(
      FIELDS,
      `text=${'x'.repeat(QUERY_CHARACTERS_MAX)}&count=3`,
    );
    expect(values.count).toBe(5);
    expect(values.text).toBe('');
    expect(complaint).toContain('all after 4000 characters');
  });
});

describe('what people write by hand', () => {
  it.each([
    ['24h', 86_400_000],
    ['1 day', 86_400_000],
    ['5 min', 300_000],
    ['5m', 300_000],
    ['1.5 hours', 5_400_000],
    ['2 weeks', 1_209_600_000],
    ['1 year', 31_536_000_000],
    ['0.5 years', 15_768_000_000],
    ['1y', 31_536_000_000],
    ['250 ms', 250],
    ['0', 0],
    ['1,000 s', 1_000_000],
    ['1 000 s', 1_000_000],
    ['24 h 11 min', 87_060_000],
    ['1h30m', 5_400_000],
    ['3 days 5 h', 277_200_000],
    ['1 min, 2 s and 3 ms', 62_003],
    ['5s 3ms', 5003],
  ])('is a duration: %s', (text, value) => {
    expect(readValue(FIELDS.wait, text)).toEqual({ value, exact: true });
  });

  it.each(['', '5', 'h', '5 lightyears', '1.2.3 s', '-5 s', '5 min 1 h', '1 h 1 h', '1 h 5'])(
    'is none: “%s”',
    (text) => {
      expect(readValue(FIELDS.wait, text)).toBeNull();
    },
  );

  it.each([
    ['1,000', 1000],
    ['1 000 000', 1_000_000],
    ['1e3', 1000],
    ['.5', 0.5],
  ])('is a number: %s', (text, value) => {
    expect(readValue(BIG, text)).toEqual({ value, exact: true });
  });

  it.each(['', 'x', '1,00', '0x10', '--1', '1e9999', 'Infinity', '٣'])(
    'is no number: “%s”',
    (text) => {
      expect(readValue(BIG, text)).toBeNull();
    },
  );

  it.each([
    [{ ...BIG, min: 1, max: 20 }, '100', 'taken as 20, the most'],
    [{ ...BIG, min: 1, max: 20 }, '0.5', 'taken as 1, the least'],
    [{ ...BIG, min: 1, max: 20 }, '2.5', null],
    [FIELDS.count, '2.5', 'taken as 3'],
    [FIELDS.count, '3', null],
    [FIELDS.count, '', 'not understood; 5 kept'],
    [BIG, '1e13', 'taken as 1,000,000,000,000, the most'],
    [{ ...BIG, max: 1234.5 }, '2000', 'taken as 1,234.5, the most'],
    [FIELDS.wait, '2 years', 'taken as 1 year, the most'],
    [FIELDS.wait, '0.6 ms', 'taken as 1 ms'],
    [FIELDS.wait, '1000', 'not understood; 24 h kept'],
    [FIELDS.wait, 'abc', 'not understood; 24 h kept'],
    [FIELDS.text, 'x', null],
    [FIELDS.text, '\ud800', null],
    [
      FIELDS.text,
      'x'.repeat(51),
      '51 characters, and 50 are the most: not read; the text before kept',
    ],
  ])('what became of what was typed is said: %j', (field, text, words) => {
    expect(takenWords(field, text, readValue(field, text)?.value ?? field.initial)).toBe(words);
  });

  it('a setting is told on paper as its control has it', () => {
    expect(settingWords(FIELDS.colour, 'blue')).toBe('deep blue');
    expect(settingWords(FIELDS.count, 5)).toBe('5');
    expect(settingWords({ ...BIG, unit: 'bytes' }, 2000)).toBe('2,000 bytes');
    expect(settingWords(FIELDS.wait, 5_400_000)).toBe('90 min');
    expect(settingWords(FIELDS.columns, ['a', 'c'])).toBe('A, C');
    expect(settingWords(FIELDS.columns, [])).toBe('none');
  });

  it('a value is read as it is shown', () => {
    fc.assert(
      fc.property(settings, fc.double({ min: 0, max: 1e12, noNaN: true }), ({ wait }, big) => {
        for (const ms of [wait, wait - (wait % 60_000), wait - (wait % 86_400_000)]) {
          const read = readValue(FIELDS.wait, shownValue(FIELDS.wait, ms));
          expect(read).toEqual({ value: ms, exact: true });
        }
        expect(readValue(BIG, shownValue(BIG, big))).toEqual({ value: big, exact: true });
      }),
    );
  });

  it('a duration is written in its largest whole unit', () => {
    const texts = [0, 1, 1000, 90_000, 3_600_000, 86_400_000, 172_800_000, 172_800_001];
    expect(texts.map(writeDuration)).toEqual([
      ...['0s', '1ms', '1s', '90s', '1h', '24h', '2d', '172800001ms'],
    ]);
    expect(writeValue(FIELDS.wait, 0)).toBe('0s');
    expect(shownValue(FIELDS.wait, 86_400_000)).toBe('24 h');
    expect(shownValue(FIELDS.wait, 172_800_001)).toBe('172,800,001 ms');
    expect(shownValue(FIELDS.wait, 3650 * 86_400_000)).toBe('10 years');
  });
});

// Helpers

const FIELDS = {
  colour: {
    ...{ kind: 'choice', label: 'Colour', help: '' },
    values: [
      { value: 'red', label: 'red' },
      { value: 'blue', label: 'deep blue' },
    ],
  },
  asked: {
    ...{ kind: 'choice', label: 'Asked', help: '' },
    values: [
      { value: '', label: 'open' },
      { value: 'yes', label: 'yes' },
    ],
  },
  count: { kind: 'number', label: 'Count', help: '', initial: 5, min: 1, max: 20 },
  wait: {
    ...{ kind: 'duration', label: 'Wait', help: '' },
    ...{ initial: 86_400_000, min: 0, max: 365 * 86_400_000 },
  },
  columns: {
    ...{ kind: 'many', label: 'Columns', help: '' },
    values: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
      { value: 'c', label: 'C' },
    ],
  },
  text: { kind: 'text', label: 'Text', help: '', initial: '', charactersMax: 50 },
} as const satisfies Fields;

const BIG: NumberField = {
  ...({ kind: 'number', label: '', help: '', fractions: true } as const),
  ...{ initial: 1, min: 0, max: 1e12 },
};

const settings = fc.record({
  colour: fc.constantFrom('red' as const, 'blue' as const),
  asked: fc.constantFrom('' as const, 'yes' as const),
  count: fc.integer({ min: 1, max: 20 }),
  wait: fc.nat(365 * 86_400_000),
  columns: fc.subarray(['a', 'b', 'c']),
  text: fc.string({ unit: 'binary', maxLength: 25 }),
});

const queries = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Object.keys(FIELDS), 'x', '__proto__', 'toString', ''),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom(
            'none',
            'a,b',
            'a,a',
            '1e5',
            '-1',
            '9d',
            '%',
            '%E0%A4%A',
            '\ud800',
            'blue',
          ),
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.map(([name, value]) => `${name}=${value}`).join('&')),
);
