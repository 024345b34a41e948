import type { Chapter } from '@/simulations/concepts/concept';

export const races: Chapter = {
  id: 'races',
  title: 'Races and locks',
  concepts: [
    {
      number: 151,
      title: 'Two requests, one key, one moment',
      text: 'Both look, neither finds anything, both do the work. Looking and taking must be one step.',
      kind: 'diagram',
    },
    {
      number: 152,
      title: 'Forgetting that two may run at once',
      text: 'The most frequent fault of all, and one that no test finds that sends its requests one after the other.',
      kind: 'danger',
    },
    {
      number: 153,
      title: 'Four ways to let only one win',
      text: 'A unique constraint, a conditional write, SET with NX, or a lock. A transaction alone isn’t one of them, unless it is serializable.',
      kind: 'overview',
    },
    {
      number: 154,
      title: 'SETNX',
      text: 'One command, one winner. Use SET with NX and PX: SETNX has no end, was deprecated with Redis 2.6.12, and leaves a dead process’s claim for ever.',
      kind: 'code',
    },
    {
      number: 155,
      title: 'A distributed lock',
      text: 'Lets one in at a time. It is no memory: who comes after it is released does the work again, unless something was written down.',
      kind: 'pattern',
    },
    {
      number: 156,
      title: 'Two requests with one key at the same time?',
      text: 'One claims and works; the other gets 409 or waits, and then the same answer. The work must not start before the claim is made.',
      kind: 'question',
    },
  ],
};
