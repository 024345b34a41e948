import type { Chapter } from '@/simulations/concepts/concept';

export const messaging: Chapter = {
  id: 'messaging',
  title: 'Queues and events',
  concepts: [
    {
      number: 157,
      title: 'At least once',
      text: 'Every message is delivered until somebody says that it was dealt with. None is forgotten while the queue keeps it, and any may come twice.',
      kind: 'idea',
    },
    {
      number: 158,
      title: 'Consumers must be idempotent',
      text: 'The broker can’t know whether the work was done. Only the consumer can make the second delivery harmless.',
      kind: 'practice',
    },
    {
      number: 159,
      title: 'Done, and the acknowledgement lost',
      text: 'The row is written, the acknowledgement never arrives, the message comes again.',
      kind: 'diagram',
    },
    {
      number: 160,
      title: 'Kafka’s transactions',
      text: 'Output and offset become visible together, for readers of committed records only (Java’s must ask for that). From Kafka to Kafka: a mail or a card is outside of it.',
      kind: 'system',
    },
    {
      number: 161,
      title: 'SETNX before the work',
      text: 'Marked as seen, then the process dies: the redelivery is skipped and the message is lost. With a separate EXPIRE, a crash between the two marks it for ever.',
      kind: 'code',
    },
    {
      number: 162,
      title: 'The id in a header',
      text: 'A message needs an id that its producer gave once, not one for each send. Where it is missing, every message without one looks like the same message.',
      kind: 'system',
    },
    {
      number: 163,
      title: 'SQS FIFO',
      text: 'Within 5 minutes, a send with the same MessageDeduplicationId is accepted and not delivered; the messages of one MessageGroupId stay in order. The consumer’s side isn’t covered.',
      kind: 'system',
    },
    {
      number: 164,
      title: 'RabbitMQ delivers again',
      text: 'What wasn’t acknowledged when the channel closes is put back. The redelivered flag is a hint: a producer’s second send has none.',
      kind: 'system',
    },
    {
      number: 165,
      title: 'SQS delivers again',
      text: 'A message is hidden for its visibility timeout, 30 seconds unless told otherwise. Work that takes longer is handed to a second consumer.',
      kind: 'system',
    },
    {
      number: 166,
      title: 'Remember the ids that were processed',
      text: 'An inbox: a table of message ids. It helps as much as its place in time: before the work it loses, after the work it repeats, in the same transaction it does neither.',
      kind: 'pattern',
    },
    {
      number: 167,
      title: '“Check whether the id exists”',
      text: 'As a look before the work, two consumers both find nothing. As an insert that may fail, one of them learns that it is second.',
      kind: 'code',
    },
    {
      number: 168,
      title: 'Unique on the event’s id',
      text: 'With the consumer’s name in it: two services that share a table must not take each other’s events for done.',
      kind: 'practice',
    },
    {
      number: 169,
      title: 'The same event, several times',
      text: 'Normal in event-driven systems: redelivered, replayed, published again by a relay, or sent through two subscriptions.',
      kind: 'idea',
    },
    {
      number: 170,
      title: 'Exactly-once delivery',
      text: 'Over a network that loses messages it can’t be had: the sender can never know whether the last one arrived. Exactly-once effects can.',
      kind: 'idea',
    },
    {
      number: 171,
      title: 'What is done in practice',
      text: 'Delivery at least once, and consumers for whom a repeat is harmless.',
      kind: 'practice',
    },
    {
      number: 172,
      title: '“Exactly-once semantics”',
      text: 'What products call so is at least once and idempotent within their own walls. Ask where the wall is.',
      kind: 'idea',
    },
    {
      number: 173,
      title: 'From end to end',
      text: 'Producer, broker, consumer and whatever they call: each seam can repeat, so each needs an id that crosses it.',
      kind: 'idea',
    },
    {
      number: 174,
      title: 'Effectively once',
      text: 'The honest name: delivered perhaps often, with the effect of once.',
      kind: 'idea',
    },
    {
      number: 175,
      title: 'Shopify’s webhooks',
      text: 'X-Shopify-Webhook-Id stays the same over retries of one delivery; X-Shopify-Event-Id over all subscriptions to one event. Which you compare decides what counts as a repeat.',
      kind: 'system',
    },
  ],
};
