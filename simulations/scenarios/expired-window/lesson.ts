import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
  {
    at: 'looked into the purchase',
    text: 'A check comes before the charge, and takes its time.',
  },
  { at: 'lost: 201', text: 'The charge is made and the server says so. Nobody hears it.' },
  {
    at: 'time is up',
    text: 'From here on the store can’t tell this key from one that was never used.',
  },
  { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
  {
    at: 'charged again',
    text: 'The key was sent, and once it was known. It had been forgotten in between.',
  },
  { at: 'from memory', text: 'The answer is still there: it is given, and nothing is charged.' },
];

export const lesson: Lesson = {
  intro: [
    'Every store of keys forgets sooner or later; else it would grow for ever. For as long as a key is kept, its retry is answered from memory. The moment after, the same retry is a new purchase. So the question is never whether 24 hours are usual. It is how late the last retry may come.',
    'And from when it counts. If the time runs from the claim, the work is done on it: a first run that takes half of the window leaves half of it for retries, and one that takes longer than the window has lost its key before it is done. If it runs from the saved answer, what is promised to the client is what the client gets.',
  ],
  costs:
    'Rate × size × window: 100 requests a second, 2 KB each, kept for 24 hours, are 17 GB. And something that deletes what is over: a time to live in Redis, a job in SQL.',
  limits:
    'The long window holds here because the client stops: three attempts, none later than 1.2 s on its way. It must outlast the longest of all: the client’s retries, the queue’s redeliveries, a person who presses “try again” on Monday. It is also searched with no crash. With one, a claim that waits for its completion waits for ever, and a lease for it is another window that can be too short.',
  inPractice: {
    text: 'Published windows lie far apart, since retries do: SQS FIFO 5 minutes, DynamoDB transactions 10 minutes after the first one completed, Powertools 1 hour, Stripe at least 24 hours and 30 days in its second API, Rocket Rides 72 hours so that a weekend passes. “Orders: a few hours” and “orders: 7 to 30 days” are both right for somebody; yours follows from your last retry.',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html',
  },
  next: [
    { slug: 'dedup-window', why: 'The same window in front of a queue’s consumer.' },
    { slug: 'fifo-dedup', why: 'A broker that remembers for five minutes.' },
    { slug: 'store-loss', why: 'Keys can go before their time, too.' },
  ],
};
