import type { Chapter } from '@/simulations/concepts/concept';

export const code: Chapter = {
  id: 'code',
  title: 'Code to read with suspicion',
  concepts: [
    {
      number: 189,
      title: 'A charge handler in TypeScript',
      text: 'Find the key, charge, create the record. Two at once both charge, and a crash in the middle leaves no trace.',
      kind: 'code',
    },
    {
      number: 190,
      title: 'An endpoint in Python with Redis',
      text: 'GET, charge, SETEX, and a key made up where none was sent. One request after the other it passes its tests; two at once charge twice.',
      kind: 'code',
    },
    {
      number: 191,
      title: 'A middleware',
      text: 'One place for all routes, and one place for all faults: a key without its owner, a stored body without its status, an answer given before anybody asked who is there.',
      kind: 'code',
    },
    {
      number: 192,
      title: 'A decorator',
      text: 'A key made of the arguments takes the same coffee, bought twice, for a repeat. And a result that can’t be written down is found out after the charge.',
      kind: 'code',
    },
    {
      number: 193,
      title: 'A client with fetch',
      text: 'fetch rejects only where no answer came or none that the browser lets a page read (CORS): a 500 is an answer. A retry without a pause, a timeout or a kept key is a retry in name.',
      kind: 'code',
    },
    {
      number: 194,
      title: 'A server in Express',
      text: 'The key is read and never required: without one, all share the record of “undefined”. The provider never hears of the key at all.',
      kind: 'code',
    },
    {
      number: 195,
      title: 'EXISTS, then SETEX',
      text: 'Two commands where one is needed; and between them the key may appear, or run out.',
      kind: 'code',
    },
  ],
};
