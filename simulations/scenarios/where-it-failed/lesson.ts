import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
  { at: 'lost: 201', text: 'The work is done. Only the news of it is lost.' },
  {
    at: 'lost: post',
    text: 'The request never arrives. It does nothing, and nobody will say so.',
  },
  {
    at: 'to card provider, is held back',
    text: 'The card provider is asked, and slow to hear of it. Nobody can say yet how it will end.',
  },
  { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
  {
    at: 'no answer in time',
    text: 'The client asked, and for a second nobody answered. What became of that it can’t know.',
  },
  {
    at: 'charged again',
    text: 'Another request for it had been heard after all. The card is charged once more.',
  },
  {
    at: 'key store answers api: in progress',
    after: 'api crashes',
    text: 'The key is taken. Whether anybody is still at work on it, the server can’t know.',
  },
  {
    at: 'key store answers api: in progress',
    text: 'The server knows what the client can’t: this purchase is under way.',
  },
  {
    at: 'from memory',
    text: 'The server knows what the client can’t: this purchase is made. So it says.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A connection can break before the request was heard, while the server is at work, or after the work was done. Turn the first knob and watch the client: it sends, it waits, it hears nothing. What it can see is the same each time, to the last detail.',
    'So no cleverness in the client can decide whether to try again. Giving up is wrong in one case, trying again is wrong in the other two. With a key the question goes to the one who can answer it: the server looks up what became of this purchase, and does only what is missing.',
  ],
  costs:
    'What an idempotency key costs: two calls to a store for a first attempt, one or two for a retry, and a record for as long as retries may come.',
  limits:
    'There is a fourth truth: the server died half way, its key claimed and the work undone. Then the key alone answers “still in progress” for ever.',
  inPractice: {
    text: 'Stripe’s Node library tries once more after a closed connection even where retries are switched off, and notes that the server may have done the work already, so that a key is needed.',
    source: 'https://www.npmjs.com/package/stripe',
  },
  next: [
    {
      slug: 'check-then-act',
      why: '“While” in full: the original and its retry at the same time.',
    },
    { slug: 'stuck-in-progress', why: 'The fourth truth: the claim outlives its process.' },
    {
      slug: 'silent-retriers',
      why: 'The client may not even know that something tries again for it.',
    },
  ],
};
