import fc from 'fast-check';
import { expect, it } from 'vitest';

import { labelLines } from '@/lib/projections/label-lines';

it.each([
  ['2 · POST /charges 100', ['2 · POST /charges 100']],
  ['7 · POST /charges 100, key-A, again', ['7 · POST /charges 100,', 'key-A, again']],
  ['10 · INSERT orders ON CONFLICT DO NOTHING', ['10 · INSERT orders ON', 'CONFLICT DO NOTHING']],
  ['6 · the key’s time is up, it is forgotten', ['6 · the key’s time is up,', 'it is forgotten']],
])('%s', (label, lines) => {
  expect(labelLines(label, 24)).toEqual(lines);
});

it('makes three lines of what is too long for two', () => {
  expect(labelLines('6 · SET seen:order-A begun NX, before the crash', 20)).toEqual([
    '6 · SET seen:order-A',
    'begun NX,',
    'before the crash',
  ]);
});

it('loses nothing, and leaves a step’s number with its words', () => {
  const words = fc.array(fc.stringMatching(/^[a-z,]{1,30}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.nat(999), words, (step, all) => {
      const label = `${step} · ${all.join(' ')}`;
      const lines = labelLines(label, 24);
      expect(lines.join(' ')).toBe(label);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(lines[0]).toMatch(/^\d+ · \S/);
    }),
  );
});
