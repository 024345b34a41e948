import { defineScenario } from '@/lib/scenario/define-scenario';
import { chargeService } from '@/simulations/actors/charge-service';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/where-it-failed/code';
import { captions, lesson } from '@/simulations/scenarios/where-it-failed/lesson';
import { keys, LATEST_TICKS, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** What can go wrong under each cut, and nothing else: so that each is one of three different truths. */
const NETWORKS = {
  after: { latestTicks: 1, lossy: 'client' },
  before: { latestTicks: 1, lossy: 'api-a' },
  while: { latestTicks: 1, lossy: false },
} as const;

const SCRIPTS = {
  after: 'lose.api-client.1',
  before: 'lose.client-api.1',
  while: 'delay.api-payments.1',
} as const;

export const whereItFailed = defineScenario({
  slug: 'where-it-failed',
  stage: 'http-api',
  title: 'Where it failed',
  question: 'The client hears nothing. Did the charge happen, not happen, or is it happening?',
  knobs: {
    cut: {
      kind: 'choice',
      label: 'Where the connection breaks',
      help: 'The client can’t turn this one, and can’t see where it stands.',
      values: [
        {
          value: 'after',
          label: 'after the work',
          help: 'The charge is made, and the answer is lost on its way back.',
        },
        {
          value: 'before',
          label: 'before the work',
          help: 'The request is lost on its way. The server never hears of it.',
        },
        {
          value: 'while',
          label: 'during the work',
          help: 'The server is still waiting for a slow card provider when the client gives up on it.',
        },
      ],
      circumstance: true,
    },
    key: {
      kind: 'choice',
      label: 'Idempotency key',
      help: 'A name for the purchase that each attempt carries, so that the client need not know.',
      values: [
        { value: 'none', label: 'none', help: 'Then a retry is right in one case of three.' },
        {
          value: 'per-intent',
          label: 'one per purchase',
          help: 'Then a retry is right in all three: the server knows what the client can’t.',
        },
      ],
    },
  },
  cast: ({ cut, key }) =>
    httpApi({
      client: { path: '/charges', retries: 2, key },
      network: NETWORKS[cut],
      service: chargeService,
      serviceInput: {
        ...{ claim: key === 'none' ? 'none' : 'atomic' },
        ...{ inFlight: 'conflict', pollTicks: 2, pollsMax: 0 },
      },
      instances: 1,
      behind: [...(key === 'none' ? [] : [keys()]), payments(cut === 'while' ? LATEST_TICKS : 1)],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: SCRIPTS.after,
  scriptFor: ({ cut }) => SCRIPTS[cut],
  bounds: { losses: 2, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    { when: { cut: 'after' }, over: 'run', then: 'duplicate' },
    { when: { cut: 'before' }, over: 'run', then: 'safe' },
    { when: { cut: 'while' }, over: 'run', then: 'duplicate' },
    { when: { cut: 'after' }, over: 'forAll', then: 'duplicate' },
    { when: { cut: 'before' }, over: 'forAll', then: 'safe' },
    { when: { cut: 'while' }, over: 'forAll', then: 'duplicate' },
    { when: { cut: 'after', key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { cut: 'before', key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { cut: 'while', key: 'per-intent' }, over: 'run', then: 'safe' },
    { when: { cut: 'after', key: 'per-intent' }, over: 'forAll', then: 'safe' },
    { when: { cut: 'before', key: 'per-intent' }, over: 'forAll', then: 'safe' },
    { when: { cut: 'while', key: 'per-intent' }, over: 'forAll', then: 'safe' },
    // A fourth truth, which the bound “no crash” leaves out: the server died after it had claimed the key.
    {
      ...{ when: { cut: 'after', key: 'per-intent' }, over: 'forAll', then: 'stuck' },
      bounds: { crashes: 1 },
    },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS),
  captions,
  code,
  lesson,
  concepts: [24, 25, 33],
});
