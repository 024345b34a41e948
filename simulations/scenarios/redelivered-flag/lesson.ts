import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'lost: confirmed',
    text: 'The broker has the message. The shop does not hear that it has.',
  },
  {
    at: 'publish order-A, again',
    text: 'The shop publishes again. To the broker this is a new message, so it is not marked.',
  },
  { at: 'lost: deliver', text: 'The delivery is lost with its connection. Nobody has seen it.' },
  {
    at: 'the connection is found dead',
    text: 'The broker must assume that the consumer may have had it. It delivers again, and marks that.',
  },
  {
    at: 'consumer crashes',
    text: 'The consumer dies, and its connection with it. What nobody has acknowledged, the broker delivers again, and marks.',
  },
  {
    at: 'skipped',
    text: 'The mark is read as “done before”. It only says that a delivery was tried before.',
  },
  {
    at: 'shipped again',
    text: 'Nothing marks this delivery as one that came before, so it is worked on like a new one.',
  },
  { at: 'ROLLBACK', text: 'The id was there already: the work is done, so it only acknowledges.' },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'RabbitMQ marks a message that it delivers again. That looks like a ready-made answer to “have I seen this?”, and is none. The mark says that a delivery was tried before, and not that it arrived, nor that the work was done: the consumer may have died with the message in its hands. One that skips what is marked loses such orders.',
    'And what is not marked may still be the second one: a shop that does not hear that its message was taken publishes it again. For the broker these are two messages, each delivered for the first time. What tells that they mean the same order is an id that the shop gave it once.',
  ],
  costs:
    'One row for each message, in the transaction of the work. The flag can’t spare the look into the table: what is not marked may be the second publication of the same order.',
  limits: `The id must be the shop’s own name for the order, the same in every publication. An id that is made anew for each sending is worth as much as the flag. Nothing is doubled on its way here: shop and consumer each have one connection to the broker, and what one connection brings twice was sent twice. An acknowledgement that is on its way when the consumer dies is never heard here; a broker may still hear it, and then delivers nothing again. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'RabbitMQ: the absence of the flag guarantees that this message was not delivered before; its presence is only a hint. A lost publisher confirm leads to a second message without the flag. The guide advises consumers that are idempotent over explicit deduplication.',
    source: 'https://www.rabbitmq.com/docs/reliability',
  },
  next: [
    { slug: 'mark-first', why: 'Where to keep the ids, and when to write them.' },
    { slug: 'who-makes-the-key', why: 'Who gives an order its name, and when.' },
    { slug: 'idempotent-producer', why: 'A broker that knows a second sending.' },
  ],
};
