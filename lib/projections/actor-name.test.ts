import { expect, test } from 'vitest';

import { actorName } from '@/lib/projections/actor-name';

test('handlers are named by their request, and other parts by what they are', () => {
  expect(actorName('api a', 'api-a.2')).toBe('api a, request 2');
  expect(actorName('api a', 'api-a.memory')).toBe('api a, memory');
  expect(actorName('client b', 'client-b.chance')).toBe('client b, chance');
});

test('what is the process itself has its name', () => {
  expect(actorName('client b', 'client-b')).toBe('client b');
  expect(actorName('page', 'client.page')).toBe('page');
});
