import { type Contradiction, STRIPE } from '@/simulations/concepts/contradictions/contradiction';

export const contradictionsOfAnswers: readonly Contradiction[] = [
  {
    number: 202,
    title: 'Errors: keep them, or not?',
    claims: [
      'Don’t keep errors, so that a retry can succeed; at most a 4xx, for a short time.',
      'Always give the first answer again, whatever it was.',
    ],
    truth:
      'Both exist. Stripe’s v1 repeats every answer once work has begun, even a 500; its v2 runs failed work again; AWS Lambda Powertools drops the record when the handler throws. None is right for all: a 504 may hide a charge that was made, and a declined card may be good tomorrow.',
    source: STRIPE,
    position:
      'Decide by whether the effect may have begun, not by the status. Surely not begun: let the retry run. May have begun: remember it, find out with the same key downstream, and answer then.',
    shows: [
      {
        scenario: 'stored-errors',
        settings: { errors: 'none', failure: 'after-effect' },
        text: 'An error that was not kept, after the charge',
      },
      {
        scenario: 'stored-errors',
        settings: { errors: 'all', failure: 'before-effect' },
        text: 'An error that was kept, before any charge',
      },
    ],
  },
  {
    number: 203,
    title: 'The repeat’s status: as before, or always 200?',
    claims: ['A repeat gets the original status.', 'A repeat gets 200, with the stored body.'],
    truth:
      'Stripe keeps status and body, and the draft says that a repeat should get the earlier result, success or error. Code that answers 200 because nothing new was made turns a stored 402 into a success.',
    source: STRIPE,
    position:
      'The original status, body, and the headers that matter. A header of its own may say that it is a replay.',
    shows: [
      {
        scenario: 'replay-fidelity',
        settings: { replay: 'always-200' },
        text: 'Two answers to one wish',
      },
    ],
  },
  {
    number: 205,
    title: 'May PATCH be retried?',
    claims: [
      '“Use PUT or PATCH for updates, so that clients can retry safely.”',
      'PATCH isn’t idempotent.',
    ],
    truth:
      'RFC 9110 counts PUT, DELETE and the safe methods as idempotent. A PATCH that says “set to 110” happens to be repeatable; one that says “add 10” is not, and nothing in the method tells them apart.',
    source: {
      text: 'RFC 9110, 9.2.2 Idempotent Methods',
      address: 'https://www.rfc-editor.org/rfc/rfc9110.html#name-idempotent-methods',
    },
    position:
      'Not by definition. With a key it may be retried. With If-Match on a version that never comes back a repeat does no harm, but its 412 doesn’t say whether the first one went through: look. What is made from the content can come back, and then lets the repeat in.',
    shows: [
      {
        scenario: 'methods',
        settings: { method: 'PATCH-relative' },
        text: 'A relative PATCH, repeated',
      },
      {
        scenario: 'methods',
        settings: { method: 'PATCH-absolute' },
        text: 'An absolute one, repeated',
      },
    ],
  },
  {
    number: 207,
    title: 'Shopify’s webhooks: compare which id?',
    claims: ['Compare X-Shopify-Webhook-Id.', 'Compare X-Shopify-Event-Id.'],
    truth:
      'Shopify’s page on duplicates says Event-Id; its newer library calls Webhook-Id the key. They have different scopes: Webhook-Id is the same over retries of one delivery, Event-Id over all subscriptions that hear of one event.',
    source: {
      text: 'Shopify, Ignore duplicate webhooks',
      address: 'https://shopify.dev/docs/apps/build/webhooks/ignore-duplicates',
    },
    position:
      'Both, each for what it names. If an event must have one effect for the shop, compare Event-Id; if each subscription does work of its own, Webhook-Id. A late retry brings the old payload, so compare versions too.',
    shows: [
      {
        scenario: 'webhooks',
        settings: { dedup: 'webhook-id', subscriptions: '2' },
        text: 'One event through two subscriptions',
      },
    ],
  },
  {
    number: 208,
    title: 'SETNX: the solution, or a trap?',
    claims: ['SETNX lets only one win, and an EXPIRE after it cleans up.', 'Don’t use SETNX.'],
    truth:
      'SETNX has no time to live: a process that dies before EXPIRE leaves a key for ever. The Redis documentation has marked it as deprecated since 2.6.12, in favour of SET with NX. It still works.',
    source: { text: 'Redis, SETNX', address: 'https://redis.io/docs/latest/commands/setnx/' },
    position:
      'SET key token NX PX milliseconds: claim and end in one step. And no claim in Redis survives every failover, so what must not happen twice needs a constraint in the database as well.',
    shows: [
      {
        scenario: 'forgotten-expiry',
        settings: { claim: 'setnx-expire' },
        text: 'A crash before the mark has an end',
      },
      { scenario: 'store-loss', text: 'A failover that forgets the claim' },
    ],
  },
  {
    number: 209,
    title: 'Look, then process: does that guarantee the same result?',
    claims: [
      'A drawing: does the key exist? No: process and store. So the same request always has the same result.',
      'Without an atomic claim two requests both process.',
    ],
    truth:
      'The drawing has two gaps: between look and process another request may look too, and between process and store the process may die. Both can be found by searching all schedules.',
    source: {
      text: 'The draft: a conflict while the first is running',
      address: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
    },
    position:
      'Claim first, in one step, then work, then complete the record together with the effect. The drawing shows the easy case only.',
    shows: [
      {
        scenario: 'check-then-act',
        settings: { claim: 'check-then-act' },
        text: 'Two attempts that both looked',
      },
      {
        scenario: 'crash-window',
        settings: { record: 'after' },
        text: 'A crash between process and store',
      },
    ],
  },
];
