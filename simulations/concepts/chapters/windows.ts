import type { Chapter } from '@/simulations/concepts/concept';

export const windows: Chapter = {
  id: 'windows',
  title: 'Windows and errors',
  concepts: [
    {
      number: 117,
      title: 'The window',
      text: 'How long a key is remembered. Too long costs room; too short brings the duplicate back.',
      kind: 'idea',
    },
    {
      number: 118,
      title: '24 to 48 hours',
      text: 'A common figure, and right only if no retry comes later: a queue that is replayed after a weekend needs more.',
      kind: 'number',
    },
    {
      number: 119,
      title: 'One table of windows',
      text: 'Payments 24 to 48 hours, orders a few hours, other APIs minutes to hours. Another table says otherwise (row 120), so neither is a rule.',
      kind: 'number',
    },
    {
      number: 120,
      title: 'Another table of windows',
      text: 'Payments 24 to 72 hours, orders 7 to 30 days, anything else 24 hours. Don’t look a window up; work it out.',
      kind: 'number',
    },
    {
      number: 121,
      title: 'How to work it out',
      text: 'Longer than the longest time after which anybody may retry: clients, queues, dead letters sent on again, people. Then see what that costs.',
      kind: 'practice',
    },
    {
      number: 122,
      title: 'Stripe: at least 24 hours',
      text: 'Keys of API v1 may be dropped once they are 24 hours old: a floor and not an exact end. API v2 keeps them for 30 days.',
      kind: 'number',
    },
    {
      number: 123,
      title: '86,400 seconds',
      text: 'A day, as a time to live in Redis. A plain SET on the same key takes the end off again.',
      kind: 'number',
    },
    {
      number: 124,
      title: 'The retry that comes too late',
      text: 'The key was dropped, the same key comes again, and the server takes it for a new wish.',
      kind: 'danger',
    },
    {
      number: 125,
      title: 'Longer than the longest redelivery',
      text: 'A consumer’s memory must outlast the queue’s: retention, redelivery, and whatever is sent on from the dead letters by hand. It must go by the sender’s id: SQS gives a message that is moved back a new one of its own.',
      kind: 'practice',
    },
    {
      number: 126,
      title: 'Should errors be kept?',
      text: 'By whether the effect may have begun, not by the status. A refusal before any work may be tried afresh; a failure after it must be remembered, or the retry is a duplicate.',
      kind: 'question',
    },
    {
      number: 127,
      title: 'How long should keys be kept?',
      text: 'Longer than any retry can take, counted from when the work was done and not from when it began.',
      kind: 'question',
    },
  ],
};
