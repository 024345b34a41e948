import { expect, it } from 'vitest';

import { HTTP } from '@/simulations/words/http';

it.each([
  [{ status: 409 }, '409 Conflict, still in progress'],
  [{ status: 409, reason: 'overtaken' }, '409 Conflict, overtaken'],
  [{ status: 402, reason: 'declined' }, '402 Payment Required, declined'],
  [{ status: 201, replayed: true }, '201 Created, from memory'],
])(
  'says of an answer what it says itself, and only where it is silent the usual: %o',
  (fields, said) => {
    const words = HTTP.messages?.['response.sent'] as (message: object) => string;
    expect(words(fields)).toBe(said);
  },
);
