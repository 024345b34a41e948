import { defineScenario } from '@/lib/scenario/define-scenario';
import { chargeService } from '@/simulations/actors/charge-service';
import { atomic, checkThenAct as checkThenActCode } from '@/simulations/code/charge-service';
import { CHARGE } from '@/simulations/effects';
import { keys, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { PURCHASES } from '@/simulations/tellings/purchases';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

const SECOND_LOOK = 'The key store knows of no other attempt yet, so this one goes on.';

export const checkThenAct = defineScenario({
  slug: 'check-then-act',
  stage: 'http-api',
  title: 'Check, then act',
  question: 'Two attempts look for the same key at the same time. Who finds it?',
  knobs: {
    claim: {
      kind: 'choice',
      label: 'How the key is claimed',
      help: 'Whether looking for the key and taking it are two steps or one.',
      values: [
        {
          value: 'check-then-act',
          label: 'look, then save',
          help: 'The key is written when the charge is done. Until then nobody else sees it.',
        },
        {
          value: 'atomic',
          label: 'claim at once',
          help: 'One command takes the key if it is free, before anything is done.',
        },
      ],
    },
    inFlight: {
      kind: 'choice',
      label: 'If it is still running',
      help: 'What a second attempt is told while the first one is at work. Matters only with “claim at once”.',
      values: [
        { value: 'conflict', label: 'conflict', help: 'It gets 409 and comes back later.' },
        { value: 'wait', label: 'wait', help: 'It is kept waiting, and then gets the answer.' },
      ],
    },
    instances: {
      kind: 'choice',
      label: 'API instances',
      help: 'With “look, then save” one process is not safe either: while it awaits the charge, it serves other requests.',
      values: [
        { value: '2', label: '2' },
        { value: '1', label: '1' },
      ],
      circumstance: true,
    },
  },
  tellings: PURCHASES,
  cast: ({ claim, inFlight, instances }) =>
    httpApi({
      client: { path: '/charges', retries: 2, key: 'per-intent' },
      service: chargeService,
      serviceInput: { claim, inFlight, pollTicks: 2, pollsMax: 5 },
      instances: Number(instances),
      behind: [keys(), payments()],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'delay.api-payments.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    { when: { claim: 'check-then-act' }, over: 'run', then: 'duplicate' },
    { when: { claim: 'check-then-act' }, over: 'forAll', then: 'duplicate' },
    { when: { claim: 'check-then-act', instances: '1' }, over: 'run', then: 'duplicate' },
    { when: { claim: 'check-then-act', instances: '1' }, over: 'forAll', then: 'duplicate' },
    { when: { claim: 'atomic' }, over: 'run', then: 'safe' },
    { when: { claim: 'atomic', inFlight: 'wait' }, over: 'run', then: 'safe' },
    { when: { claim: 'atomic' }, over: 'forAll', then: 'safe' },
    { when: { claim: 'atomic', inFlight: 'wait' }, over: 'forAll', then: 'safe' },
    // What the bound "no crash" leaves out: a claim that outlives its claimant.
    {
      ...{ when: { claim: 'atomic' }, over: 'run', then: 'stuck' },
      script: 'crash.api.2',
    },
    { when: { claim: 'atomic' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS),
  captions: [
    { at: 'purchase A wanted', text: 'A customer presses Pay once. One charge is expected.' },
    {
      at: 'to card provider, is held back',
      text: 'The card provider is slow today. The request to charge is on its way, unanswered.',
    },
    { at: 'gives up', text: 'The client gives up. Whether it was charged it can’t know.' },
    {
      at: 'no answer in time',
      text: 'The client has waited a second. It tries again, with the same key.',
    },
    { at: 'key store answers api b: nil', text: SECOND_LOOK },
    {
      at: 'charged again',
      text: 'Nobody had saved anything when this attempt looked. It charges once more.',
    },
    {
      at: 'answers client: 201 Created.',
      after: 'charged again',
      text: 'The client is content. The customer has paid more than once.',
    },
    { at: 'in progress', text: 'The key is taken: this very purchase counts as being worked on.' },
    { at: 'from memory', text: 'This purchase is done, so the answer that was kept is given.' },
  ],
  code: ({ claim, inFlight }) => (claim === 'atomic' ? atomic(inFlight) : checkThenActCode),
  lesson: {
    intro: [
      'The key is sent, the store is shared, and still the card is charged twice. The server looks for the key, finds nothing, charges, and writes the key down when it is done. A retry that comes while it is at work looks too, and finds nothing either.',
      'The cure is to make looking and taking one step that only one request can win: SET with NX in Redis, INSERT … ON CONFLICT DO NOTHING under a unique constraint in SQL. Whoever loses is told to come back, or waits.',
    ],
    costs:
      'Nothing: the claim takes the place of the look. Waiting keeps a connection open meanwhile.',
    limits:
      'A process that dies after the claim leaves a key that says “running” for ever: every retry gets 409. A lease on the claim mends that and brings a danger of its own.',
    inPractice: {
      text: 'The IETF draft asks for 409 Conflict while the first request with a key is outstanding; AWS Lambda Powertools claims with a conditional write before it runs the function.',
      source: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
    },
    next: [
      { slug: 'stuck-in-progress', why: 'The claim outlives the process that made it.' },
      { slug: 'unique-constraint', why: 'Let the database refuse the second row.' },
      { slug: 'lock', why: 'Mutual exclusion is not memory.' },
    ],
  },
  concepts: [34, 103, 104, 105, 151, 152, 153, 154, 155, 156],
});
