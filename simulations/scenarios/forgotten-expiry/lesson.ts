import type { Scenario } from '@/lib/scenario/scenario';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A shop sells once. One parcel is expected.' },
  {
    at: 'consumer crashes',
    text: 'The consumer dies. What it has asked the key store to do is still done.',
  },
  {
    at: 'sent before the crash',
    settings: { claim: 'setnx-expire' },
    text: 'What was sent arrives. What it would have sent next it never sends.',
  },
  {
    at: 'the mark’s time is up',
    text: 'Nobody marked it as done in time. The next one may begin.',
  },
  {
    at: 'marked as begun',
    text: 'Somebody has begun, so this consumer leaves it alone and waits for the mark to end.',
  },
  {
    at: 'no acknowledgement in time',
    after: 'marked as begun',
    text: 'The queue has heard nothing. It delivers while it has patience, then puts the message aside.',
  },
  {
    at: 'shipped again',
    text: 'The first parcel had left, and no mark said so. This one is too many.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A mark that says “begun” needs an end, or the death of its owner blocks the message for ever. Many examples set the mark with one command and its end with the next. A crash between the two leaves a mark without an end: every later delivery finds somebody at work who is long dead, and the order waits until a person looks.',
    'The cure is one command that does both: SET with NX and PX. Then a mark can’t be without its end. What remains is the seam after the work, which no kind of lease closes: a consumer that dies between the work and “done” has its work done again when the lease is over.',
  ],
  costs: 'Less than nothing: one command in place of two.',
  limits:
    'It cures being stuck, not the duplicate: that needs the mark in the transaction of the work. A lease that is shorter than the work lets two consumers in at once, and one that is longer than the queue’s patience has the message put aside.',
  inPractice: {
    text: 'Redis calls SETNX deprecated since 2.6.12, in favour of SET with NX. That takes EX or PX as well, and then sets value and end in one atomic step. SETNX alone leaves a key that never expires.',
    source: 'https://redis.io/docs/latest/commands/setnx/',
  },
  next: [
    { slug: 'mark-first', why: 'Back to the seam: which order of mark and work does which harm.' },
    { slug: 'stuck-in-progress', why: 'The same dead owner, behind an API.' },
    { slug: 'store-loss', why: 'And what if the store itself forgets?' },
  ],
};
