import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
  {
    at: 'kind:crashed',
    text: 'The server dies. What it had sent by then is not taken back; what it knew is gone.',
  },
  { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
  {
    at: 'time is up',
    text: 'The lease is over: whoever comes next may take the purchase up again.',
  },
  {
    at: 'no answer in time',
    text: 'The client has waited a second. It tries again, with the same key.',
  },
  {
    at: 'charged again',
    text: 'Nothing told the provider that this is the same purchase. It charges once more.',
  },
  {
    at: 'charged before',
    text: 'The provider knows the key it is given, and tells of the charge it made before.',
  },
  {
    at: 'key store answers api: in progress',
    after: 'crashes',
    text: 'The claim is still there. Nobody here can tell whether somebody is at work on it.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A row and the note that it was written can be one transaction. A card charge can’t be part of it: the provider is another company, with a database of its own. Between the charge and our note of it there is always a moment in which a crash leaves a charge that we don’t know of.',
    'So the same question is put one door further: can the provider be asked twice? If we give it a key of ours, yes. The retry doesn’t need to know how far the first attempt got. It asks again under the same name, and learns of the charge that was made or makes it.',
  ],
  costs:
    'One more field in the call to the provider; a lease costs nothing but the thought of how long it should be: longer than a charge takes, shorter than a customer waits.',
  limits:
    'It needs a provider that knows keys, and remembers them for longer than we may retry. Where it does not, we can only look up at the provider what was charged before we ask again, and that look may come too early. Every attempt must make the same key, from ours or from the id of our stored row: one that is drawn afresh by each attempt protects nothing. While it is at work under a key, a provider may answer 409: ask again later.',
  inPractice: {
    text: 'Brandur Leach’s sample application Rocket Rides makes the key for Stripe from the id of its own row and not from what the client sent; a request that holds its lock for more than 90 seconds may be taken over.',
    source: 'https://github.com/brandur/rocket-rides-atomic',
  },
  next: [
    { slug: 'stuck-in-progress', why: 'The lease ends while the first one is only slow.' },
    { slug: 'expired-window', why: 'The memory of a key ends too, here or at the provider.' },
    { slug: 'key-through-hops', why: 'Which key does the service after the next one see?' },
  ],
};
