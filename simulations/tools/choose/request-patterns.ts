import { type Pattern, see } from '@/simulations/tools/choose/pattern';

/** For those who are called. */
export const requestPatterns: Readonly<Record<string, Pattern>> = {
  natural: {
    name: 'Set the value, don’t change it',
    how: 'Say what the state shall be, not what to do to it: SET, PUT, an upsert (insert, or update what is there). Once or ten times, the state is the same.',
    costs: 'Nothing.',
    limits: 'A late copy of an older request undoes a newer one.',
    scenarios: [
      see('set-or-increment', { operation: 'set' }, 'Set it twice: the same state'),
      see('set-or-increment', { operation: 'increment' }, 'Add twice: not the same state'),
    ],
    sources: ['rfc9110'],
  },
  versioned: {
    name: 'Write only over the version that was read',
    how: 'Send the version that you saw (If-Match, or WHERE version = 7). A copy that comes late finds another version, and changes nothing. After a refusal, look whether the stored state is the one that you wanted.',
    costs: 'A version on each row, and a reader that can deal with a refusal.',
    limits:
      'It can’t tell a retry from a late copy: after a lost reply the retry finds another version too. Unless the server looks whether the change is there already, it is refused though the work was done.',
    scenarios: [
      see(
        'methods',
        { method: 'PUT', ifMatch: 'on' },
        'A late PUT is refused',
        'delay.client-api.2',
      ),
      see(
        'methods',
        { method: 'PUT', ifMatch: 'off' },
        'A late PUT undoes a newer one',
        'delay.client-api.1',
      ),
    ],
    sources: ['rfc9110', 's3'],
  },
  'conditional-update': {
    name: 'Update only from the state before',
    how: "UPDATE … SET status = 'paid' WHERE id = … AND status = 'pending', and look at the number of rows: 0 means that it is not pending any more, or not there. Read it before you answer. What belongs to the step comes after the row was won.",
    costs: 'Nothing but looking at the row count.',
    limits:
      'Reading first and writing then is a race. A charge made before the row was won may be made twice; one left for after it is not made if the process dies in between.',
    scenarios: [
      see(
        'conditional-update',
        { transition: 'conditional', charge: 'claimed-first' },
        'One wins the row, the other sees 0 rows',
        'duplicate.client-api.1',
      ),
      see('conditional-update', { transition: 'read-then-write' }, 'Read, then write: both win'),
    ],
    sources: ['postgresql-mvcc', 'dynamodb-conditions'],
  },
  'unique-constraint': {
    name: 'A unique constraint on the thing’s own number',
    how: 'Let the database refuse the second one: UNIQUE (customer, order_number), INSERT … ON CONFLICT DO NOTHING, and if no row came back, read the one that is there. If it is this caller’s and says the same, answer with it; otherwise refuse (409 or 422).',
    costs: 'One index, for as long as the rows are kept.',
    limits:
      'It protects the row and nothing else: a mail sent beside it may be sent twice or never. Two NULLs are not the same.',
    scenarios: [
      see(
        'unique-constraint',
        { constraint: 'on', onConflict: 'reread' },
        'The second insert is refused, and answered with the first row',
      ),
      see('unique-constraint', { constraint: 'off' }, 'Without it there are two'),
    ],
    sources: ['postgresql'],
  },
  'key-in-transaction': {
    name: 'An idempotency key, recorded in the work’s own transaction',
    how: 'The client sends a key for each thing it wants. One transaction inserts the key under a unique constraint, does the work and stores the answer: all of it or nothing. A repeat is answered from the record.',
    costs:
      'A record for each request, for the whole window; and clients that keep a key across retries.',
    limits: 'Only for what is in that one database. A key that comes after its window is new.',
    scenarios: [
      see('crash-window', { record: 'same-transaction' }, 'A crash leaves both or neither'),
      see(
        'crash-window',
        { record: 'after' },
        'Recorded afterwards: a crash in between is a duplicate',
      ),
      see(
        'check-then-act',
        { claim: 'check-then-act' },
        'Looked for first and saved then: two at once both run',
      ),
    ],
    sources: ['rocket-rides', 'draft-key'],
  },
  'downstream-key': {
    name: 'Claim, then call with a key of your own',
    how: 'Claim the request’s key, or the message’s id, with a lease, store it, and call the other side with a key derived from your record, never with a fresh one. Whoever takes over after a crash calls with the same key and gets the first answer. Finish, or give up, while the other side remembers the key.',
    costs: 'Two writes for each request or message, and a job that finishes what was left behind.',
    limits:
      'It doesn’t help after the other side has forgotten the key: a repeat is then a new call.',
    scenarios: [
      see(
        'external-charge',
        { downstreamKey: 'on', lease: 'on' },
        'A crash after the charge, and one charge',
      ),
      see(
        'external-charge',
        { downstreamKey: 'off' },
        'Without a key for the provider it charges again',
      ),
      see('stuck-in-progress', { lease: 'off' }, 'A claim without a lease is stuck'),
    ],
    sources: ['rocket-rides', 'stripe-v1'],
  },
  outbox: {
    name: 'Outbox, and an inbox on the other end',
    how: 'In one transaction record the request’s key under a unique constraint, do the work, and write the message as a row; a repeat finds its key and writes nothing. A relay sends what it finds there, again if in doubt; the consumer records each message’s id in its own transaction.',
    costs: 'Two tables, a relay, and messages that come a little later.',
    limits: 'The outbox alone only makes sure that it is sent, at least once.',
    scenarios: [
      see('dual-write', { write: 'outbox', dedup: 'inbox' }, 'Sent at least once, done once'),
      see(
        'dual-write',
        { write: 'database-first' },
        'Two writes without it: a crash loses the message',
      ),
    ],
    sources: ['microservices', 'rocket-rides'],
  },
  'keyed-outbox': {
    name: 'Outbox, and a key for the provider',
    how: 'A mail can’t be rolled back, so it is no part of a transaction: in one transaction record the request’s key under a unique constraint and put a row into an outbox; a repeat finds its key and writes nothing. A relay sends it with the row’s id as the key.',
    costs: 'A table and a relay.',
    limits:
      'A provider that takes no key may send it twice, when the relay dies between sending and noting it.',
    scenarios: [
      see('receipt-mail', { mail: 'outbox-keyed' }, 'One mail, whatever crashes'),
      see('receipt-mail', { mail: 'inline' }, 'Sent on the spot: twice, or for nothing'),
    ],
    sources: ['rocket-rides', 'microservices'],
  },
  saga: {
    name: 'A saga with a key for each step, and for each undoing',
    how: 'Every step and every compensation carries a key of its own, made of the request’s key, the same on every retry, and the step. A compensation may come twice, or without its step: then it does nothing.',
    costs: 'A compensation for each step, and a coordinator that remembers how far it got.',
    limits: 'In between, others see what will be undone. Some things can’t be.',
    scenarios: [
      see(
        'checkout-saga',
        { steps: 'keyed', compensation: 'idempotent' },
        'Somebody retries it all, and nothing is done twice',
        'crash.printer.0~lose.order-client.1',
      ),
      see(
        'checkout-saga',
        { steps: 'keyed', compensation: 'naive' },
        'Refunded twice',
        'crash.printer.0~lose.order-client.1',
      ),
    ],
    sources: ['saga'],
  },
  'derived-keys': {
    name: 'A key for each hop, derived from the one before',
    how: 'Each service makes the key for its own calls of the key that it got and the purpose of the call. A retry at any hop then ends at the same keys. Retry at one hop only.',
    costs: 'Nothing but discipline: one call that makes a fresh key breaks the chain.',
    limits:
      'Passing on the same key for two purposes swallows the second. Where several hops retry, the calls still multiply.',
    scenarios: [
      see(
        'key-through-hops',
        { propagation: 'derived' },
        'A retry of the whole, each thing is done once',
      ),
      see(
        'key-through-hops',
        { propagation: 'forwarded' },
        'One key for two purposes: one is swallowed',
      ),
    ],
    sources: ['rocket-rides', 'sre'],
  },
};
