import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  { at: 'invoice A wanted', text: 'A customer pays an invoice once. One charge is expected.' },
  {
    at: 'to card provider, is held back',
    text: 'The card provider is slow today. The charge is on its way, unanswered.',
  },
  { at: 'gives up', text: 'The client gives up. Whether the invoice was paid it can’t know.' },
  {
    at: 'no answer in time',
    text: 'The client hears nothing, and asks for the same payment again.',
  },
  {
    at: 'charged again',
    text: 'More than one request found the invoice unpaid. Each of them has charged.',
  },
  {
    at: 'answers api: 0 rows',
    text: 'The row is no longer what the UPDATE demands. It changes nothing, and says so.',
  },
  {
    at: 'error 40001',
    text: 'What this transaction had read is no longer so. It is to begin again, and its UPDATE is undone.',
  },
  {
    at: 'in progress',
    text: 'The invoice counts as being paid. This attempt is told to come back.',
  },
  { at: 'from memory', text: 'The row says “paid”, and by which charge. That is the answer.' },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'The invoice itself can be the memory: it is unpaid, and then it is paid. But reading “pending” and writing “paid” are two steps, and two attempts can both read before either writes.',
    "An UPDATE that names the state it expects makes it one step: WHERE status = 'pending' finds the row once. Of two that come together the second waits, PostgreSQL looks at the row again, and 0 rows are changed. A version number does the same for any change. Both help only if the row is claimed before the card is charged; the loser of an UPDATE that comes after the charge has charged already.",
    'Or the database watches what was read: in a SERIALIZABLE transaction the UPDATE may demand nothing, and of two that read “pending” together one fails with 40001 and is to begin again. That undoes its row, and nothing that it did elsewhere.',
  ],
  costs:
    'The claim is one more UPDATE for each first attempt, and a state “processing” that everybody who reads invoices must know.',
  limits: `0 rows say only that the row was not as expected: paid, being paid, refunded or not there at all. Read it before you answer. And a process that dies after the claim leaves “processing” for ever: each retry is told 409 (on to “The claim outlives the process”). ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'At READ COMMITTED, PostgreSQL makes the second UPDATE wait for the first and then evaluates its WHERE again on the new version of the row; at REPEATABLE READ it fails with 40001.',
    source: 'https://www.postgresql.org/docs/current/transaction-iso.html',
  },
  next: [
    { slug: 'stuck-in-progress', why: 'The claim outlives the process that made it.' },
    {
      slug: 'external-charge',
      why: 'The charge itself gets a key, so that a second one is harmless.',
    },
    { slug: 'set-or-increment', why: 'Which changes are harmless when they are made twice.' },
  ],
};
