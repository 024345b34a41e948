import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import type { Reading } from '@/simulations/concepts/reading';

export const glossary: Reading = {
  slug: 'glossary',
  title: 'Glossary',
  lead: 'What the words mean here. Where others use them otherwise, it says so.',
  sections: [
    {
      id: 'wishes',
      title: 'Wishes and attempts',
      concepts: [1, 71, 128],
      blocks: [
        {
          kind: 'terms',
          terms: [
            {
              term: 'intent',
              meaning:
                'One thing that a person wants to happen exactly once: a purchase, an order.',
            },
            { term: 'attempt', meaning: 'One try at an intent. Three retries are four attempts.' },
            {
              term: 'effect',
              meaning:
                'What is meant to happen once for each intent, and can’t be undone by forgetting it: a charge, a row, a mail.',
            },
            {
              term: 'idempotent',
              meaning: 'Of an operation: asking once more has no more effect. Answers may differ.',
            },
            {
              term: 'safe',
              meaning:
                'Of an HTTP method: it asks for no change at all, as GET does. Every safe method is idempotent. (Of a setting in this lab: none of the five outcomes below.)',
            },
            {
              term: 'at most once',
              meaning: 'Sent, and never again: may be lost, is never doubled by the sender.',
            },
            {
              term: 'at least once',
              meaning: 'Sent until acknowledged: may come twice, is not forgotten.',
            },
            {
              term: 'effectively once',
              meaning:
                'Delivered perhaps often, with the effect of once. What “exactly once” means where it is honest.',
            },
          ],
        },
      ],
    },
    {
      id: 'memory',
      title: 'Keys and records',
      concepts: [78, 103, 107, 117],
      blocks: [
        {
          kind: 'terms',
          terms: [
            {
              term: 'idempotency key',
              meaning:
                'A name that the client gives to an intent and sends with each attempt at it.',
            },
            {
              term: 'scope',
              meaning: 'What a key is unique within: account and operation, as a rule.',
            },
            {
              term: 'fingerprint',
              meaning:
                'A digest of the request, kept with the key, by which another request under the same key is noticed.',
            },
            {
              term: 'claim',
              meaning:
                'To take a key in one step, so that of several only one wins. (Also: what a lesson says will happen.)',
            },
            {
              term: 'lease',
              meaning: 'A claim with an end, so that a dead process doesn’t hold it for ever.',
            },
            {
              term: 'fence',
              meaning:
                'A number that grows with each lease and is checked by what is written to, so that a former holder is refused.',
            },
            { term: 'window', meaning: 'How long a key is remembered.' },
            { term: 'replay', meaning: 'The stored answer, given again.' },
            { term: 'conflict', meaning: '409: an attempt with the same key is still running.' },
          ],
        },
      ],
    },
    {
      id: 'messages',
      title: 'Messages',
      concepts: [157, 166, 169],
      blocks: [
        {
          kind: 'terms',
          terms: [
            {
              term: 'acknowledgement',
              meaning: 'The consumer’s word that a message was dealt with.',
            },
            {
              term: 'redelivery',
              meaning: 'The same message handed out again, because no such word came.',
            },
            {
              term: 'visibility timeout',
              meaning: 'How long Amazon SQS hides a message that it has handed out.',
            },
            {
              term: 'dead letter',
              meaning:
                'A message put aside after too many deliveries, perhaps to be sent on much later.',
            },
            {
              term: 'offset',
              meaning:
                'The place of a record in its part of a log, counted from 0. A reader of Kafka commits that of the record that it will read next.',
            },
            {
              term: 'epoch',
              meaning:
                'A number beside the id of a Kafka producer that only grows, such as when one with a transactional name begins anew. The log refuses what still comes with an older one.',
            },
            {
              term: 'inbox',
              meaning:
                'A table of message ids that were dealt with, written in the transaction of the work.',
            },
            {
              term: 'outbox',
              meaning:
                'A table of messages to be sent, written in the transaction of the work; a relay publishes them, at least once.',
            },
            {
              term: 'dual write',
              meaning:
                'Two stores changed without a common transaction: a crash between the two leaves them apart.',
            },
            {
              term: 'saga',
              meaning:
                'Steps across several services, each a transaction of its own; if one fails, steps of their own make up for those before it.',
            },
          ],
        },
      ],
    },
    {
      id: 'runs',
      title: 'Runs and searches',
      concepts: [],
      blocks: [
        {
          kind: 'terms',
          terms: [
            {
              term: 'choice',
              meaning:
                'One thing that could happen next: a message arrives, is lost or comes twice, a timer goes off, a process dies.',
            },
            { term: 'fault', meaning: 'A choice that a calm day would not make.' },
            {
              term: 'directive',
              meaning:
                'A choice written down. `lose.api-client.1`: the first message from api to client is lost.',
            },
            {
              term: 'script',
              meaning:
                'Directives in their order. Where it is silent, a run makes the choices of a calm day.',
            },
            {
              term: 'schedule',
              meaning:
                'All the choices of one run from its start to its end, in their order. A script leads to one; a search covers all that there are within its bounds.',
            },
            {
              term: 'bound',
              meaning:
                'How far a search goes: at most so many lost messages, doubled ones, crashes and retries. “None” says nothing of what lies beyond.',
            },
            {
              term: 'state',
              meaning:
                'Of a search: all at one moment that decides what can still happen and how it will be judged. Many schedules may lead to the same one, which is looked at once. (Of an actor: what it is doing.)',
            },
            {
              term: 'calm attempt',
              meaning:
                'One attempt more at an intent without a final answer, made by the lab when a run has ended and nothing goes wrong any more. It tells stuck from slow.',
            },
          ],
        },
      ],
    },
    {
      id: 'outcomes',
      title: 'The five outcomes',
      concepts: [57],
      blocks: [
        {
          kind: 'terms',
          terms: OUTCOMES.map((name) => ({
            term: OUTCOME_WORDS[name].name,
            meaning: OUTCOME_WORDS[name].means,
          })),
        },
      ],
    },
  ],
};
