import { type Pattern, see } from '@/simulations/tools/choose/pattern';

/** For those who read messages, are sent webhooks, or call others. */
export const messagePatterns: Readonly<Record<string, Pattern>> = {
  inbox: {
    name: 'Inbox: the message’s id in the work’s own transaction',
    how: 'Insert the id under a unique constraint, do the work, commit both, and acknowledge last. A second delivery finds the id and is only acknowledged.',
    costs: 'A row for each message, for longer than the queue may deliver it again.',
    limits: 'A sender that sends again with another id has sent another message.',
    scenarios: [
      see('redelivery', { dedup: 'inbox' }, 'The acknowledgement is lost, the work is done once'),
      see('redelivery', { dedup: 'none' }, 'Without it the parcel is shipped twice'),
      see('mark-first', { mark: 'first' }, 'Marked first: a crash loses the work'),
    ],
    sources: ['rabbitmq', 'sqs-standard'],
  },
  'log-transaction': {
    name: 'A Kafka transaction: offset and output together',
    how: 'Produce with a transactional.id, commit the offsets in the same transaction, and read with read_committed.',
    costs: 'Some delay, and consumers that wait for commits.',
    limits: 'From Kafka to Kafka only. Any other effect may happen again.',
    scenarios: [
      see(
        'transactional-log',
        { offsets: 'inside', isolation: 'committed', effect: 'log' },
        'A crash at any point, one output',
      ),
      see('transactional-log', { effect: 'external' }, 'A charge is no part of the transaction'),
    ],
    sources: ['kafka'],
  },
  'event-id': {
    name: 'Record the event’s id, not the delivery’s',
    how: 'Store the id of the event (X-Shopify-Event-Id, event.id) in the transaction that acts on it. Answer 2xx quickly, and only when that is committed.',
    costs:
      'A row for each event, for longer than the provider retries, and than people send again by hand.',
    limits:
      'Only for rows in that database: what is done elsewhere, a mail or a charge, needs a claim and a key of its own, as for a message of a queue. An id of the delivery or the subscription lets the same event in through another door.',
    scenarios: [
      see('webhooks', { dedup: 'event-id', subscriptions: '2' }, 'Two subscriptions, one action'),
      see(
        'webhooks',
        { dedup: 'webhook-id', subscriptions: '2' },
        'By the webhook’s id: two actions',
      ),
    ],
    sources: ['shopify', 'stripe-webhooks', 'github'],
  },
  'event-version': {
    name: 'Record the event’s id, and let only newer states in',
    how: 'As well as the id, keep the version of the newest state, or its time where there is none, and pass over an event that is older. Or take an event only as a hint, and fetch the present state.',
    costs: 'A version for each thing, or a call for each event.',
    limits:
      'Only for rows in that database: what is done elsewhere needs a claim and a key of its own. By times it may take an older state for the newer: the clocks of two machines need not agree.',
    scenarios: [
      see('webhooks', { event: 'address' }, 'A late, stale event writes over the newer one'),
      see('webhooks', { event: 'address', order: 'versioned' }, 'With versions it is passed over'),
      see(
        'methods',
        { method: 'PUT', ifMatch: 'on' },
        'The same in HTTP: a late write is refused',
        'delay.client-api.2',
      ),
    ],
    sources: ['shopify', 'stripe-webhooks'],
  },
  'client-key': {
    name: 'One key for each thing that you want, kept until it is settled',
    how: 'Make a random key before the first attempt, store it with what it is for, and send it with every retry, after a restart too. A new one only for a new intent, or after a final no.',
    costs: 'A row on your side for each call under way.',
    limits:
      'Within the other side’s window only. A key made anew for each attempt protects from nothing.',
    scenarios: [
      see(
        'lost-response',
        { key: 'per-intent' },
        'The reply is lost, the retry is answered from memory',
      ),
      see('who-makes-the-key', { key: 'per-attempt' }, 'A new key for each attempt: charged again'),
      see('who-makes-the-key', { key: 'per-intent' }, 'One for each purchase'),
    ],
    sources: ['draft-key', 'stripe-v1'],
  },
  'idempotent-method': {
    name: 'Just try again, with a condition against late copies',
    how: 'The method itself makes repeats harmless: retry with growing waits and an end. Treat 404 on a repeated DELETE as done, and send If-Match where others write too.',
    costs: 'Nothing.',
    limits:
      'Some servers do more on a PUT than put. A copy that was held up can undo a later write.',
    scenarios: [
      see('methods', { method: 'DELETE' }, 'Deleted three times'),
      see(
        'methods',
        { method: 'PUT', ifMatch: 'off' },
        'A late PUT undoes a newer one',
        'delay.client-api.1',
      ),
    ],
    sources: ['rfc9110'],
  },
  'ask-first': {
    name: 'Ask whether it was done, before doing it again',
    how: 'Send a reference of your own with the call, made of the request’s key or the message’s id, store it first, and after any doubt look for it on the other side. Only if it is surely not there, call again, one caller at a time.',
    costs: 'A lookup after each doubtful call, and waiting until a slow first call has shown.',
    limits:
      'Between looking and calling, the first call may still arrive. This makes a duplicate rare, not impossible.',
    scenarios: [
      see('external-charge', { downstreamKey: 'off' }, 'What happens without asking'),
      see('where-it-failed', { cut: 'after', key: 'none' }, 'Why the caller can’t know by itself'),
    ],
    sources: ['rfc9110', 'stripe-errors'],
  },
  'choose-harm': {
    name: 'Nothing makes this safe: choose the smaller harm',
    how: 'Without a key and without a way to ask, a crash in between leaves two choices: try again and risk a duplicate, or don’t and risk that it never happens. Decide which, mark before or after accordingly, and let a person check the doubtful ones. Record the answer under the request’s key, or the message’s id, all the same: then only a crash leaves doubt, and not every lost reply.',
    costs: 'Somebody’s time, for each doubtful case.',
    limits: 'It doesn’t end the risk. A key that the provider takes would.',
    scenarios: [
      see('mark-first', { mark: 'first' }, 'Marked first: may never happen'),
      see(
        'mark-first',
        { mark: 'after' },
        'Marked afterwards: may happen twice',
        'crash.consumer.2',
      ),
      see('external-charge', { downstreamKey: 'off' }, 'A charge without a key'),
    ],
    sources: ['rfc9110'],
  },
};
