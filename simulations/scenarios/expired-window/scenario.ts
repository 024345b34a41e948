import { defineScenario } from '@/lib/scenario/define-scenario';
import { keyedChargeService } from '@/simulations/actors/keyed-charge-service';
import { CHARGE } from '@/simulations/effects';
import { expiredWindowCode } from '@/simulations/scenarios/expired-window/code';
import { captions, lesson } from '@/simulations/scenarios/expired-window/lesson';
import { keys, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/**
 * The client asks at 0, 8 and 16, or at 18 if it was told to come back; what it sends arrives 6 later at the
 * latest. The first run takes 3 at the least. So 20 from completion is enough, 20 from the claim is not, and 6 never is.
 */
const TIMEOUT_TICKS = 8;
const CHECK_TICKS = 3;
const WINDOW_TICKS = { short: 6, long: 20 } as const;

/** The provider takes its time. */
const SLOW = 'delay.api-payments.1';
/** It takes its time both ways, and the client’s second and third attempt are late. */
const SLOW_AND_LATE =
  'delay.api-payments.1~delay.client-api.2~delay.payments-api.1~delay.client-api.3';

export const expiredWindow = defineScenario({
  slug: 'expired-window',
  stage: 'http-api',
  title: 'The window that closed',
  question: 'Keys are not kept for ever. What if a retry comes when its key has been forgotten?',
  knobs: {
    window: {
      kind: 'choice',
      label: 'How long a key is kept',
      help: 'Nobody keeps keys for ever. When the time is up, the key is as good as new.',
      values: [
        { value: 'short', label: '1.2 s', help: 'Shorter than the client goes on trying.' },
        { value: 'long', label: '4 s', help: 'About as long as the client goes on trying.' },
      ],
    },
    countsFrom: {
      kind: 'choice',
      label: 'The time counts from',
      help: 'When the key was claimed, or when the answer was saved under it.',
      values: [
        {
          value: 'claim',
          label: 'the claim',
          help: 'The work is done on the key’s time: the longer it takes, the less is left.',
        },
        {
          value: 'completion',
          label: 'completion',
          help: 'A claim stays until the answer is there, and only then does the time begin.',
        },
      ],
    },
  },
  cast: ({ window, countsFrom }) =>
    httpApi({
      client: { path: '/charges', retries: 2, key: 'per-intent', timeoutTicks: TIMEOUT_TICKS },
      service: keyedChargeService,
      serviceInput: {
        ...(countsFrom === 'claim'
          ? { claimTicks: WINDOW_TICKS[window], keepsAnswer: 'rest-of-claim' }
          : { claimTicks: null, keepsAnswer: WINDOW_TICKS[window] }),
        ...{ checkTicks: CHECK_TICKS, downstreamKey: false },
      },
      instances: 1,
      behind: [keys(), payments()],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 2 },
  claims: [
    { when: { window: 'short' }, over: 'run', then: 'duplicate' },
    { when: { window: 'short' }, over: 'forAll', then: 'duplicate' },
    // The first run is slower than the window: the claim is forgotten while it is at work.
    {
      ...{ when: { window: 'short' }, over: 'run', then: 'duplicate' },
      script: SLOW,
    },
    {
      ...{ when: { window: 'short', countsFrom: 'completion' }, over: 'run', then: 'safe' },
      script: SLOW,
    },
    { when: { window: 'short', countsFrom: 'completion' }, over: 'run', then: 'safe' },
    {
      ...{ when: { window: 'short', countsFrom: 'completion' }, over: 'run', then: 'duplicate' },
      script: 'lose.api-client.1~delay.client-api.2',
    },
    { when: { window: 'short', countsFrom: 'completion' }, over: 'forAll', then: 'duplicate' },
    { when: { window: 'long' }, over: 'run', then: 'safe' },
    {
      ...{ when: { window: 'long' }, over: 'run', then: 'duplicate' },
      script: SLOW_AND_LATE,
    },
    { when: { window: 'long' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { window: 'long', countsFrom: 'completion' }, over: 'run', then: 'safe' },
      script: SLOW_AND_LATE,
    },
    { when: { window: 'long', countsFrom: 'completion' }, over: 'forAll', then: 'safe' },
    // What the bound "no crash" leaves out: a claim that waits for a completion that never comes.
    {
      ...{ when: { window: 'long', countsFrom: 'completion' }, over: 'forAll', then: 'stuck' },
      bounds: { crashes: 1 },
    },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS),
  captions,
  code: ({ window, countsFrom }) => expiredWindowCode(window, countsFrom),
  lesson,
  concepts: [106, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 196, 197, 198],
});
