import type { Chapter } from '@/simulations/concepts/concept';

export const platforms: Chapter = {
  id: 'platforms',
  title: 'Platforms and architecture',
  concepts: [
    {
      number: 176,
      title: 'S3 PutObject',
      text: 'The same bytes under the same name leave the same object. But with versioning on, each put makes another version, and a late one overwrites what is newer.',
      kind: 'system',
    },
    {
      number: 177,
      title: 'DynamoDB’s conditional writes',
      text: 'An item changes only if a condition holds, in one step. The repeat gets an error and not the first answer, and what was done before the write is done again.',
      kind: 'system',
    },
    {
      number: 178,
      title: 'Every hop may retry',
      text: 'Gateway, load balancer, mesh, library, queue: three hops with four attempts each are 64 calls at the bottom. Retry in one place.',
      kind: 'overview',
    },
    {
      number: 179,
      title: 'Client, gateway, order, payment, stock',
      text: 'A chain in which a fault at the end is retried at every link before it.',
      kind: 'diagram',
    },
    {
      number: 180,
      title: 'The gateway and the key',
      text: 'A gateway can claim keys for all that stands behind it, if it knows who is asking and if what it keeps can’t be lost while the work is kept.',
      kind: 'diagram',
    },
    {
      number: 181,
      title: 'Five patterns',
      text: 'Key, unique constraint, conditional update, deduplication of messages, idempotent by nature: each for another situation, and often two together.',
      kind: 'overview',
    },
    {
      number: 182,
      title: 'Five strategies',
      text: 'The same with locks in the list. A lock orders the attempts; it doesn’t remember them.',
      kind: 'overview',
    },
    {
      number: 183,
      title: 'Three ways to build it',
      text: 'By key, by nature, by constraint. Begin with what the operation already is, and add a key where that isn’t enough.',
      kind: 'overview',
    },
    {
      number: 184,
      title: 'On one page, as a table',
      text: 'What it is, what for, how, where, what is hard, where it is kept, what it goes with.',
      kind: 'overview',
    },
    {
      number: 185,
      title: 'On one page, as a list',
      text: 'Require keys, share the store, claim in one step, set rather than add, and test by repeating.',
      kind: 'overview',
    },
    {
      number: 186,
      title: 'From the start',
      text: 'Every external API and every consumer of events: ask what a repeat does before the first line is written.',
      kind: 'practice',
    },
    {
      number: 187,
      title: 'Later it hurts',
      text: 'After an incident there are clients without keys, tables without constraints, and duplicates to find by hand. The same a year earlier is a column and an index.',
      kind: 'practice',
    },
    {
      number: 188,
      title: 'How would you build it into a payment service?',
      text: 'Validate the key and claim it with the request’s fingerprint; call the provider with a key derived from the record; store outcome and answer in one transaction; let a lease and a second look deal with what crashed.',
      kind: 'question',
    },
  ],
};
