import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { cast } from '@/simulations/scenarios/silent-retriers/cast';
import { code } from '@/simulations/scenarios/silent-retriers/code';
import { captions, lesson } from '@/simulations/scenarios/silent-retriers/lesson';
import { retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { SILENT } from '@/simulations/words/retriers';
import { wordingOf } from '@/simulations/words/words';

const RETRIERS = ['sdk', 'proxy', 'load-balancer', 'browser'] as const;

export const silentRetriers = defineScenario({
  slug: 'silent-retriers',
  stage: 'http-api',
  title: 'Silent retriers',
  question: 'The program asks once and never retries. Why does the request arrive twice?',
  knobs: {
    retrier: {
      kind: 'choice',
      label: 'Who is in between',
      help: 'Each of them may send a request again by itself.',
      values: [
        { value: 'sdk', label: 'an SDK', help: 'Tries three times, also after 408, 429 or a 5xx.' },
        {
          value: 'proxy',
          label: 'a proxy',
          help: 'Tries the next server when no answer comes.',
        },
        {
          value: 'load-balancer',
          label: 'a load balancer',
          help: 'Tries once more when no answer comes, or a 5xx.',
        },
        {
          value: 'browser',
          label: 'a browser',
          help: 'Tries once more when its connection was closed.',
        },
      ],
      circumstance: true,
    },
    policy: {
      kind: 'choice',
      label: 'What it sends again',
      help: 'Whether it looks at the method before it repeats a request.',
      values: [
        { value: 'any-failure', label: 'whatever failed', help: 'The method does not matter.' },
        {
          value: 'idempotent-only',
          label: 'only idempotent requests',
          help: 'GET, PUT, DELETE and the like. An SDK also takes a key for a promise.',
        },
      ],
    },
    key: {
      kind: 'choice',
      label: 'Idempotency key',
      help: 'Whether the program gives its purchase a name that travels with each copy.',
      values: [
        { value: 'none', label: 'none', help: 'The server takes each copy for a purchase.' },
        { value: 'per-intent', label: 'one per purchase', help: 'The server knows a repeat.' },
      ],
    },
  },
  cast,
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'lose.api-retrier.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    ...RETRIERS.flatMap((retrier) => [
      { when: { retrier }, over: 'run', then: 'duplicate' } as const,
      { when: { retrier }, over: 'forAll', then: 'duplicate' } as const,
      { when: { retrier, policy: 'idempotent-only' }, over: 'run', then: 'unknown' } as const,
      { when: { retrier, policy: 'idempotent-only' }, over: 'forAll', then: 'safe' } as const,
      { when: { retrier, key: 'per-intent' }, over: 'run', then: 'safe' } as const,
      { when: { retrier, key: 'per-intent' }, over: 'forAll', then: 'safe' } as const,
    ]),
    {
      ...{ when: { policy: 'idempotent-only', key: 'per-intent' }, over: 'forAll', then: 'safe' },
    },
    // A slow answer is enough for all but a browser.
    ...(['sdk', 'proxy', 'load-balancer'] as const).map(
      (retrier) =>
        ({ when: { retrier }, over: 'forAll', bounds: { losses: 0 }, then: 'duplicate' }) as const,
    ),
    { when: { retrier: 'browser' }, over: 'forAll', bounds: { losses: 0 }, then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { key: 'per-intent' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, SILENT),
  captions,
  code: ({ retrier, policy }) => code(retrier, policy),
  lesson,
  concepts: [28, 29, 30, 31, 178],
});
