import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

const ASKED_FOR = 'The server dies. What it had asked for by then is not taken back.';

export const captions: readonly Caption[] = [
  { at: 'order A wanted', text: 'A customer orders once. One order is expected.' },
  {
    at: 'kind:crashed',
    after: 'set key-A done',
    text: ASKED_FOR,
  },
  {
    at: 'kind:crashed',
    after: 'so it is ours',
    text: 'The server dies. What it had claimed it doesn’t give back, and nobody is told.',
  },
  {
    at: 'kind:crashed',
    text: ASKED_FOR,
  },
  {
    at: 'to stock service, is held back',
    text: 'The stock service is slow today. To others, a server that waits for it looks like a dead one.',
  },
  {
    at: 'time is up',
    text: 'The lease is over. The store can’t know whether its holder is dead or slow.',
  },
  {
    at: 'api to database: SELECT baskets',
    text: 'Its number was the latest, and that does not say that there is no order. So it looks for one before it works.',
  },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  {
    at: 'created again',
    text: 'The claim went from one worker to another. More than one has written an order.',
  },
  {
    at: 'rollback',
    text: 'The database has heard a later number. This worker was overtaken, and stops.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A claim says “somebody is at work on this”. It is what keeps two attempts from doing the same work. But the process that made it can die, and a claim can’t notice that. Every retry is then told to come back later, for ever.',
    'A lease gives the claim an end: if nobody completes it in time, somebody else may take over. From outside, dead and slow look the same, so a lease will now and then be taken from somebody who is still at work. Then there are two. A fence stops the one who was overtaken: a number that grows with each claim, and a database that writes only under the latest. It does not stop the one who takes over, whose number is the latest, from ordering what the other had just ordered. For that there is a record: the order’s transaction also marks the basket as ordered, and each new holder looks for that before it works.',
  ],
  costs:
    'A lease costs nothing. The fence takes one UPDATE before the work, and puts another into the transaction that writes the order, under the row’s lock. The record is written by that second UPDATE, and takes one SELECT before the work.',
  limits: `A fence guards only what compares the number. A card charge, a mail or another company’s API does not; for these, give the other side a key. Fence and record are turned on together here; the fence alone would not do, since the lease can end, or the server die, between the order and the saved answer. And the database must hear the new number before the new holder looks, else an older one can still write after that look. Searched with a server that serves two requests at a time. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'AWS Lambda Powertools lets a claim end when the function’s own time would have been over; where it can’t know that time, a run that dies blocks its key until the record expires, after an hour unless told otherwise. Rocket Rides, Brandur Leach’s sample application, lets others take over after 90 seconds.',
    source: 'https://github.com/aws-powertools/powertools-lambda-python',
  },
  next: [
    { slug: 'lock', why: 'The same lease as a lock, with fence and record apart.' },
    { slug: 'external-charge', why: 'The work is at somebody else’s, who compares no numbers.' },
    { slug: 'forgotten-expiry', why: 'The lease is there, but it is set in a second step.' },
  ],
};
