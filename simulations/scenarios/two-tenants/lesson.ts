import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  {
    at: 'purchase A wanted',
    text: 'Alice pays on the shop’s tablet, and leaves. One charge is expected.',
  },
  {
    at: 'purchase B wanted',
    text: 'Bob takes the tablet: Alice’s page is still open, her key in it. Her login is over.',
  },
  { at: 'client b: 401', text: 'Who is asking? Bob is to log in, and to ask in his own name.' },
  {
    at: 'no login',
    after: 'purchase b wanted',
    text: 'The page asks in Alice’s name, with her key.',
  },
  {
    at: 'client b: 201 created, from memory',
    settings: { scope: 'key' },
    text: 'The key is known, so its answer is given again, whoever asks for it.',
  },
  {
    at: 'client b: 201 created, from memory',
    settings: { scope: 'tenant', check: 'before-auth' },
    text: 'The key is known for this account, and anybody may say that it is theirs.',
  },
];

export const lesson: Lesson = {
  intro: [
    'Keys are chosen by clients, and nothing keeps two clients from choosing the same one: both number their orders, both copied the example from the manual, or both use the page that the first one left open on a shared tablet. If the key is the whole name, the second customer gets the receipt of the first: a leak, and a purchase that never happens.',
    'So the server keeps each key under a name that only it can make: the account together with the key. And it asks who is there before it looks anything up. Looked up before the login was checked, the account is only what the request says of itself, and that may be anybody’s.',
  ],
  costs:
    'A longer name in the store. A look-up of keys that has to wait for the check of the login.',
  limits:
    'Within one account the same key still means the same purchase: two of its users or programs can still choose alike. Whoever can log in as somebody else gets their receipts, key or not.',
  inPractice: {
    text: 'The IETF draft advises a composite look-up key, the client’s key joined with what only the server knows; Brandur Leach’s sample application Rocket Rides has its unique index on user and key.',
    source: 'https://brandur.org/idempotency-keys',
  },
  next: [
    { slug: 'weak-key', why: 'The same key by chance, and how likely that is.' },
    { slug: 'missing-key', why: 'When no key at all becomes the key that everybody shares.' },
  ],
};
