import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer pays with a good card. One charge is expected.' },
  {
    at: 'purchase B wanted',
    text: 'Another customer pays with a card that has expired, and has a new one at hand.',
  },
  {
    at: 'lost: 201',
    text: 'The good news is lost. All that is left of it is what the server kept.',
  },
  {
    at: 'lost: 402',
    text: 'The bad news is lost. All that is left of it is what the server kept.',
  },
  {
    at: '400 bad request, already processed',
    text: 'It asks what became of its purchase, and gets an error. To a program that is a failure.',
  },
  {
    at: 'client b: 200 ok, from memory',
    after: 'lost: 402',
    text: 'The card was declined, and the customer is told that all is well.',
  },
  {
    at: 'client b: 402 payment required, from memory',
    text: 'As it was the first time: declined. That leaves the other card.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A repeat comes because the first answer was not heard. So it must get that answer, and not a remark about repeats: whoever reads “already processed” still does not know whether it was paid, and a program that reads an error tells its customer that it failed. The charge stands, and the customer pays elsewhere.',
    'The answer is its status as much as its body. A handler that keeps the body and sends it with its framework’s usual status turns every repeated answer into a 200. After a 201 that is a small untruth. After a 402 it tells somebody whose card was declined that everything is paid.',
  ],
  costs: 'A status, a body and the headers that matter, for each key, as long as the key is kept.',
  limits:
    'The answer is as it was, not as things are now: what was bought may have been refunded since. It may hold personal data, and is kept where keys are kept. Large answers are better kept as a reference to what was made.',
  inPractice: {
    text: 'Stripe keeps status and body of the first request under each key and gives both again; the IETF draft asks for the result of the earlier request, whether it was a success or an error.',
    source: 'https://docs.stripe.com/api/idempotent_requests',
  },
  next: [
    { slug: 'stored-errors', why: 'Which errors should be kept at all?' },
    {
      slug: 'unique-constraint',
      why: 'When the database says that it is there already: read it again.',
    },
  ],
};
