import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer buys something. One charge is expected.' },
  {
    at: 'purchase B wanted',
    text: 'The same customer buys something else: another wish, another charge.',
  },
  { at: 'lost: 201 created, from api', text: 'The card is charged. The news of it is lost.' },
  {
    at: 'so it makes one',
    text: 'The key that the server makes is new each time: it names nothing.',
  },
  {
    at: 'charged again',
    settings: { key: 'per-page' },
    text: 'Another page, another key: to the server this is another purchase.',
  },
  {
    at: 'charged again',
    text: 'Requests for one purchase with no name in common: to the server each of them is new.',
  },
  {
    at: 'the page is loaded again',
    settings: { key: 'per-page' },
    text: 'No answer, so the customer loads the page again and buys: a new page, and a new key.',
  },
  {
    at: 'the page is loaded again',
    text: 'No answer, so the customer loads the page again and buys. The key was kept with the purchase.',
  },
  {
    at: 'from memory',
    settings: { key: 'per-intent' },
    text: 'Same purchase, same key: the server gives the answer that it kept.',
  },
  {
    at: 'from memory',
    after: 'purchase b wanted',
    settings: { key: 'per-page', purchases: '2' },
    text: 'The same key, so the same answer, whichever purchase it is for.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A key is a name, and everything depends on what it is the name of. Made inside the retry loop, or from the clock, it names the attempt, and a retry is a stranger. Made by the server, it names the request that happened to arrive. Made once when the page is loaded, it names the page: the second purchase on it is taken for a copy of the first, and after a reload the first has another name.',
    'Only whoever has the wish knows that two attempts are one wish, and that two wishes are two. So the client makes the key, when the wish is formed, before the first attempt; keeps it through every retry and reload; and makes a new one only for a new wish, or after an answer that is final.',
  ],
  costs: 'One random number for each purchase, and a place to keep it until there is an answer.',
  limits:
    'A key that is kept with the purchase has to be kept somewhere that outlives the page: with the cart on the server, or in the browser’s storage. In another browser the latter is not found. Here the page is loaded again for the first purchase alone, and once. And the right key at the right time is only a name. Whether it is claimed in one step, kept long enough and compared with the right body are lessons of their own.',
  inPractice: {
    text: 'Stripe’s Node library makes a key for every POST to which you give none: that covers its own retries, and not your calling it again.',
    source: 'https://www.npmjs.com/package/stripe',
  },
  next: [
    { slug: 'weak-key', why: 'Made at the right moment, but not unlike all others.' },
    { slug: 'missing-key', why: 'What a server should do when no key comes at all.' },
    { slug: 'same-key-other-body', why: 'The key was kept, but the cart has changed.' },
  ],
};
