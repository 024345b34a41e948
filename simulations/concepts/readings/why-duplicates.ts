import type { Reading } from '@/simulations/concepts/reading';

export const whyDuplicates: Reading = {
  slug: 'why-duplicates',
  title: 'Why duplicates happen',
  lead: 'Nobody sends a request twice out of carelessness. It is the right thing to do when no answer comes.',
  sections: [
    {
      id: 'silence',
      title: 'One silence, several truths',
      concepts: [20, 24, 25],
      blocks: [
        {
          kind: 'text',
          text: 'A client sends a charge and hears nothing. The request may have been lost on its way. The server may still be at work. Or the work is done and the answer was lost. From where the client stands these look the same, and what it does next is the same as well: it tries again.',
        },
        {
          kind: 'runs',
          caption: 'One purchase without a key, and what becomes of it',
          plays: [
            { scenario: 'lost-response', script: '', text: 'Nothing goes wrong' },
            {
              scenario: 'lost-response',
              script: 'lose.client-api.1',
              text: 'The request is lost',
            },
            {
              scenario: 'lost-response',
              script: 'delay.api-payments.1',
              text: 'The work takes longer than the client waits',
            },
            {
              scenario: 'lost-response',
              script: 'lose.api-client.1',
              text: 'The reply is lost',
            },
            {
              scenario: 'lost-response',
              script: 'duplicate.client-api.1',
              text: 'The network doubles the request',
            },
          ],
        },
        {
          kind: 'text',
          text: 'Many texts know two cases: failed before the work, where a retry is needed, and failed after it, where a retry is a duplicate. The middle one is the worst. There original and retry run side by side, and a server that looks before it acts finds nothing either time.',
        },
        {
          kind: 'runs',
          caption: 'The same faults, with a key for the purchase',
          plays: [
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              script: 'lose.client-api.1',
              text: 'The request is lost',
            },
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              script: 'delay.api-payments.1',
              text: 'The work takes longer than the client waits',
            },
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              script: 'lose.api-client.1',
              text: 'The reply is lost',
            },
            {
              scenario: 'lost-response',
              settings: { key: 'per-intent' },
              script: 'duplicate.client-api.1',
              text: 'The network doubles the request',
            },
          ],
        },
        {
          kind: 'question',
          asks: 'Two equal requests arrive a second apart. Is the second a new payment or a retry?',
          answer: [
            'The server can’t know. Same customer, same amount, same second: people do buy two coffees. Only whoever sent them knows, and must say so with the request. A rule such as “equal within a minute counts as one” will sooner or later swallow a purchase that was meant.',
          ],
        },
      ],
    },
    {
      id: 'who-repeats',
      title: 'Who repeats',
      concepts: [26, 27, 28, 29, 30, 31, 32, 35],
      blocks: [
        {
          kind: 'text',
          text: 'The client that you wrote is one of many that may send a request again, and often not the first.',
        },
        {
          kind: 'terms',
          terms: [
            {
              term: 'Your own retry',
              meaning:
                'After a timeout. If it is shorter than the server sometimes takes, duplicates come on days when nothing is broken.',
            },
            {
              term: 'A person',
              meaning:
                'Presses again when nothing seems to happen, reloads, or goes back and submits once more.',
            },
            {
              term: 'A library',
              meaning:
                'Stripe’s for Node tries twice more on its own, with a key that it makes for the purpose.',
            },
            {
              term: 'A proxy or load balancer',
              meaning:
                'By RFC 9110 a proxy must not repeat a method that isn’t idempotent. nginx has kept to that since 1.9.13, unless told otherwise. Envoy, once told to retry, goes by the failure and not by the method.',
            },
            {
              term: 'A browser, or an HTTP client',
              meaning:
                'When a connection that was kept open turns out to be closed, some send again. Go’s does for GET, HEAD, OPTIONS and TRACE, and for whatever has an Idempotency-Key header; not for a PUT or a DELETE without one.',
            },
            {
              term: 'A queue',
              meaning:
                'SQS when the visibility timeout ends, RabbitMQ when the channel closes, Kafka when a consumer starts from the last committed offset.',
            },
            {
              term: 'The network',
              meaning:
                'Within a connection TCP sorts copies out. What is resent over a new connection, or by a relay, is a second message to it.',
            },
          ],
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'silent-retriers', text: 'Four that retry without asking you' },
            { scenario: 'double-click', text: 'An impatient customer' },
            { scenario: 'redelivery', text: 'A queue that heard no acknowledgement' },
          ],
        },
      ],
    },
    {
      id: 'crash',
      title: 'Crashes, and two at once',
      concepts: [33, 34, 36],
      blocks: [
        {
          kind: 'text',
          text: 'A process can die between any two lines. If one of them does the work and the next one notes it, there is a moment in which the work is done and nobody knows.',
        },
        {
          kind: 'drawing',
          scenario: 'crash-window',
          caption: 'The order is made, the note of it is not, and the retry makes another.',
        },
        {
          kind: 'text',
          text: 'And two requests need no fault at all to meet. A slow provider and an ordinary timeout are enough.',
        },
        {
          kind: 'drawing',
          scenario: 'check-then-act',
          caption: 'Both attempts look for the key before either has written it.',
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'crash-window', text: 'Play the crash' },
            { scenario: 'check-then-act', text: 'Play the race' },
          ],
        },
      ],
    },
    {
      id: 'through-a-bank',
      title: 'Through a bank',
      concepts: [21, 22, 23],
      blocks: [
        {
          kind: 'text',
          text: 'With a bank behind the service nothing changes but the number of seams. The customer’s app asks the service, the service asks the bank, the bank pays, and the answer is lost on either of two ways back. A key between app and service protects the first way; the service needs one towards the bank for the second, and derives it from its own record, so that every retry of that step sends the same.',
        },
        {
          kind: 'plays',
          plays: [
            { scenario: 'external-charge', text: 'The charge is somebody else’s' },
            { scenario: 'key-through-hops', text: 'Which key the next service sees' },
          ],
        },
      ],
    },
  ],
};
