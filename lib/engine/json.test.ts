import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonical } from '@/lib/engine/json';

describe('canonical', () => {
  it('gives one text for equal data, whatever the order of its fields', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(shuffled(value))).toBe(canonical(value));
      }),
    );
  });

  it('gives different texts for different data', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells a text from the number, the truth and the nothing that look like it', () => {
    const looks = ['1', 1, 'true', true, 'null', null, '[]', [], '{}', {}, '', [null], [[]]];
    expect(new Set(looks.map(canonical)).size).toBe(looks.length);
  });
});

// Helpers

const json = fc.jsonValue();

/** The same, its fields set in the opposite order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, shuffled(field)]),
  );
}
