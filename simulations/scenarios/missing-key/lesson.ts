import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer pays with a program that sends no key.' },
  { at: 'purchase B wanted', text: 'Another customer, another purchase, the same program.' },
  { at: 'lost: 201 created, from api', text: 'The card is charged. The news of it is lost.' },
  {
    at: 'so it makes one',
    text: 'The server helps out with a key of its own. It protects nothing.',
  },
  { at: 'charged again', text: 'Without a name that they share, each request for it is new work.' },
  {
    at: 'client b: 201 created, from memory',
    settings: { missing: 'fold' },
    text: 'All who send no key share one, and with it the answer that was given first.',
  },
  { at: 'no key', text: 'Refused before anything is done: send a key.' },
];

export const lesson: Lesson = {
  intro: [
    'Sooner or later a request comes without the header: an old version of the app, a proxy that strips what it does not know, a typing error. Doing the work all the same, or making a key for it, leaves exactly those clients unprotected that retry like all others, and nobody notices until an answer is lost.',
    'Worst is not to notice at all. In many languages an absent header becomes the text “undefined” or “null” as soon as it is put into a longer key, and then all who send none share one: the second customer gets the receipt of the first. Where a duplicate would hurt, refuse: 400, and nothing is done.',
  ],
  costs: 'One line. And an answer to clients that have worked without a key until today.',
  limits:
    'A header that is sent twice, or a constant that somebody typed in, is a key too. So is an empty one where only its absence is checked, and a header of blanks arrives as that. Check what a key must look like as well as that it is there.',
  inPractice: {
    text: 'The IETF draft asks for 400 where a required key is missing; Stripe accepts keys and does not require them; AWS Lambda Powertools warns and runs without, unless told to raise an error.',
    source: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  next: [
    { slug: 'who-makes-the-key', why: 'Why the server can’t make it.' },
    { slug: 'two-tenants', why: 'Other ways for two customers to share a key.' },
  ],
};
