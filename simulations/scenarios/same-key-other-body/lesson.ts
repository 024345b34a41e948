import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  {
    at: 'purchase A wanted',
    text: 'A customer buys a pen and ink. One charge of 100 is expected.',
  },
  {
    at: 'purchase B wanted',
    text: 'A bigger cart, with a pad in it: another purchase, and another charge is expected.',
  },
  {
    at: 'lost: 201 created, from api',
    text: 'A cart is paid. The page does not hear of it, and keeps its key.',
  },
  {
    at: 'from memory',
    after: 'lost: 201',
    settings: { fingerprint: 'off' },
    text: 'The key is known, so what was answered before is answered again. Nobody read the body.',
  },
  {
    at: '422',
    text: 'The key belongs to a body with another fingerprint: refused, and nothing is done.',
  },
  { at: '}, key-B', text: 'Told so, the client names the new cart with a key of its own.' },
];

export const lesson: Lesson = {
  intro: [
    'A page keeps its key until an answer comes. None came, the customer changed the cart and pressed Pay once more: the same key now stands for two purchases. A server that compares the key alone answers the second with the receipt of the first. Nothing is charged for the bigger cart, and everybody is content until the parcel is opened.',
    'So the server keeps a fingerprint of the body beside the key, and refuses a known key with an unknown body: 422. What is refused was not done, so the client may take a new key and ask again. But compare what a body means: the same cart with its fields in another order is the same cart, and its honest retry must not be turned away.',
  ],
  costs:
    'A hash for each request and some bytes for each record. A canonical form for each kind of body.',
  limits:
    'Two different purchases with equal bodies and one key are still taken for one: the fingerprint sees only what is in the body. What changes from attempt to attempt, such as a time stamp, has to stay out of it. A client takes a new key only if its first attempt is refused: after an attempt whose answer was lost, 422 does not say what became of that one.',
  inPractice: {
    text: 'The IETF draft asks for 422 when a key comes with another payload; Stripe compares the parameters and answers 400 with an idempotency_error; AWS Lambda Powertools hashes JSON with sorted keys.',
    source: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  next: [
    { slug: 'two-tenants', why: 'The same key from somebody else altogether.' },
    { slug: 'replay-fidelity', why: 'The body is the same: what exactly is it answered?' },
  ],
};
