import { defineScenario } from '@/lib/scenario/define-scenario';
import { helperService } from '@/simulations/actors/helper-service';
import { CHARGE } from '@/simulations/effects';
import { code, serviceOf } from '@/simulations/scenarios/stored-errors/code';
import { captions, lesson } from '@/simulations/scenarios/stored-errors/lesson';
import { keyedApi } from '@/simulations/stages/keyed-api';
import { clientInput } from '@/simulations/stages/http-api';
import { participant, retry } from '@/simulations/stages/parts';
import { client } from '@/simulations/actors/client';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** Longer than the server needs, even if its help does not come. */
const TIMEOUT_TICKS = 9;
const RETRIES = 2;

const HELPERS = { 'after-effect': 'receipts', 'before-effect': 'fraud check' } as const;

export const storedErrors = defineScenario({
  slug: 'stored-errors',
  stage: 'http-api',
  title: 'Errors that are remembered',
  question: 'It failed. Should the server remember that under the key, or forget the key?',
  knobs: {
    errors: {
      kind: 'choice',
      label: 'Errors that are kept',
      help: 'What becomes of the key when the server fails.',
      values: [
        {
          value: 'none',
          label: 'none',
          help: 'The key is forgotten, so that a retry starts afresh.',
        },
        { value: 'all', label: 'all', help: 'The error is the answer from now on.' },
        {
          value: 'by-effect',
          label: 'once work was done',
          help: 'Before the charge the key is forgotten; after it, what was done is kept and said.',
        },
      ],
    },
    failure: {
      kind: 'choice',
      label: 'It fails',
      help: 'A service next door does not answer: the one that is asked before the charge, or after it.',
      values: [
        { value: 'after-effect', label: 'after the charge', help: 'The receipt can’t be printed.' },
        {
          value: 'before-effect',
          label: 'before the charge',
          help: 'The check for fraud does not answer. Nothing was charged.',
        },
      ],
      circumstance: true,
    },
  },
  cast: (settings) =>
    keyedApi({
      service: serviceOf(settings),
      clients: (servers) => [
        participant(
          ...(['client', 'client', 'client', client] as const),
          clientInput(servers, {
            ...{ path: '/charges', key: 'per-intent', retries: RETRIES },
            timeoutTicks: TIMEOUT_TICKS,
          }),
        ),
      ],
      handlers: 3,
      behind: [
        {
          process: participant('helper', 'service', HELPERS[settings.failure], helperService),
          ...{ usualTicks: 0, latestTicks: 0, lossy: 'helper' },
        },
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'lose.api-helper.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { errors: 'none' }, over: 'run', then: 'duplicate' },
    { when: { errors: 'all', failure: 'before-effect' }, over: 'run', then: 'stuck' },
    { when: { errors: 'by-effect' }, over: 'run', then: 'safe' },
    { when: { errors: 'by-effect', failure: 'before-effect' }, over: 'run', then: 'safe' },
    {
      ...{ when: { errors: 'by-effect' }, over: 'run', then: 'safe' },
      script: 'lose.api-helper.1~lose.api-client.1',
    },
    // Each of the two simple rules is right about one of the failures, and wrong about the other.
    { when: { errors: 'none', failure: 'before-effect' }, over: 'run', then: 'safe' },
    { when: { errors: 'all' }, over: 'run', then: 'stuck' },
    { when: { errors: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { errors: 'all', failure: 'before-effect' }, over: 'forAll', then: 'stuck' },
    { when: { errors: 'by-effect' }, over: 'forAll', then: 'safe' },
    { when: { errors: 'by-effect', failure: 'before-effect' }, over: 'forAll', then: 'safe' },
    { when: { errors: 'by-effect' }, over: 'forAll', bounds: { losses: 2 }, then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { errors: 'by-effect' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE),
  captions,
  code,
  lesson,
  concepts: [126, 202],
});
