import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';

export const captions: readonly Caption[] = [
  { at: 'order A wanted', text: 'A customer orders once. One order is expected.' },
  {
    at: 'to stock service, is held back',
    text: 'The stock service is slow today. A long pause of the process would look the same.',
  },
  {
    at: 'time is up',
    text: 'The lock opens by itself. Its holder is not told.',
  },
  { at: 'lost: 201', text: 'The order is made and the server says so. Nobody hears it.' },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  {
    at: 'DEL key-A if still mine',
    text: 'The work is over. Whoever did it opens the lock, if it is still theirs.',
  },
  {
    at: 'created again',
    text: 'Another order, made by somebody who did not know of the first one.',
  },
  {
    at: 'rollback',
    text: 'The database has heard a later number. This holder was overtaken, and stops.',
  },
];

export const lesson: Lesson = {
  intro: [
    'A lock answers one question: is somebody else at work on this right now? It does not answer the other one: has it been done? The retry comes a second later, finds the lock open, and does the work again. Mutual exclusion is not memory; what helps against retries is a record, written with the work and looked for before it.',
    'With the record, is the lock at least a lock? It has to open by itself, or a crash closes it for ever. So its holder may lose it without noticing, by a slow answer or a pause of the process, and go on as if it had it. A fence is what tells it: a number with each lock, which the database compares when it writes.',
  ],
  costs:
    'Two calls to the store around the work, and everybody else waits or comes back. The record is a SELECT before the work and an UPDATE in the order’s transaction; the fence is an UPDATE before the work and a condition inside it.',
  limits: `The database must hear the new number before the new holder looks, else an older one can still write after that look. And a database that can compare a number could refuse the second order for the same basket outright; then the lock only saves work. The numbers come from the key store, and are lost when it is. Searched with a server that serves two requests at a time. ${COMMIT_ON_ITS_WAY}`,
  inPractice: {
    text: 'Martin Kleppmann asks first what a lock is for: to save work, where one that fails costs a little, or for correctness, where it must come with a number that the storage checks: 33 is refused once 34 was seen. Redis’s own page on distributed locks links to him.',
    source: 'https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html',
  },
  next: [
    { slug: 'unique-constraint', why: 'Let the database refuse the second row, without a lock.' },
    { slug: 'conditional-update', why: 'The row’s own state as lock and memory in one.' },
    { slug: 'store-loss', why: 'The store that holds the locks fails over.' },
  ],
};
