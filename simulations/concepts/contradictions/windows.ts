import { type Contradiction, STRIPE } from '@/simulations/concepts/contradictions/contradiction';

export const contradictionsOfWindows: readonly Contradiction[] = [
  {
    number: 196,
    title: 'How long to remember an order: a few hours, or 30 days?',
    claims: [
      'Orders need a window of a few hours.',
      'Orders need a window of 7 to 30 days, because shipping takes that long.',
    ],
    truth:
      'Both are guesses about somebody else’s shop. A key is needed for as long as the same wish may be sent again. A phone that was offline overnight retries in the morning, after “a few hours”; how long a parcel travels has nothing to do with it.',
    source: {
      text: 'The draft gives no number: the server defines its policy and publishes it',
      address: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
    },
    position:
      'Work it out: longer than the latest retry, counted from when the work was done. An order row under a unique constraint needs no window at all, because it is never dropped.',
    shows: [
      {
        scenario: 'expired-window',
        settings: { window: 'short' },
        text: 'A retry that comes after the key was forgotten',
      },
    ],
  },
  {
    number: 197,
    title: 'How long to remember a payment: 24 to 48 hours, or to 72?',
    claims: ['Payments need 24 to 48 hours.', 'Payments need 24 to 72 hours.'],
    truth:
      'Real systems differ far more than that: 10 minutes for DynamoDB’s transactions, at least 24 hours for Stripe’s API v1, 30 days for its v2, 72 hours in a well-known example of Brandur Leach’s, chosen to survive a weekend.',
    source: STRIPE,
    position:
      'The window follows from who may retry, and how late. Where the next system’s window is the shorter one, a retry later than that is a second charge there, whatever you remember.',
    shows: [
      {
        scenario: 'expired-window',
        settings: { window: 'long', countsFrom: 'claim' },
        script: 'delay.api-payments.1~delay.client-api.2~delay.payments-api.1~delay.client-api.3',
        text: 'A window long enough, but counted from the wrong moment',
      },
    ],
  },
  {
    number: 198,
    title: 'How long for any other API: minutes, or 24 hours?',
    claims: ['Minutes to hours are enough.', '24 hours are usual.'],
    truth:
      'Minutes are enough only where no retry lives longer: SQS FIFO remembers an id for 5 minutes, and a producer that was cut off for 6 sends a second message. 24 hours are too few for a consumer whose log can be replayed for 7 days.',
    source: {
      text: 'Amazon SQS, Exactly-once processing',
      address:
        'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html',
    },
    position: 'The same rule again. There is no figure that is right for “an API”.',
    shows: [
      { scenario: 'dedup-window', text: 'A redelivery that outlives the memory of it' },
      { scenario: 'fifo-dedup', text: 'A send after more than 5 minutes' },
    ],
  },
];
