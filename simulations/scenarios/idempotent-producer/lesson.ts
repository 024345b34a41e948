import type { Scenario } from '@/lib/scenario/scenario';

const UNKNOWN = 'The library gives up. All it can say to the application is that it doesn’t know.';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A customer orders once. One parcel is expected.' },
  { at: 'lost: at offset', text: 'The record is in the log. The shop does not hear that it is.' },
  {
    at: 'shop crashes',
    settings: { idempotence: 'off' },
    text: 'The shop dies, and with it goes what it knew of what it had sent.',
  },
  {
    at: 'shop crashes',
    text: 'The shop dies, and with it goes what it knew of numbers of records.',
  },
  { at: 'since before', text: 'The log knows the number: it answers, and appends nothing.' },
  {
    at: 'shipped again',
    text: 'The order stands in the log once more, so another parcel leaves. Each record was read just once.',
  },
  {
    at: 'no answer in time',
    settings: { resend: 'by-application', idempotence: 'on' },
    // With an id it sends the record at once.
    after: 'log answers shop: you are p',
    text: UNKNOWN,
  },
  {
    at: 'no answer in time',
    settings: { resend: 'by-application', idempotence: 'on' },
    text: 'What did not come is the library’s producer id. No record has been sent yet.',
  },
  {
    at: 'no answer in time',
    settings: { resend: 'by-application' },
    text: UNKNOWN,
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A log that hears the same record twice keeps it twice. An idempotent producer is given an id by the broker, and numbers its records; each attempt of the library carries the same number. The broker remembers the last five batches of each producer in each partition, and answers what it knows with the place where it stands. Beside the id stands an epoch, a number that only grows; under a new one the count begins at 0.',
    'The number belongs to the library and its session. An application that calls send() again sends a new record, for all that the library can tell. A process that starts again gets a new id and begins to count anew. Neither is recognised, and both are what people do when they don’t know what became of a record.',
  ],
  costs:
    'A question to the broker at the start, three numbers in each batch, and no more than five batches under way at a time, since no more are remembered.',
  limits:
    'It protects one session of one producer. Not the application’s own repeats, not a restart, and nothing at the reader: one that dies between its work and its offset does the work again. For those the record needs an id of its own, which the reader knows.',
  inPractice: {
    text: 'Kafka’s own producer, in Java, has this on since 3.0. With settings that conflict, such as acks=1, it is silently off; where it was asked for by name, they are an error.',
    source: 'https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence',
  },
  next: [
    { slug: 'transactional-log', why: 'A producer with a name that survives a restart.' },
    { slug: 'who-makes-the-key', why: 'An id that belongs to the order, and not to the sending.' },
    { slug: 'fifo-dedup', why: 'A queue that knows ids, for five minutes.' },
  ],
};
