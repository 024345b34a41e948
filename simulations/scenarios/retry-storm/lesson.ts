import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'gives up', text: 'The client gives up. By now everybody has tried as often as they may.' },
  { at: 'order A wanted', text: 'A customer orders once. One parcel is expected.' },
  {
    at: 'kind:crashed',
    text: 'The label printer goes away. Shipping still books, but it can’t finish its answer.',
  },
  {
    at: '503 service unavailable',
    after: 'printer crashes',
    text: 'The parcel is booked and the label is not printed, so the call counts as failed.',
  },
  { at: 'booked again', text: 'Somebody above called again. Another parcel is booked.' },
  {
    at: '502 Bad Gateway',
    text: 'Its attempts are used up. Whether to try again is up to the one above.',
  },
];

export const lesson: Lesson = {
  intro: [
    'One retry is cheap. But when every caller in a row tries three times, the last service is called three times for each call of the one above it: three, nine, twenty-seven. It fails because it is in trouble, and the retries see to it that it stays there.',
    'Without a key each of these calls may also do its work again. A key makes the calls harmless to the customer; only fewer calls make them harmless to the service.',
  ],
  costs:
    'Retrying in one place costs nothing to run. It asks for an agreement: which caller it is, and that the others pass a failure on.',
  limits:
    'Pauses and jitter spread the calls out. They make fewer of them only where they outlast the trouble: at three attempts and three layers, exponential pauses are so long that the printer is back for the 16th call, and with the shorter ones of jitter all 27 come before that. Retry budgets (so many retries a minute) and circuit breakers (no calls for a while after many failures) make fewer in any case, and none of these makes a repeated call safe: for that the work needs a key.',
  inPractice: {
    text: 'Google’s SRE book counts 64 attempts at the database for three layers that each try four times, and asks to retry at one layer only.',
    source: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  next: [
    { slug: 'key-through-hops', why: 'Which key does the next service see?' },
    { slug: 'silent-retriers', why: 'Retries that nobody wrote: SDKs, proxies, load balancers.' },
  ],
};
