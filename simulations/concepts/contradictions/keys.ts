import { type Contradiction, STRIPE } from '@/simulations/concepts/contradictions/contradiction';

const DRAFT = {
  text: 'The Idempotency-Key HTTP Header Field, an IETF draft',
  address: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
};

export const contradictionsOfKeys: readonly Contradiction[] = [
  {
    number: 199,
    title: 'Retrying a payment: a new key, or the same?',
    claims: [
      'Every attempt at a payment gets a new key, even for the same order.',
      'Every retry sends the same key.',
    ],
    truth:
      'While the outcome is unknown, a new key is a new payment: the first one may have gone through. Stripe calls a 500 indeterminate, and asks for a new key only when the request itself was corrected after a 4xx.',
    source: {
      text: 'Stripe, Low-level error handling',
      address: 'https://docs.stripe.com/error-low-level',
    },
    position:
      'The same key until there is a definite answer. After a definite refusal, or for another wish, a new one. And the order itself can be payable only once.',
    shows: [
      {
        scenario: 'who-makes-the-key',
        settings: { key: 'per-attempt' },
        text: 'A key for each attempt: two charges',
      },
    ],
  },
  {
    number: 200,
    title: 'Who makes the key: client or server?',
    claims: [
      'The client makes it, before the first attempt.',
      'The server generates it (a box in many drawings), or makes one if it is missing.',
    ],
    truth:
      'A server sees attempts. Only the client knows that two of them are one wish, so a key that is made on arrival is a new one each time and recognises nothing.',
    source: DRAFT,
    position:
      'The client, and it keeps the key over a reload. A server may hand out an id beforehand, with the cart say: then that is the client’s key.',
    shows: [
      {
        scenario: 'who-makes-the-key',
        settings: { key: 'server-made' },
        text: 'A key that the server makes: two charges',
      },
    ],
  },
  {
    number: 201,
    title: 'No key was sent: refuse, make one, or carry on?',
    claims: [
      'Answer 400.',
      'Make a random one.',
      'Carry on without; the check just doesn’t apply. (In some code all requests without a key even share one record.)',
    ],
    truth:
      'The draft says 400 where a key is documented as required. Made up or ignored, the first retry is a duplicate; folded into one record, the second customer is answered with the first one’s receipt.',
    source: DRAFT,
    position:
      '400 on every route that needs a key, before anything is done. An optional key is a choice to allow duplicates, and should be made on purpose.',
    shows: [
      {
        scenario: 'missing-key',
        settings: { missing: 'fold' },
        text: 'No key, and one record for all',
      },
      { scenario: 'missing-key', settings: { missing: 'refuse' }, text: 'No key, and 400' },
    ],
  },
  {
    number: 204,
    title: 'Idempotency-Key, or X-Idempotency-Key?',
    claims: ['The header is called Idempotency-Key.', 'The header is called X-Idempotency-Key.'],
    truth:
      'The draft names `Idempotency-Key`, as do Stripe, Adyen and others; several APIs have names of their own. Go’s HTTP client takes either of the two for a sign that it may retry. By the draft the value stands in quotes; in practice it mostly doesn’t.',
    source: DRAFT,
    position:
      '`Idempotency-Key`. A server that expects one name and gets the other sees a request without a key, so it must refuse that.',
    shows: [
      {
        scenario: 'missing-key',
        settings: { missing: 'run' },
        text: 'A key that the server doesn’t see',
      },
    ],
  },
  {
    number: 206,
    title: 'Does Stripe require a key?',
    claims: ['Stripe requires an idempotency key.', 'Stripe accepts one.'],
    truth:
      'All POST requests of API v1 accept one, and none needs it; on GET and DELETE it has no effect. Stripe’s Node library adds one to each POST by itself, which protects its own retries and not yours.',
    source: STRIPE,
    position:
      'Accepts. If your code calls again with a new request, it must bring the same key itself.',
    shows: [{ scenario: 'lost-response', text: 'The same API, called without a key' }],
  },
];
