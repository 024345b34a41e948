import { defineScenario } from '@/lib/scenario/define-scenario';
import { orderService } from '@/simulations/actors/order-service';
import { recordAfter, sameTransaction } from '@/simulations/code/order-service';
import { ORDER } from '@/simulations/effects';
import { COMMIT_ON_ITS_WAY } from '@/simulations/lesson-limits';
import { orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { wordingOf } from '@/simulations/words/words';

export const crashWindow = defineScenario({
  slug: 'crash-window',
  stage: 'http-api',
  title: 'The crash window',
  question:
    'The process dies after doing the work and before writing that it did. What does a retry find?',
  knobs: {
    record: {
      kind: 'choice',
      label: 'When the key is recorded',
      help: 'The order and the record that it was made are two rows. They can be one transaction.',
      values: [
        {
          value: 'after',
          label: 'after the order',
          help: 'Two transactions: a crash between them leaves an order that nobody remembers.',
        },
        {
          value: 'same-transaction',
          label: 'in the same transaction',
          help: 'Both rows are committed or neither is, so there is no between.',
        },
      ],
    },
  },
  cast: ({ record }) =>
    httpApi({
      client: { path: '/orders', retries: 2, key: 'per-intent' },
      service: orderService,
      serviceInput: { record, prepareTicks: 1 },
      instances: 1,
      behind: [
        orders({
          keys: { unique: [['key']], fact: null },
          orders: { unique: [], fact: ORDER.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER] },
  calmAttempt: retry('client'),
  script: 'crash.api.3',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { record: 'after' }, over: 'run', then: 'duplicate' },
    { when: { record: 'after' }, over: 'forAll', then: 'duplicate' },
    { when: { record: 'same-transaction' }, over: 'run', then: 'safe' },
    { when: { record: 'same-transaction' }, over: 'forAll', then: 'safe' },
    // One transaction is not worn out by a second crash.
    {
      ...{ when: { record: 'same-transaction' }, over: 'forAll', then: 'safe' },
      bounds: { crashes: 2 },
    },
  ],
  wording: wordingOf(HTTP, DATABASE),
  captions: [
    { at: 'order A wanted', text: 'A customer orders once. One order is expected.' },
    {
      at: 'crash.api.3',
      after: 'order created',
      settings: { record: 'after' },
      text: 'The order is committed. The process dies before it records the key.',
    },
    {
      at: 'crash.api.3',
      settings: { record: 'same-transaction' },
      text: 'The process dies with its transaction open. The database undoes all of it.',
    },
    { at: 'gives up', text: 'The client gives up. Whether its order was made it can’t know.' },
    {
      at: 'no answer in time',
      text: 'The client knows nothing of all this. It tries again with the same key.',
    },
    { at: 'created again', text: 'No key was found, so the order is made once more.' },
    {
      at: 'answers client: 201 Created.',
      after: 'created again',
      text: 'The client is content. The customer has more than one order.',
    },
    {
      at: 'commit. order created',
      text: 'Order and key become true in the same instant.',
    },
  ],
  code: ({ record }) => (record === 'after' ? recordAfter : sameTransaction),
  lesson: {
    intro: [
      'A server that does the work first and takes note of it afterwards has a moment in which the work is done and nobody knows. A crash, a deployment or a lost connection in that moment is enough.',
      'Taking note first only turns the mistake round: then a crash leaves a note of work that was never done. What closes the window is one transaction that holds both, so that the note and the work become true together.',
    ],
    costs:
      'Four statements, BEGIN and COMMIT among them, in place of three; the key’s row is locked while they run.',
    limits: `It needs work and note in one database. A card charge, a mail or a message to a queue can’t be rolled back with it: for those the other side must know a key too. ${COMMIT_ON_ITS_WAY}`,
    inPractice: {
      text: 'Brandur Leach’s sample application Rocket Rides moves a request from one recovery point, a step after which it can go on, to the next, each time by one serializable transaction that does the local work and notes that it did.',
      source: 'https://brandur.org/idempotency-keys',
    },
    next: [
      {
        slug: 'external-charge',
        why: 'The work is at somebody else’s, so one transaction can’t hold both.',
      },
      { slug: 'receipt-mail', why: 'A mail can’t be rolled back.' },
    ],
  },
  concepts: [33, 36, 149, 150],
});
