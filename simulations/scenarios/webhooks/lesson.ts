import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  {
    at: 'event A wanted',
    settings: { event: 'paid' },
    text: 'A customer pays at the platform. The app is to ship one parcel for it.',
  },
  {
    at: 'something else wanted',
    text: 'A customer changes the address, and is not yet content with it.',
  },
  {
    at: 'event A wanted',
    settings: { event: 'address' },
    text: 'The customer has changed the address before, and changes it again. This one is right.',
  },
  {
    at: 'gives up',
    text: 'The platform has tried as often as it will. What the app has done of it, it can’t know.',
  },
  { at: 'lost: 200', text: 'The app has done its work. The platform doesn’t hear of it.' },
  {
    at: 'no answer in time',
    text: 'To the platform, no answer is no delivery. Every further try has the same ids.',
  },
  {
    at: 'applied again',
    settings: { event: 'paid' },
    text: 'The app takes it for something new, and ships another parcel.',
  },
  {
    at: 'applied again',
    settings: { event: 'address' },
    text: 'The app takes it for something new, and writes the address once more.',
  },
  {
    at: 'an older state writes over it',
    text: 'The late delivery tells of a state that is gone by now. It writes over the newer one.',
  },
  { at: 'ROLLBACK', text: 'The id is there already: the work is done, so it only answers.' },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A webhook is a request in which you are the server and somebody else decides about retries. What is not answered in time comes again, and what two subscriptions ask for comes twice. So it has two ids: one of the delivery, which stays the same when it is tried again, and one of the event, which is the same in every delivery that tells of it. Which of them to keep in an inbox depends on what is to happen once: for a parcel it is the event.',
    'No id helps against a delivery that comes late for the first time. An address that was true when it was sent may be old when it arrives, and whoever writes down what came last loses the newer one. That takes a version, or the time at which the event was triggered: write only what is newer than what is there.',
  ],
  costs:
    'One row for each event, for as long as it may come again; that can be days, and longer if somebody asks for a redelivery by hand. For states a column with their version.',
  limits: `An inbox holds only what is in the same database. Two events that say the same thing have two ids: Stripe may make two event objects for one change, and asks to compare object and type as well. And an order of “newer” that the sender does not give, the receiver can’t make up. It can ask the platform for the present state instead, if asking and writing are one piece of work that is done for one object at a time: of two at once the older answer may be written last. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Shopify: the event id is the same for several webhooks of one event, also across subscriptions; the webhook id is the same in retries of one. It waits 5 seconds for an answer and tries again 8 times in 4 hours. Its pages and its libraries disagree on which id to compare; each is right for what it names.',
    source: 'https://shopify.dev/docs/apps/build/webhooks/ignore-duplicates',
  },
  next: [
    { slug: 'dedup-window', why: 'How long to keep an id.' },
    { slug: 'methods', why: 'More about late writes, and what If-Match does about them.' },
    { slug: 'mark-first', why: 'Why id and work belong in one transaction.' },
  ],
};
