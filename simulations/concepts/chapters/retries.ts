import type { Chapter } from '@/simulations/concepts/concept';

export const retries: Chapter = {
  id: 'retries',
  title: 'The goal, and retries',
  concepts: [
    {
      number: 57,
      title: 'The goal',
      text: 'Whatever fails and whoever repeats: every wish happens once, nobody is told what isn’t true, and in the end everybody gets an answer.',
      kind: 'idea',
    },
    {
      number: 58,
      title: 'Retries: needed, and dangerous',
      text: 'Without retries a lost message is a lost order. Without idempotency a retry is a second one.',
      kind: 'idea',
    },
    {
      number: 59,
      title: 'Retry + idempotency = reliability',
      text: 'Each is half of it. Together they turn “at least once” into “once”, as far as the effect goes; limits, backoff and a deadline belong to it as well.',
      kind: 'diagram',
    },
    {
      number: 60,
      title: 'The same key on every retry',
      text: 'A key names the wish, not the attempt. It is made before the first try, kept, and sent until there is a definite answer.',
      kind: 'practice',
    },
    {
      number: 61,
      title: 'A limit on retries',
      text: 'Three retries are four attempts: say which of the two you count. Without a pause between them, all four fall into the same outage.',
      kind: 'code',
    },
    {
      number: 62,
      title: 'Test by sending it twice',
      text: 'A beginning. One after the other, duplicates pass nearly every faulty handler: send them at the same time, crash in between, change the body, and let the window pass.',
      kind: 'practice',
    },
  ],
};
