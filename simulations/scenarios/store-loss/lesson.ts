import type { Caption } from '@/lib/projections/caption';
import type { Lesson } from '@/lib/scenario/scenario';

export const captions: readonly Caption[] = [
  { at: 'order A wanted', text: 'A customer orders once. One order is expected.' },
  { at: 'lost: 201', text: 'The order is made and the server says so. Nobody hears it.' },
  {
    at: 'key store crashes',
    settings: { loss: 'failover' },
    after: 'set nx get',
    text: 'The store dies. What its replica has not heard yet is lost, though it was acknowledged.',
  },
  {
    at: 'key store crashes',
    settings: { loss: 'restart' },
    text: 'The store dies, and with it all that was only in its memory.',
  },
  {
    at: 'go on with',
    after: 'key store crashes',
    text: 'The store serves again. It knows no key but those that were kept elsewhere.',
  },
  {
    at: 'fills the memory',
    after: 'to key store: SET',
    text: 'Somebody else’s data needs room. To make it, the store throws away every key that it has.',
  },
  {
    at: 'fills the memory',
    text: 'Somebody else’s data needs room. There is no key yet that the store could throw away.',
  },
  { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
  {
    at: 'created again',
    text: 'The claim succeeded again: the store had forgotten the one before. Another order.',
  },
  {
    at: 'to database: ROLLBACK',
    text: 'Whatever the store says, the key’s row is there. Nothing is left to do.',
  },
];

export const lesson: Lesson = {
  intro: [
    'SET NX takes a key for one request only, and a SET keeps what it was answered. Redis confirms both at once, and that means only: it is in this server’s memory. A replica hears of it a moment later, a disk a second or some minutes later, and under memory pressure a key may go before its time. In each of these the next SET NX succeeds as well, and nothing looks wrong.',
    'For most keys that never matters. If it may not happen for any, the last word must be with something that is as durable as the work itself: a unique key on the order, or the key’s row in the order’s own transaction. Then Redis may forget whatever it likes; all it can cost is a look.',
  ],
  costs:
    'A unique index on the orders, or a row for each key in their database. Redis in front of it is now for speed and load only, and can be left out where neither is a problem.',
  limits:
    'Nobody crashes here but the store. That alone does no harm: there must also be a retry that finds the key gone, after an answer that was lost or a message that was late. The defences are about effects in that database. For a charge elsewhere the last word is the provider’s key. A database that fails over to an asynchronous replica loses orders and keys alike, and it loses them together; a Redis before it that still says “done” must be emptied then. WAIT tells how many replicas have heard of a write and does not undo one that too few have; with noeviction nothing is thrown away, but claims fail once memory is full. After a failover a claim’s time begins anew here; Redis passes on when it ends.',
  inPractice: {
    text: 'Redis’s documentation says plainly that replication is asynchronous and that an acknowledged write may be lost in a failover. Its append-only file, at the usual setting, may lose a second; policies called allkeys evict keys before their time, and those called volatile just the keys that have an end, as a claim with PX or a record with EX does; a key without one, as a saved one here, they spare.',
    source: 'https://github.com/redis/redis-doc',
  },
  next: [
    { slug: 'unique-constraint', why: 'What a constraint says to the one who comes second.' },
    { slug: 'crash-window', why: 'Why key and order belong in one transaction.' },
    { slug: 'forgotten-expiry', why: 'SETNX, then EXPIRE: a key that is never forgotten.' },
  ],
};
