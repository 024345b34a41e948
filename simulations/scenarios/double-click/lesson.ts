import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer presses Pay. One charge is expected.' },
  {
    at: 'from card provider to api, is held back',
    text: 'The card is charged, but the card provider takes its time to say so.',
  },
  {
    at: 'takes it again',
    text: 'The page gave up, so the button is enabled, and the customer presses it once more.',
  },
  { at: 'is pressed again', text: 'A second without any sign. The customer presses once more.' },
  {
    at: 'the button is disabled',
    text: 'The customer would press again, but the button no longer takes it.',
  },
  {
    at: 'charged again',
    text: 'The server can’t see that the same purchase is meant. To it this is another one, and another charge.',
  },
  { at: 'gives up', text: 'This request is given up. What became of it the page can’t know.' },
  {
    at: 'in progress',
    settings: { key: 'per-form' },
    text: 'Same form, same key: the server knows this purchase, and that somebody has begun it.',
  },
  {
    at: 'from memory',
    settings: { key: 'per-form' },
    text: 'Same form, same key: the answer that was kept is given.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A slow answer and an impatient finger make two requests of one wish, with not a single message lost. What the server must be told is not how often the button was pressed but what was wanted: so the key has to be made when the form is, before the first press, and kept until an answer stands on the page.',
    'Disabling the button is good manners and a poor defence. It stops the finger until the request ends: a page that gives up enables the button again, and whoever saw no answer presses it. It never stops the page’s own retry, a reload, the Back button or a second tab, and nobody who tests by pressing a button will ever notice.',
  ],
  costs: 'A key for each form; otherwise what keys cost everywhere.',
  limits:
    'This customer presses twice at most. A key that lives in the page dies with it: after a reload the same customer has a new form and a new key. Keep it with the cart, on the server or in the browser’s storage.',
  inPractice: {
    text: 'Square takes the key as a field of the request body, so it can be written into the form together with what is being bought.',
    source: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  next: [
    {
      slug: 'who-makes-the-key',
      why: 'All the other moments at which a key can be made too late.',
    },
    { slug: 'check-then-act', why: 'Two presses meet at the server: who finds the key?' },
    { slug: 'unique-constraint', why: 'Let the database refuse the second order of one cart.' },
  ],
};
