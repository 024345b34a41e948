import { expect, test } from 'vitest';

import { pngScale } from '@/components/mermaid/export-png';

test('a picture is twice as large as its drawing', () => {
  expect(pngScale({ width: 700, height: 600 })).toBe(2);
  expect(pngScale({ width: 700, height: 4_000 })).toBe(2);
});

test('no side of a picture is longer than browsers allow', () => {
  expect(pngScale({ width: 700, height: 10_000 })).toBe(0.8);
  expect(pngScale({ width: 16_000, height: 600 })).toBe(0.5);
});
