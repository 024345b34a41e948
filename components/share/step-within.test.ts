import { expect, test } from 'vitest';

import { stepWithin } from '@/components/share/step-within';

const to = (typed: string) => stepWithin(typed, 10, 10);

test('a step that the run has is taken as it is, and left out where it goes without saying', () => {
  expect(to('8')).toEqual({ step: 8, remark: null });
  expect(to('10')).toEqual({ step: null, remark: null });
  expect(to('')).toEqual({ step: null, remark: null });
  expect(stepWithin('1', 10, 1)).toEqual({ step: null, remark: null });
});

test('any other becomes the nearest that it has, and that is said', () => {
  expect(to('99')).toEqual({ step: null, remark: 'This run has steps 1 to 10: 99 becomes 10.' });
  expect(stepWithin('99', 10, 1).step).toBe(10);
  expect(to('0')).toEqual({ step: 1, remark: 'This run has steps 1 to 10: 0 becomes 1.' });
  expect(to('-3').step).toBe(1);
  expect(to('2.5')).toEqual({ step: 2, remark: 'This run has steps 1 to 10: 2.5 becomes 2.' });
  expect(to('99999999999').remark).toMatch(/becomes 10\.$/);
  expect(to('three')).toEqual({
    step: null,
    remark: 'This run has steps 1 to 10: three becomes 10.',
  });
});
