import type { Scenario } from '@/lib/scenario/scenario';

const MARKED = 'A marker stands in the log: the record counts, and the offset with it.';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A customer orders once. One charge is expected.' },
  {
    at: 'worker crashes',
    text: 'The worker dies. What it was about to do, and how far it had read, it does not know any more.',
  },
  {
    at: 'worker: started again',
    text: 'It had given up and stopped. Its supervisor starts it, and it knows as little as after a crash.',
  },
  {
    at: 'what was open is aborted',
    text: 'The same name comes again. What its earlier life left open is aborted, and whatever still comes from that life is refused.',
  },
  {
    at: 'your offset is 0',
    after: 'append order-a',
    text: 'As far as the log knows, nobody has dealt with the order yet.',
  },
  { at: 'your offset is 1', text: 'The log knows that the order is dealt with.' },
  { at: 'since before', text: 'Sent again, the record is known by its number, and not appended.' },
  {
    at: 'committed, next is',
    settings: { offsets: 'inside', isolation: 'uncommitted', effect: 'log' },
    text: `${MARKED} Billing does not wait for that.`,
  },
  { at: 'committed, next is', settings: { offsets: 'inside' }, text: MARKED },
  {
    at: 'committed, next is',
    text: 'A marker stands in the log: the record counts. How far the worker has read is not said yet.',
  },
  {
    at: 'charged again',
    settings: { effect: 'external' },
    text: 'The log can abort a record. It can’t take back a call.',
  },
  {
    at: 'charged again',
    settings: { offsets: 'inside' },
    text: 'Billing had acted on a record that was aborted. Now it acts on the repeat.',
  },
  {
    at: 'charged again',
    settings: { isolation: 'uncommitted' },
    after: 'what was open is aborted',
    text: 'Billing had acted on a record before it counted. Now it acts on another one.',
  },
  {
    at: 'charged again',
    text: 'Nothing told the worker that it had done this order. Billing got another record.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A worker that reads one log and writes to another has two things to store: what it wrote, and how far it has read. If it dies between the two, the order is worked on again. In a transaction, records are appended at once, and count when a commit marker stands behind them. An offset that is sent with the transaction counts from the same moment: both do, or neither.',
    'The worker has a name that survives a restart. Under it the next life gets a higher epoch, a number that only grows (since Kafka 4 with each commit, too); what the last one left open is aborted, and what still comes from it is refused. Only then does the new one ask how far it had come. Aborted records stay in the log. Whoever reads only what is committed is not shown them; whoever reads everything acts on them, and on the repeat. And a call to somebody outside is part of no log’s transaction.',
  ],
  costs:
    'Readers of what is committed get no further than the first record of an open transaction, whoever wrote what is behind it. So a slow worker holds them up, and a dead one until it comes back or its transaction times out. For each transaction there is a marker in each partition, and some talk with the coordinator, the broker that keeps book of transactions.',
  limits:
    'From log to log only, and only for readers that ask for what is committed. Billing keeps its place in the database in which it books, in one transaction; a reader that doesn’t, repeats itself. A worker that asks three times and hears nothing stops, and a supervisor starts it again; without one its order would wait in the log. That an open transaction also ends by a timeout is not simulated.',
  inPractice: {
    text: 'Kafka’s own Java consumer reads everything unless it is told isolation.level=read_committed; librdkafka and kafkajs read only what is committed unless they are told otherwise. The writer’s transaction alone protects none of its readers.',
    source: 'https://kafka.apache.org/documentation/#consumerconfigs_isolation.level',
  },
  next: [
    { slug: 'external-charge', why: 'The call outside, with a key that makes it repeatable.' },
    { slug: 'mark-first', why: 'The same question for a reader with a database: the inbox.' },
    { slug: 'dual-write', why: 'Database and queue, which no transaction holds together.' },
  ],
};
