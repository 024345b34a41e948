import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'gives up', text: 'The client gives up. What was charged it can’t know.' },
  {
    at: 'item wanted',
    text: 'A customer orders once. One charge for the goods is expected, and one for their delivery.',
  },
  {
    at: 'lost: 201',
    settings: { propagation: 'forwarded' },
    text: 'The order counts as paid, and the client does not hear of it.',
  },
  { at: 'lost: 201', text: 'Both are charged, and the client does not hear of it.' },
  { at: 'no answer in time', text: 'The client tries again, with the same key.' },
  { at: 'charged again', text: 'The payment service sees a new call, and charges again.' },
  {
    at: 'courier told',
    settings: { propagation: 'forwarded' },
    text: 'The answer is the goods’ charge. The delivery was never paid, and nobody notices.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A key says: this is the same wish as before. The service that reads it can only speak for itself. As soon as it calls another one, that call is a wish of its own, and needs a key of its own.',
    'No key, and every repeat of the order repeats the charges. The order’s key unchanged, and two different charges look like one. The key made from the order’s key and the purpose is the same at each repeat and different for each purpose.',
  ],
  costs: 'A longer key. Nothing has to be stored to make it: it follows from the order’s key.',
  limits:
    'The payment service here does not compare what comes under a key. One that does, such as Stripe, refuses the second charge: loud, and no better paid. The next service must honour keys, for as long as the order may be repeated. And the purposes must be named by what they are for: numbered by the order in which calls are made they change as soon as that order does.',
  inPractice: {
    text: 'Stripe’s Node library makes a key of its own for every POST that has none. It knows the library’s own repeats, and not those of whoever called you: for these the key must come from the order.',
    source: 'https://www.npmjs.com/package/stripe',
  },
  next: [
    { slug: 'checkout-saga', why: 'More services, and one of them refuses.' },
    { slug: 'external-charge', why: 'The last service is somebody else’s.' },
  ],
};
