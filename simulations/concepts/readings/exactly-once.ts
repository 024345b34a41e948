import type { Reading } from '@/simulations/concepts/reading';

export const exactlyOnce: Reading = {
  slug: 'exactly-once',
  title: 'Exactly once, honestly',
  lead: 'Delivery exactly once can’t be had over a network that loses messages. An effect exactly once can, and this is what it takes.',
  sections: [
    {
      id: 'delivery',
      title: 'Why delivery can’t be',
      concepts: [157, 159, 170],
      blocks: [
        {
          kind: 'text',
          text: 'A queue hands a message to a consumer and waits to hear that it was dealt with. It hears nothing. Now it has two choices. It hands the message out again: then a consumer whose acknowledgement was lost gets it twice. Or it doesn’t: then a consumer that died never gets it. *At least once* or *at most once*; there is no third choice, because silence looks the same in both cases.',
        },
        {
          kind: 'drawing',
          scenario: 'redelivery',
          caption:
            'The parcel is shipped, the acknowledgement is lost, the queue hands the message out again.',
        },
        {
          kind: 'text',
          text: 'An acknowledgement of the acknowledgement doesn’t help: it can be lost too, and so can the next. Two generals who can talk only through messengers that may be caught can never both be sure of the hour; that this can’t be solved is proven, not merely hard.',
        },
        {
          kind: 'plays',
          plays: [{ scenario: 'when-to-ack', text: 'Acknowledge before the work, or after it' }],
        },
      ],
    },
    {
      id: 'effect',
      title: 'What can be had instead',
      concepts: [12, 57, 58, 59, 158, 171, 174],
      blocks: [
        {
          kind: 'text',
          text: 'Deliver at least once, and make the repeat harmless. The message may arrive five times; the parcel leaves once. The honest name for it is *effectively once*.',
        },
        {
          kind: 'runs',
          caption: 'One order, one lost acknowledgement',
          plays: [
            { scenario: 'redelivery', text: 'A consumer that remembers nothing' },
            {
              scenario: 'redelivery',
              settings: { dedup: 'inbox' },
              text: 'A consumer with an inbox, written in the same transaction',
            },
          ],
        },
        {
          kind: 'text',
          text: 'The same holds for a client and an API. Retries alone turn “at most once” into “at least once”; idempotency turns that into “once, as far as anybody can tell”. Each is half of it: a key without a retry leaves orders lost, a retry without a key leaves them doubled.',
        },
        {
          kind: 'list',
          items: [
            'Every wish happens, once.',
            'Nobody is told what isn’t true.',
            'When the faults are over, everybody gets an answer.',
          ],
        },
      ],
    },
    {
      id: 'walls',
      title: 'Within whose walls?',
      concepts: [160, 172, 173],
      blocks: [
        {
          kind: 'text',
          text: 'Products that say “exactly once” mean it, within their own walls. The question is where these stand, and what you do outside of them.',
        },
        {
          kind: 'table',
          caption: 'What “exactly once” covers',
          head: ['System', 'Within the wall', 'Outside of it'],
          rows: [
            [
              'Kafka’s idempotent producer',
              'the resends of one producer session',
              'a send that your code repeats; a producer that was restarted',
            ],
            [
              'Kafka’s transactions',
              'read from Kafka, write to Kafka, and the offset',
              'cards, mails, other databases; readers with isolation.level=read_uncommitted, as Java’s are unless told otherwise',
            ],
            [
              'SQS FIFO',
              'sends with the same id within 5 minutes',
              'later sends; a consumer that takes longer than the visibility timeout',
            ],
            [
              'A database transaction',
              'all that is written in that database',
              'whatever was called meanwhile',
            ],
          ],
        },
        {
          kind: 'text',
          text: 'From end to end there are at least four seams: the producer and its own database, producer and broker, broker and consumer, consumer and what it calls. Each can repeat. One id, given once where the wish is made and carried all the way, is what lets every one of them notice.',
        },
        {
          kind: 'plays',
          plays: [
            {
              scenario: 'idempotent-producer',
              settings: { idempotence: 'on' },
              text: 'What the producer’s sequence numbers cover',
            },
            {
              scenario: 'transactional-log',
              settings: { offsets: 'inside', isolation: 'committed' },
              text: 'An effect inside the log',
            },
            {
              scenario: 'transactional-log',
              settings: { offsets: 'inside', isolation: 'committed', effect: 'external' },
              text: 'An effect outside of it',
            },
            { scenario: 'dual-write', text: 'Database and broker, without a common transaction' },
          ],
        },
        {
          kind: 'source',
          text: 'Apache Kafka, Message delivery semantics',
          address: 'https://kafka.apache.org/documentation/#semantics',
        },
      ],
    },
    {
      id: 'which-id',
      title: 'Which id?',
      concepts: [162, 168, 169],
      blocks: [
        {
          kind: 'text',
          text: 'The id must name what happened, not how often somebody has sent it. An id drawn inside the send function is new for each resend, and the consumer never recognises anything.',
        },
        {
          kind: 'list',
          items: [
            'Given where the wish is made, and stored with it.',
            'Always there: if a missing header reads as `undefined`, all messages without one are the same message.',
            'Kept with the name of the consumer, if several share a table. The mailer must not think that it has mailed because the ledger has booked.',
            'One for each event, not for each order: “cancelled” with the id of “created” is thrown away as a repeat.',
          ],
        },
        {
          kind: 'question',
          asks: 'A relay reads an outbox table, publishes each row, and marks it as sent. It crashes between the two. Which id lets the consumer recognise the second copy?',
          answer: [
            'The row’s own, written in the transaction that made the event. Whatever the relay draws when it publishes is new the second time, and so is the position in the log.',
          ],
        },
      ],
    },
  ],
};
