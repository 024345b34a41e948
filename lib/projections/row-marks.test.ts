import { expect, test } from 'vitest';

import { rowMarks } from '@/lib/projections/row-marks';

const marks = (before: string, after: string) => rowMarks(rowsOf(after), rowsOf(before));
const rowsOf = (text: string) => (text === '' ? [] : text.split(',').map((row) => row.split(' ')));

test('a row that was not there is new', () => {
  expect(marks('', 'a')).toEqual(['new']);
  expect(marks('a', 'a,b')).toEqual([null, 'new']);
});

test('so is the second of two that are alike', () => {
  expect(marks('500 committed', '500 committed,500 committed')).toEqual([null, 'new']);
  expect(marks('a,a', 'a,a')).toEqual([null, null]);
});

test('a row that is another than before at its place has changed', () => {
  expect(marks('500 committed', '550 committed')).toEqual(['changed']);
  expect(marks('a 1,b 1', 'a 1,b 2')).toEqual([null, 'changed']);
  expect(marks('a 1', 'a 2,b 1')).toEqual(['changed', 'new']);
});

test('rows that move up as another goes are as they were, and what comes after them is new', () => {
  expect(marks('a,b', 'b')).toEqual([null]);
  expect(marks('a,b', 'b,c')).toEqual([null, 'new']);
  expect(marks('b,c', 'a,b,c')).toEqual(['new', null, null]);
});
