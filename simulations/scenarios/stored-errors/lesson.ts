import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
  {
    at: 'lost: print a receipt',
    text: 'The card is charged. Now the receipt, and the service next door does not hear of it.',
  },
  {
    at: 'lost: check for fraud',
    text: 'The check that comes first is never asked for. This attempt has charged nothing.',
  },
  { at: 'no help in time', text: 'The server has waited long enough. It fails. And the key?' },
  { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
  { at: 'DEL key-A', text: 'The key is forgotten: a retry will be work like any other.' },
  { at: 'charged again', text: 'The charge had been made before it failed. Now it is made again.' },
  {
    at: '500 internal server error, from memory',
    text: 'The old error is given, however well it would go now. Every retry will get it.',
  },
  { at: '201 created, from memory', text: 'What was done is remembered, and so is the answer.' },
];

export const lesson: Lesson = {
  intro: [
    'Two rules are often heard: don’t keep errors, so that a retry can succeed; keep every answer, so that a retry gets the same. The first charges twice when the failure came after the charge. The second goes on answering with a failure that was over a moment later, and the customer is stuck behind it.',
    'The status does not tell which rule is right; what had been done by then does. Before anything was done, forget the key: a retry loses nothing. Once the effect is made, or may have been made, it must not run again: keep what was done and say so, and let what failed after it be mended in its own time.',
  ],
  costs: 'A look at how far the work had come, wherever it can fail.',
  limits:
    'Here the server knows whether the charge was made. If the provider’s answer itself is lost it does not, and must neither forget nor answer but find out, with a key of its own at the provider. And the receipt that could not be printed is still owed.',
  inPractice: {
    text: 'Stripe’s API v1 keeps the answer of whatever began to run, a 500 included, and nothing of what failed validation; its v2 runs failed work again; AWS Lambda Powertools deletes the record when the handler raises an error.',
    source: 'https://docs.stripe.com/api-v2-overview',
  },
  next: [
    { slug: 'external-charge', why: 'When the server can’t know whether the charge was made.' },
    { slug: 'receipt-mail', why: 'What is still owed after the charge.' },
  ],
};
