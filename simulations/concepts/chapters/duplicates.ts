import type { Chapter } from '@/simulations/concepts/concept';

export const duplicates: Chapter = {
  id: 'duplicates',
  title: 'Why duplicates happen',
  concepts: [
    {
      number: 20,
      title: 'Networks fail, waiting ends, servers crash',
      text: 'A message may be lost in either direction, an answer may come after the waiting is over, and a process may die between any two lines of code. All three end in the same silence.',
      kind: 'idea',
    },
    {
      number: 21,
      title: 'Charged twice, step by step',
      text: 'The card is charged, the reply is lost, the client waits in vain and tries again, and the card is charged again: 200 for a purchase of 100.',
      kind: 'example',
    },
    {
      number: 22,
      title: 'Customer, payment service, bank',
      text: 'The same with three parties: the bank has paid, and the answer is lost on its way back through the service. The retry goes all the way to the bank once more.',
      kind: 'diagram',
    },
    {
      number: 23,
      title: 'A new payment, or a retry?',
      text: 'Two equal requests look equal. Whether the second is meant as another purchase is known only to whoever sent it, so the sender must say.',
      kind: 'question',
    },
    {
      number: 24,
      title: 'The client can’t know',
      text: 'Silence tells a client nothing about what happened. It must be able to ask again without asking for more.',
      kind: 'idea',
    },
    {
      number: 25,
      title: 'Two points of failure, and a third',
      text: 'Before the work, a retry is needed; after it, a plain retry is a duplicate. Many texts stop there. The third case is that the work is still going on when the retry comes.',
      kind: 'idea',
    },
    {
      number: 26,
      title: 'The reply is lost or late',
      text: 'The work is done, the answer is lost or comes after the timeout, and the client repeats what was done.',
      kind: 'cause',
    },
    {
      number: 27,
      title: 'Somebody presses twice',
      text: 'An impatient customer presses Pay again. Disabling the button helps against fingers, and not against what happens after the first press.',
      kind: 'cause',
    },
    {
      number: 28,
      title: 'A load balancer retries',
      text: 'It sends the request to another server when the first does not answer. Envoy retries only if told to, and then decides by the failure, not by the method: a POST is repeated too.',
      kind: 'cause',
    },
    {
      number: 29,
      title: 'A library retries',
      text: 'Client libraries repeat requests without being asked: Stripe’s for Node does it twice unless told otherwise, and gives each POST a key so that it may.',
      kind: 'cause',
    },
    {
      number: 30,
      title: 'A proxy retries',
      text: 'RFC 9110 forbids a proxy to repeat a method that isn’t idempotent. nginx has kept to this since 1.9.13, unless told otherwise; before, it passed a POST on to the next server.',
      kind: 'cause',
    },
    {
      number: 31,
      title: 'The browser retries',
      text: 'A browser may send again when a connection that it had kept open turns out to be closed. RFC 9110 notes that some clients do so for POST too.',
      kind: 'cause',
    },
    {
      number: 32,
      title: 'A queue delivers again',
      text: 'SQS, RabbitMQ and Kafka hand out again what was not acknowledged or committed. They must: otherwise a dead consumer would take messages with it.',
      kind: 'cause',
    },
    {
      number: 33,
      title: 'A crash before the answer',
      text: 'The process does the work and dies before it notes or says so. Whoever comes next finds no trace and does it again.',
      kind: 'cause',
    },
    {
      number: 34,
      title: 'Two at the same time',
      text: 'Original and retry run side by side. Both look, both find nothing, both act.',
      kind: 'cause',
    },
    {
      number: 35,
      title: 'Networks double, and people insist',
      text: 'A message may arrive twice without its sender having sent it twice, and a person who sees nothing happen asks again.',
      kind: 'cause',
    },
    {
      number: 36,
      title: 'What restarts is asked again',
      text: 'Services fail and come back, and their clients naturally try again. What the service kept only in its own memory is gone by then.',
      kind: 'cause',
    },
  ],
};
