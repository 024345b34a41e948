import type { Scenario } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: Scenario['captions'] = [
  {
    at: 'transfer A wanted',
    text: 'Ann sends Ben money once. One debit and one credit are expected.',
  },
  { at: 'kind:crashed', text: 'The process dies. Nobody knows any more how far it had come.' },
  {
    at: 'lost: 201 created, from api',
    text: 'Both rows are there. The answer that says so is lost.',
  },
  { at: 'gives up', text: 'The client gives up. Whether Ben has the money it can’t know.' },
  {
    at: 'no answer in time',
    text: 'The client hears nothing, and asks for the same transfer again.',
  },
  {
    at: 'paid again',
    text: 'Nothing tells the server that it has seen this transfer. Ann pays again.',
  },
  {
    at: 'from memory',
    text: 'The key is there, so the transfer counts as done. Whether it is depends on what the key was written with.',
  },
  {
    at: 'error 23505',
    text: 'The row is there already. A plain INSERT says so with an error, not with “0 rows”.',
  },
  {
    at: 'error 25P02',
    text: 'After an error the transaction answers nothing until it is rolled back. The row can’t be read.',
  },
  {
    at: 'ROLLBACK TO SAVEPOINT',
    text: 'Only what came after the savepoint is undone. The transaction goes on as if nothing had failed.',
  },
  {
    at: '500',
    text: 'Ben has the money, and whoever asks again is not told so: it ends in the same error each time.',
  },
  {
    at: 'commit. ben has',
    text: 'All that stands between BEGIN and COMMIT becomes true in one instant.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'A transaction prevents halves: of the debit and the credit, both are written or neither is. It does not prevent a second time, since for the database a repeat is another transaction, as good as the first. With neither, a crash leaves half a transfer, and a retry does not complete it: it begins anew, and Ann has paid twice. Only where nobody tries again does it stay a half, and then nobody was told that it was done.',
    'A key prevents the second time, and not the halves: if it is written before the work, a crash leaves a key and half the work, and each repeat is told that all is well. Together they are what one of them seems to be: the key’s row inside the transaction, so that “seen” and “done” are one.',
    'How the row is inserted matters too. In PostgreSQL an error aborts the transaction that it happens in: whoever tries a plain INSERT and catches the duplicate can’t even read the row that was in the way. ON CONFLICT DO NOTHING is no error, and a savepoint is a place to go back to.',
  ],
  costs:
    'One more row for each transfer, and a transaction of five statements, or with a savepoint six. Until it ends, a repeat with the same key waits.',
  limits: `It reaches as far as one database does. What else the request sets off, a mail, a charge, a message, is neither rolled back nor known by its key. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Brandur Leach’s advice for a request that touches one database alone is just this: map it to one transaction, and keep keys with recovery points, steps after which one can go on, for requests that change something elsewhere.',
    source: 'https://brandur.org/idempotency-keys',
  },
  next: [
    { slug: 'receipt-mail', why: 'A mail is not rolled back with its transaction.' },
    { slug: 'external-charge', why: 'The effect is at somebody else’s.' },
    { slug: 'mark-first', why: 'The same question for messages: note first, or work first?' },
  ],
};
