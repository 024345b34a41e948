import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/replay-fidelity/code';
import { captions, lesson } from '@/simulations/scenarios/replay-fidelity/lesson';
import {
  aliceAndBob,
  keyedApi,
  retryOfTheirs,
  TWO_PURCHASES,
} from '@/simulations/stages/keyed-api';
import { purchase } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** When the first customer has an answer, even if it had to be asked for again. */
const BOB_AT_TICKS = 10;
/** A declined card takes one attempt more: with another card, and so with another key. */
const RETRIES = 2;

export const replayFidelity = defineScenario({
  slug: 'replay-fidelity',
  stage: 'http-api',
  title: 'What the duplicate is answered',
  question:
    'The server knows the key and does nothing twice. But what does it say the second time?',
  knobs: {
    replay: {
      kind: 'choice',
      label: 'A repeat is answered',
      help: 'What a request gets whose key was served before.',
      values: [
        {
          value: 'already-processed',
          label: '“already processed”',
          help: 'An error that says so. It does not say how it went.',
        },
        {
          value: 'always-200',
          label: '200, always',
          help: 'The body that was kept, with a status that was not.',
        },
        {
          value: 'original',
          label: 'as the first time',
          help: 'Status and body as they were, whether that was good news or bad.',
        },
      ],
    },
  },
  cast: ({ replay }) =>
    keyedApi({
      service: { replay },
      clients: aliceAndBob(
        { retries: 1, key: 'per-intent' },
        {
          ...{ retries: RETRIES, key: 'per-intent', says: { card: 'old card' } },
          mends: { 402: { key: 'key-B-2', says: { card: 'new card' } } },
        },
      ),
      handlers: 3,
      declines: ['old card'],
      openings: [
        purchase('client-a', 'A'),
        purchase('client-b', 'B', BOB_AT_TICKS, 'customer', 250),
      ],
    }),
  meant: { intents: TWO_PURCHASES, effects: [CHARGE] },
  calmAttempt: retryOfTheirs,
  // The first answer to each of the two: A’s, its repeat, and then B’s.
  script: 'lose.api-client.1~lose.api-client.3',
  bounds: { losses: 2, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { replay: 'already-processed' }, over: 'run', then: 'wrongReply' },
    // B is told that it paid. Nothing was charged, so this is called lost.
    { when: { replay: 'always-200' }, over: 'run', then: 'lost' },
    { when: { replay: 'original' }, over: 'run', then: 'safe' },
    { when: { replay: 'already-processed' }, over: 'forAll', then: 'wrongReply' },
    { when: { replay: 'always-200' }, over: 'forAll', then: 'lost' },
    { when: { replay: 'original' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    {
      ...{ when: { replay: 'original' }, over: 'forAll', then: 'stuck' },
      bounds: { losses: 1, crashes: 1 },
    },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE),
  captions,
  code,
  lesson,
  concepts: [108, 109, 110, 111, 203],
});
