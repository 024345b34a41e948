import type { Chapter } from '@/simulations/concepts/concept';

export const database: Chapter = {
  id: 'database',
  title: 'Constraints and transactions',
  concepts: [
    {
      number: 138,
      title: 'A unique constraint as the judge',
      text: 'The database lets one row in and refuses its like, whatever the code around it thought. It needs a key that is never NULL: two NULLs are not alike (in PostgreSQL unless told otherwise; SQL Server takes them for alike).',
      kind: 'pattern',
    },
    {
      number: 139,
      title: 'Unique on user and key',
      text: 'The pair, not the key alone: so no customer can meet another’s record.',
      kind: 'code',
    },
    {
      number: 140,
      title: 'INSERT … ON CONFLICT DO NOTHING',
      text: 'No error, 0 rows. In PostgreSQL it waits for a rival’s open transaction first, and above READ COMMITTED it may then fail with error 40001. Code that doesn’t look at the count goes on and mails again.',
      kind: 'code',
    },
    {
      number: 141,
      title: 'UNIQUE (transaction_id)',
      text: 'Works if whoever retries sends the same id. An id that the server draws for each attempt never clashes.',
      kind: 'code',
    },
    {
      number: 142,
      title: 'The business’s own key',
      text: 'An order number or payment reference is a key that people know too. See that it names the wish: a second, rightful payment of one order must not be refused.',
      kind: 'practice',
    },
    {
      number: 143,
      title: 'First come, first served',
      text: 'One insert wins. The others get a violation or 0 rows, and must then read the winner’s row and answer as it was answered.',
      kind: 'behaviour',
    },
    {
      number: 144,
      title: '“The most reliable mechanism”',
      text: 'For rows in that database, yes. A charge made before the insert isn’t undone when that is refused, and a mail to be sent after it is lost in a crash between the two.',
      kind: 'claim',
    },
    {
      number: 145,
      title: 'Catch the violation, return what is there',
      text: 'Catch this constraint alone, not every integrity error; roll back first, for PostgreSQL refuses further statements; compare what was asked; then read.',
      kind: 'code',
    },
    {
      number: 146,
      title: 'A payment model in an ORM',
      text: 'An ORM maps objects to rows. A unique key, an insert, and a handler for the violation. The faults hide in the handler: it takes a missing amount for a duplicate.',
      kind: 'code',
    },
    {
      number: 147,
      title: 'A version in the WHERE',
      text: 'Optimistic locking: change the row only if it still has the version that was read. Of two writers, one gets 0 rows (above READ COMMITTED perhaps error 40001). Nothing is locked between reading and writing.',
      kind: 'pattern',
    },
    {
      number: 148,
      title: 'Transactions and idempotency compared',
      text: 'A transaction makes several writes all or nothing, here and now. Idempotency makes several attempts one, across time and machines. Neither gives the other.',
      kind: 'overview',
    },
    {
      number: 149,
      title: 'Together',
      text: 'The record of the key in the same transaction as the work: then they become true in one instant, and no crash comes between.',
      kind: 'idea',
    },
    {
      number: 150,
      title: 'One transaction for look, work and note',
      text: 'It closes the crash window. By itself it doesn’t stop two at once: below SERIALIZABLE both may look and find nothing, and only a constraint refuses the second.',
      kind: 'pattern',
    },
  ],
};
