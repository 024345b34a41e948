import { expect, it } from 'vitest';

import { searchTask } from '@/components/search/task';

it('two stories of the same settings are one search', () => {
  const told = (story: string) => searchTask('lock', { lock: 'on', story });
  expect(told('tickets')).toEqual(told('shop'));
  expect(told('shop')).not.toEqual(searchTask('lock', { lock: 'off', story: 'shop' }));
});
