import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A customer orders once. One order and one receipt are expected.' },
  {
    at: 'api crashes',
    text: 'The process dies. What it had not committed, the database undoes.',
  },
  {
    at: 'relay crashes',
    text: 'The relay dies. What it asked of others is not taken back; that it asked, it has forgotten.',
  },
  {
    at: 'sent before the crash. receipt mailed',
    text: 'The mail goes out all the same. There is no rolling it back.',
  },
  {
    at: 'gives up',
    after: 'receipt mailed',
    text: 'The client gives up. All that the customer ever heard is the mail.',
  },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  { at: 'no answer in time', text: 'The client hears nothing, and asks for the same order again.' },
  { at: 'mailed again', text: 'Another receipt for one order.' },
  {
    at: 'NOTIFY outbox',
    text: 'The order was committed, and with it that a receipt is to be sent.',
  },
  {
    at: 'from memory',
    text: 'The key is there, so the order is, and all that was committed with it.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A mail cannot be rolled back. Sent inside of the transaction, it is out before the order is: a crash before COMMIT leaves the customer with a receipt for an order that was never made, or, after a retry, with two receipts for one. Told “done” for what was rolled back, the customer is worse off than without any answer; this page calls it lost.',
    'So the transaction writes down that a mail is due, as a row in an outbox, and a relay sends it afterwards. Nothing is mailed that was not committed, and nothing that was committed is forgotten. But the relay, too, can die between sending and crossing out, and sends again. The last gap is closed only by a key that the provider knows: the row’s id.',
  ],
  costs:
    'A table, a row for each mail, a process that is always there, and a little time until the mail goes out.',
  limits: `The provider forgets keys after its own while: a relay that was down for longer sends twice. A provider without keys leaves you with at least once, and a mail that should be harmless to get twice. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Rocket Rides, Brandur Leach’s sample application, stages its receipt jobs as rows in the transaction of the request, and an enqueuer moves them out after the commit.',
    source: 'https://brandur.org/idempotency-keys',
  },
  next: [
    { slug: 'dual-write', why: 'The same outbox with a queue behind it.' },
    { slug: 'external-charge', why: 'The same key for something dearer than a mail.' },
    { slug: 'dedup-window', why: 'How long the other side has to remember a key.' },
  ],
};
