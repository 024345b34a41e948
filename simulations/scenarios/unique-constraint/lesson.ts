import type { Scenario } from '@/lib/scenario/scenario';

export const captions: Scenario['captions'] = [
  { at: 'order A wanted', text: 'A customer orders once. One order and one receipt are expected.' },
  {
    at: 'lost: 201 created, from api',
    text: 'Order and receipt are out. The answer that says so is lost.',
  },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  { at: 'no answer in time', text: 'The client hears nothing, and asks again.' },
  {
    at: 'created again',
    text: 'Nothing tells the database that this row is the same order. It takes it.',
  },
  {
    at: 'answers api: 0 rows',
    text: 'The row is there already. The database says so with a number: 0 rows, and no error.',
  },
  {
    at: 'mailed again',
    text: 'Another receipt goes out for what the customer meant as one order.',
  },
  { at: '400', text: 'The client is told that it failed. The order is in the table.' },
  {
    at: 'from memory',
    text: 'The row is there, so the order counts as done. Whether its receipt went out, the row does not say.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'Let the database refuse the second row. A unique constraint on the key holds for every process and at every moment, and INSERT … ON CONFLICT DO NOTHING asks and claims in one statement: of two that come at once, one waits until the other has committed, and then inserts nothing.',
    'But the constraint guards a row, and not what comes after it. “0 rows” is not an error: whoever doesn’t look at the number goes on and mails a second receipt, and whoever takes it for a failure tells the customer so. And NULL equals nothing, not even NULL (in PostgreSQL unless the index says NULLS NOT DISTINCT): without a key, every row is a new one.',
  ],
  costs:
    'One index, and one more SELECT for a repeat. Whoever comes second waits while the first one’s transaction is open, so keep that short.',
  limits:
    'A process that dies after the row and before the receipt leaves an order whose receipt is never sent: the retry finds the row and is content. At REPEATABLE READ and above, of two at once the second fails with 40001 instead of giving 0 rows, and has to be tried again.',
  inPractice: {
    text: 'PostgreSQL promises of ON CONFLICT DO UPDATE that a row is inserted or updated, however many do it at once. With DO NOTHING, RETURNING gives back only rows that were inserted, so the one that was there takes another statement.',
    source: 'https://www.postgresql.org/docs/current/sql-insert.html',
  },
  next: [
    { slug: 'receipt-mail', why: 'The receipt that a crash forgot, or sent twice.' },
    { slug: 'conditional-update', why: 'The row is there from the start, and changes its state.' },
    { slug: 'missing-key', why: 'What else a request without a key can do.' },
  ],
};
