import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A customer places an order. One parcel is expected for it.' },
  {
    at: 'item B wanted',
    text: 'A minute later the customer adds an item. It is to have a parcel of its own.',
  },
  {
    at: 'lost: confirmed',
    text: 'The queue knows the id and has said that all is well. The shop does not hear it.',
  },
  {
    at: 'publish added-1. taken',
    settings: { id: 'per-order' },
    text: 'The queue has seen this order’s id. It reports success, and throws the item away.',
  },
  {
    at: 'publish placed-1, again. taken',
    text: 'Same id, within five minutes: the queue reports success and enqueues nothing.',
  },
  {
    at: 'an id is forgotten',
    text: 'The queue forgets an id five minutes after it first came. A message with it would be a new one now.',
  },
  {
    at: 'shipped again',
    text: 'The consumer took the queue’s promise for its own, and another parcel leaves.',
  },
  { at: 'ROLLBACK', text: 'The id was there already: the work is done, so it only acknowledges.' },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A FIFO queue knows the deduplication ids of the last five minutes, and what is sent again with one of them is answered with success and not enqueued. “Exactly-once processing” is the name for that, and it means less than it says: no copy enters the queue within five minutes. A shop that sends again after six makes a second message.',
    'And it ends where the message leaves the queue. A consumer that does not acknowledge in time gets it again, as from any queue. So the consumer still needs an inbox. The id needs care as well: it must name the event. An id that names the order makes all that happens to it in five minutes a copy of the first thing.',
  ],
  costs:
    'Throughput: 300 calls a second per action unless a queue is set up for more. And order: while messages of a group are out, no others of it are handed out, and one that can’t be dealt with holds up all that come after it until it is put aside. The inbox is one row for each event.',
  limits: `The inbox knows events by their ids, so two ids for one event are two events to it. What the queue has thrown away, no consumer can bring back: the sender is told that all is well. An id made from a hash of the body does the same to two equal orders that are both meant. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Amazon SQS FIFO: five minutes from the first sending, for the whole queue (or for one message group, if the queue is set up so), even if the message was received and deleted meanwhile. Content-based deduplication hashes the body only. A message whose visibility timeout has run out can’t be deleted with the old receipt.',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html',
  },
  next: [
    { slug: 'idempotent-producer', why: 'A log that knows a second sending by its number.' },
    { slug: 'who-makes-the-key', why: 'An id must name what is meant, no more and no less.' },
    { slug: 'visibility-timeout', why: 'How a message comes twice though nothing is lost.' },
  ],
};
