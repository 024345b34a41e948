import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { cast, PAGE_ACTOR, RETRIES } from '@/simulations/scenarios/who-makes-the-key/cast';
import { code } from '@/simulations/scenarios/who-makes-the-key/code';
import { captions, lesson } from '@/simulations/scenarios/who-makes-the-key/lesson';
import { retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAGE } from '@/simulations/words/page';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** Neither attempt is answered. */
const NOBODY_KNOWS = 'lose.api-client.1~lose.api-client.2';

export const whoMakesTheKey = defineScenario({
  slug: 'who-makes-the-key',
  stage: 'http-api',
  title: 'Who makes the key',
  question: 'A key is sent with everything. Why is the card still charged twice, or not at all?',
  knobs: {
    key: {
      kind: 'choice',
      label: 'The key is made',
      help: 'Where and when: that decides what it is the name of.',
      values: [
        {
          value: 'per-attempt',
          label: 'for each attempt',
          help: 'Inside the retry loop. It names the attempt, so no two attempts are ever the same.',
        },
        {
          value: 'server-made',
          label: 'by the server',
          help: 'Where none came, the server makes one. It can’t know that two requests are one wish.',
        },
        {
          value: 'timestamp',
          label: 'from the clock',
          help: 'The retry is sent later, so its key is another one.',
        },
        {
          value: 'per-page',
          label: 'when the page is loaded',
          help: 'Once, for whatever is bought on this page. A reload makes another.',
        },
        {
          value: 'per-intent',
          label: 'for each purchase',
          help: 'Before its first attempt, and kept until it has an answer.',
        },
      ],
    },
    purchases: {
      kind: 'choice',
      label: 'Purchases on one page',
      help: 'Whether the second purchase is made on the same page, or on one that was loaded for it.',
      values: [
        { value: '1', label: '1' },
        { value: '2', label: '2' },
      ],
      circumstance: true,
    },
  },
  cast,
  meant: {
    intents: [
      { id: 'A', label: 'Purchase A' },
      { id: 'B', label: 'Purchase B' },
    ],
    effects: [CHARGE],
  },
  calmAttempt: (intent) => retry(intent === 'A' ? PAGE_ACTOR : 'client.2')(intent),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { key: 'per-attempt' }, over: 'run', then: 'duplicate' },
    { when: { key: 'server-made' }, over: 'run', then: 'duplicate' },
    { when: { key: 'timestamp' }, over: 'run', then: 'duplicate' },
    { when: { key: 'per-page' }, over: 'run', then: 'safe' },
    // The customer does not know, loads the page again, and buys again.
    { when: { key: 'per-page' }, over: 'run', script: NOBODY_KNOWS, then: 'duplicate' },
    { when: { key: 'per-intent' }, over: 'run', script: NOBODY_KNOWS, then: 'safe' },
    { when: { key: 'per-page', purchases: '2' }, over: 'run', then: 'swallowed' },
    { when: { key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { key: 'per-intent', purchases: '2' }, over: 'run', then: 'safe' },
    // This one needs no fault at all.
    { when: { key: 'per-page', purchases: '2' }, over: 'run', script: '', then: 'swallowed' },
    { when: { key: 'per-page', purchases: '2' }, over: 'run', script: '', then: 'wrongReply' },
    { when: { key: 'per-attempt' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'server-made' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'timestamp' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-page' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-page', purchases: '2' }, over: 'forAll', then: 'swallowed' },
    { when: { key: 'per-intent' }, over: 'forAll', then: 'safe' },
    { when: { key: 'per-intent', purchases: '2' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { key: 'per-intent' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE, PAGE),
  captions,
  code,
  lesson,
  concepts: [86, 87, 88, 90, 92, 93, 95, 200],
});
