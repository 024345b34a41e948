import { defineScenario } from '@/lib/scenario/define-scenario';
import { chargeService } from '@/simulations/actors/charge-service';
import { atomic, unprotected } from '@/simulations/code/charge-service';
import { CHARGE } from '@/simulations/effects';
import { keys, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { PURCHASES } from '@/simulations/tellings/purchases';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

export const lostResponse = defineScenario({
  slug: 'lost-response',
  stage: 'http-api',
  title: 'The lost response',
  question:
    'The charge went through, its reply got lost. What happens when the client tries again?',
  knobs: {
    key: {
      kind: 'choice',
      label: 'Idempotency key',
      help: 'A name that the client gives to the purchase and sends with every attempt at it.',
      values: [
        {
          value: 'none',
          label: 'none',
          help: 'Without it the server can’t tell a retry from a second purchase.',
        },
        {
          value: 'per-intent',
          label: 'one per purchase',
          help: 'The server claims the key before it charges, and answers a retry from memory.',
        },
      ],
    },
    retries: {
      kind: 'count',
      label: 'Retries',
      help: 'How often the client tries again when no answer comes within 1 s.',
      initial: 2,
      min: 0,
      max: 5,
    },
  },
  tellings: PURCHASES,
  cast: ({ key, retries }) =>
    httpApi({
      client: { path: '/charges', retries, key },
      service: chargeService,
      serviceInput: {
        ...{ claim: key === 'none' ? 'none' : 'atomic' },
        ...{ inFlight: 'conflict', pollTicks: 2, pollsMax: 0 },
      },
      instances: 1,
      behind: key === 'none' ? [payments()] : [keys(), payments()],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'lose.api-client.1',
  bounds: { losses: 2, duplicates: 0, crashes: 0, retries: 2 },
  retriesFor: ({ retries }) => retries,
  claims: [
    { when: { key: 'none' }, over: 'run', then: 'duplicate' },
    { when: { key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { key: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-intent' }, over: 'forAll', then: 'safe' },
    // No retry, no duplicate; and what the bound "no crash" leaves out: a claim that outlives its claimant.
    { when: { key: 'none', retries: 0 }, over: 'forAll', then: 'safe' },
    { when: { key: 'per-intent' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
    { when: { key: 'none', retries: 0 }, over: 'run', then: 'unknown' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS),
  captions: [
    { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
    { at: 'lost: 201', text: 'The charge is made and the server says so. Nobody hears it.' },
    { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
    {
      at: 'no answer in time',
      text: 'To the client, a lost reply and a lost request look the same. It tries again.',
    },
    {
      at: 'charged again',
      text: 'Nothing tells the server that this is the same purchase. The card is charged again.',
    },
    {
      at: 'from memory',
      text: 'The key is known: the server gives the answer that it kept, and charges nothing.',
    },
    {
      at: 'answers client: 201 Created.',
      after: 'charged again',
      text: 'The client is content. The customer has paid more than once.',
    },
  ],
  code: ({ key }) => (key === 'none' ? unprotected : atomic('conflict')),
  lesson: {
    intro: [
      'A timeout says only that no answer came. The request may have been lost on its way, the server may still be at work, or, as here, the work is done and the answer was lost. From the client’s side these are the same silence.',
      'So the client must be able to ask again without asking for more. An idempotency key makes that possible: the client names the purchase once, sends the name with each attempt, and the server does the work for a name at most once.',
    ],
    costs:
      'Two more calls to a store for each first attempt, one or two for each retry, and a record for as long as retries may come.',
    limits:
      'A server that crashes between the claim and the saved answer leaves the key claimed for ever, whether it has charged or not (see “The claim outlives the process”), and a retry that comes after the record was dropped is charged again.',
    inPractice: {
      text: 'Stripe keeps the result of each key for at least 24 hours and answers a repeat with it; its Node library retries twice by default and makes a key of its own for every POST that has none, which covers only its own repeats.',
      source: 'https://docs.stripe.com/api/idempotent_requests',
    },
    next: [
      {
        slug: 'where-it-failed',
        why: 'The same silence for the client, and three different truths behind it.',
      },
      { slug: 'check-then-act', why: 'The original and its retry meet at the same time.' },
      { slug: 'crash-window', why: 'The server itself dies half way.' },
    ],
  },
  concepts: [1, 21, 22, 23, 24, 25, 26, 57, 58, 59, 60, 78, 79, 80, 81, 82, 83, 84, 85, 98],
});
