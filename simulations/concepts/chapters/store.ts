import type { Chapter } from '@/simulations/concepts/concept';

export const store: Chapter = {
  id: 'store',
  title: 'The record and its life',
  concepts: [
    {
      number: 100,
      title: 'Where keys are kept',
      text: 'In a table, with the key as part of a primary key, or in a shared cache. They are not alike: the table can share a transaction with the work, and a cache may forget what it confirmed.',
      kind: 'pattern',
    },
    {
      number: 101,
      title: 'What a record holds',
      text: 'Key, fingerprint of the request, status, body, when it was made and when it ends. Missing in many such tables: whose key it is, whether the work is still going on, and since when.',
      kind: 'code',
    },
    {
      number: 102,
      title: 'The short table',
      text: 'Key, body, status, time. Without a fingerprint it can’t notice another request under the same key, and without an end it grows for ever.',
      kind: 'code',
    },
    {
      number: 103,
      title: 'Done, running, unknown',
      text: 'Three branches, not two. The one in the middle is where duplicates slip through.',
      kind: 'pattern',
    },
    {
      number: 104,
      title: 'Still running: wait, or a conflict',
      text: 'Answer 409 and let the client come back, or hold it until the first attempt is done. Waiting needs an end, or waiting requests use up the server.',
      kind: 'behaviour',
    },
    {
      number: 105,
      title: 'The claim is one step',
      text: 'Creating the record must be atomic, and come before the work: an INSERT under a unique constraint, or SET with NX. Only one request can win it.',
      kind: 'pattern',
    },
    {
      number: 106,
      title: 'The life of a key',
      text: 'Claimed at the start, completed with the answer, dropped when no retry can come any more. A claim whose process died needs a way out, and what is still running must not be dropped.',
      kind: 'idea',
    },
    {
      number: 107,
      title: 'Same key, other body',
      text: 'A fingerprint of method, path and body shows it, and the draft’s answer is 422. Without one, the second wish is answered with the first one’s receipt.',
      kind: 'practice',
    },
    {
      number: 108,
      title: 'Give the original answer',
      text: 'The client asked what became of its wish. “Already processed” doesn’t tell it the order’s number.',
      kind: 'practice',
    },
    {
      number: 109,
      title: 'With the original status',
      text: '201 the first time is 201 on the repeat. A client that acts by status must not act differently because a reply was lost.',
      kind: 'practice',
    },
    {
      number: 110,
      title: 'Different answers for one wish',
      text: 'Whoever hears two answers doesn’t know which is true. Storing the answer with the effect avoids it.',
      kind: 'danger',
    },
    {
      number: 111,
      title: 'Keep the whole answer, for a time',
      text: 'Status, the headers that matter, and the body as bytes: PostgreSQL’s jsonb, for one, re-orders what it stores.',
      kind: 'practice',
    },
    {
      number: 112,
      title: 'Shared, not in memory',
      text: 'A retry may reach another instance, or the same one after a restart. What a process remembers by itself helps with neither.',
      kind: 'practice',
    },
    {
      number: 113,
      title: 'Redis behind the gateway',
      text: 'Fast, and one more place that can disagree with the database. The gateway must know who is asking before it answers from it.',
      kind: 'diagram',
    },
    {
      number: 114,
      title: 'What it costs',
      text: 'Room for the records, a look-up for each request, something to cache, and something to clean up: 100 requests a second of 2 kB each, kept for a day, are 17 GB.',
      kind: 'overview',
    },
    {
      number: 115,
      title: 'Kept for ever',
      text: 'A store without an end grows until it is slow, and somebody empties it at a bad moment.',
      kind: 'danger',
    },
    {
      number: 116,
      title: 'The usual stores',
      text: 'A database or Redis. Ask what each does with a confirmed claim on failover, on restart, and when it is full.',
      kind: 'overview',
    },
  ],
};
