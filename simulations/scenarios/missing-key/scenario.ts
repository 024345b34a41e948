import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/missing-key/code';
import { captions, lesson } from '@/simulations/scenarios/missing-key/lesson';
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
const BOB_AT_TICKS = 12;
/** Being told to send a key takes one attempt more. */
const RETRIES = 2;

export const missingKey = defineScenario({
  slug: 'missing-key',
  stage: 'http-api',
  title: 'The missing key',
  question: 'The header is not there. What should a server do with such a request?',
  knobs: {
    missing: {
      kind: 'choice',
      label: 'Without a key',
      help: 'What the server does with a request that carries none.',
      values: [
        {
          value: 'run',
          label: 'do the work',
          help: 'As if there were no keys: each request counts.',
        },
        {
          value: 'generate',
          label: 'make one',
          help: 'The logs look fine. The retry gets another one.',
        },
        {
          value: 'fold',
          label: 'don’t notice',
          help: 'An absent header reads as “undefined”, and that is then everybody’s key.',
        },
        {
          value: 'refuse',
          label: 'refuse',
          help: '400: the client must make a key, and send it. Nothing was done.',
        },
      ],
    },
  },
  cast: ({ missing }) =>
    keyedApi({
      service: { missing },
      clients: aliceAndBob(
        { retries: RETRIES, key: 'none', mends: { 400: { key: 'key-A' } } },
        { retries: RETRIES, key: 'none', mends: { 400: { key: 'key-B' } } },
      ),
      handlers: 3,
      openings: [
        purchase('client-a', 'A'),
        purchase('client-b', 'B', BOB_AT_TICKS, 'customer', 250),
      ],
    }),
  meant: { intents: TWO_PURCHASES, effects: [CHARGE] },
  calmAttempt: retryOfTheirs,
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { missing: 'run' }, over: 'run', then: 'duplicate' },
    { when: { missing: 'generate' }, over: 'run', then: 'duplicate' },
    { when: { missing: 'fold' }, over: 'run', then: 'swallowed' },
    { when: { missing: 'fold' }, over: 'run', then: 'wrongReply' },
    { when: { missing: 'refuse' }, over: 'run', then: 'safe' },
    // Two customers are enough for this one: it needs no fault.
    { when: { missing: 'fold' }, over: 'run', script: '', then: 'swallowed' },
    { when: { missing: 'fold' }, over: 'run', script: '', then: 'wrongReply' },
    { when: { missing: 'run' }, over: 'forAll', then: 'duplicate' },
    { when: { missing: 'generate' }, over: 'forAll', then: 'duplicate' },
    { when: { missing: 'fold' }, over: 'forAll', then: 'swallowed' },
    { when: { missing: 'refuse' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { missing: 'refuse' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE),
  captions,
  code,
  lesson,
  concepts: [94, 95, 96, 201],
});
