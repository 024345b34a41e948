import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  {
    at: 'order A wanted',
    text: 'A customer orders a book, once. One order and one parcel are expected.',
  },
  { at: 'shop crashes', text: 'The shop dies. What it meant to do next, nobody else knows.' },
  {
    at: 'relay crashes',
    text: 'The relay dies. What it has not deleted is still in the outbox.',
  },
  {
    at: 'gives up',
    text: 'The client gives up. Whether its order was made it can’t know.',
  },
  { at: 'no answer in time', text: 'The client hears nothing, and asks for the same order again.' },
  {
    at: 'NOTIFY outbox',
    text: 'The order was committed, and with it that a message is to be sent.',
  },
  {
    at: 'shipped again',
    text: 'The warehouse got the message once more, and sent another parcel.',
  },
  {
    at: '422',
    settings: { write: 'broker-first' },
    text: 'The database refuses the order. The message is out all the same.',
  },
  {
    at: 'from memory',
    text: 'The order is there, so the shop says that all is done.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'No transaction holds a database and a queue together. Between two writes there is always a moment at which only the first is true, and a process can die in it. Database first, and there may be an order that nobody ships. Queue first, and there may be a parcel for an order that the database refuses a moment later.',
    'So write to one store only. The message becomes a row in an outbox, in the very transaction of the order: both are true or neither is. A relay publishes the row afterwards, and deletes it when the queue has it. It may die in between and publish again, so the message comes at least once, and the warehouse needs an inbox.',
  ],
  costs:
    'A table, a row for each message, and a relay that is always there; at the warehouse a row for each message as long as it may come again. The message leaves a little later than the order.',
  limits: `The relay must keep the order of its rows if the receivers count on it, and a relay that is down holds up every message, though it loses none. Queue first, with an inbox, looks just as safe here, but only as long as the client keeps asking and the database refuses nothing: nobody else would mend it. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'microservices.io describes the transactional outbox, and names its price: the relay might publish a message more than once, so consumers must be idempotent.',
    source: 'https://microservices.io/patterns/data/transactional-outbox.html',
  },
  next: [
    { slug: 'receipt-mail', why: 'The same outbox, with a mail provider behind it.' },
    { slug: 'mark-first', why: 'What the inbox must do in one transaction, and why.' },
    { slug: 'transactional-log', why: 'A log that is store and queue in one.' },
  ],
};
