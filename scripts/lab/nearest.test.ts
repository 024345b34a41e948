import { expect, it } from 'vitest';

import { nearest } from './nearest.ts';

const NAMES = ['lock', 'lost-response', 'redelivery', 'redelivered-flag'];

it.each([
  ['lost-respnse', 'lost-response'],
  ['lostresponse', 'lost-response'],
  ['lost_response', 'lost-response'],
  ['redelivary', 'redelivery'],
  ['lokc', null],
  ['luck', 'lock'],
  ['lost', null],
  ['', null],
  ['x'.repeat(1000), null],
])('%s may have been meant to be %s', (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});
