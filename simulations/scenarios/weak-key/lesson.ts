import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'One customer buys something. One charge is expected.' },
  { at: 'purchase B wanted', text: 'Another customer buys something else, and draws a key.' },
  {
    at: 'draws a key that somebody has',
    text: 'Chance has it that this key was drawn before, by somebody else.',
  },
  { at: 'draws a key that nobody has', text: 'On most days the key is a new one.' },
  {
    at: 'client b: 201 created, from memory',
    after: 'draws a key that somebody has',
    settings: { scope: 'key' },
    text: 'The key is known, so its answer is given again. Who drew it, the server can’t see.',
  },
  {
    at: 'client b: 201 created, from memory',
    after: 'draws a key that somebody has',
    settings: { scope: 'tenant', customers: 'together' },
    text: 'The key is known, so its answer is given again. Who drew it, the server can’t see.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A key has to be unlike every other key that the server still remembers. Six letters and digits sound like plenty: two thousand million keys. But a clash needs only any two of them to be alike, and after 55,000 keys that is as likely as not. The time in milliseconds clashes whenever two customers are quick together.',
    'So draw from a space in which chance is no danger: a random UUID has 122 random bits, and a billion of them leave a chance of 1 in 10¹⁹. Here the draw is a choice that you can make, and the UUID’s clash is left out: that it does not happen is arithmetic, and no search over schedules shows it.',
  ],
  costs: '36 characters in place of six.',
  limits:
    'A scope for each tenant keeps tenants apart, and not the customers of one tenant. Random keys that are easy to guess are a danger of another kind: whoever guesses one may be shown its receipt. UUIDv7 and ULID begin with the time and leave up to 74 and 80 random bits within a millisecond, which is enough for keys, unless their maker only counts up within it.',
  inPractice: {
    text: 'The IETF draft recommends a UUID or a similar random value, and warns of keys with little entropy: others could guess them and read what is kept under them.',
    source: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  next: [
    { slug: 'two-tenants', why: 'The same key by design and not by chance.' },
    {
      slug: 'same-key-other-body',
      why: 'A fingerprint of the body would have noticed this clash.',
    },
  ],
};
