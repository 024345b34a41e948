import { expect, test } from 'vitest';

import { partOf, placeInPart } from '@/components/view/part';

const part = (from: number | null, to: number | null, length = 11) => {
  const { start, end, complaint } = partOf({ from, to }, length);
  return [start, end, complaint === null];
};

test('a part starts before its first step and ends after its last', () => {
  expect(part(null, null)).toEqual([0, 11, true]);
  expect(part(4, 8)).toEqual([3, 8, true]);
  expect(part(4, 4)).toEqual([3, 4, true]);
  expect(part(null, 2)).toEqual([0, 2, true]);
  expect(part(11, null)).toEqual([10, 11, true]);
});

test('what lies outside the run is cut off', () => {
  expect(part(0, 400)).toEqual([0, 11, true]);
});

test('a part without steps is refused, and all is shown', () => {
  expect(partOf({ from: 8, to: 5 }, 11)).toEqual({
    ...{ start: 0, end: 11 },
    complaint: 'This run has no steps from 8 to 5; all 11 are shown instead.',
  });
  expect(part(12, null)).toEqual([0, 11, false]);
  expect(part(null, 0)).toEqual([0, 11, false]);
});

test('within a part steps are counted as in the diagram', () => {
  const place = (position: number, from: number | null, to: number | null) =>
    placeInPart(partOf({ from, to }, 11), position, 11).place;
  expect(place(4, 5, 8)).toBe('before steps 5 to 8');
  expect(place(5, 5, 8)).toBe('step 5, of steps 5 to 8');
  expect(place(8, 5, 8)).toBe('step 8, of steps 5 to 8');
  expect(place(0, null, 8)).toBe('before steps 1 to 8');
  expect(place(7, 8, 8)).toBe('before step 8');
  expect(place(8, 8, 8)).toBe('step 8, of step 8');
  expect(place(8, null, null)).toBeUndefined();
  expect(place(8, 1, 40)).toBeUndefined();
});

test('a run without steps has one part', () => {
  expect(part(null, null, 0)).toEqual([0, 0, true]);
  expect(part(5, 6, 0)).toEqual([0, 0, true]);
});
