import { defineScenario } from '@/lib/scenario/define-scenario';
import { chargeService } from '@/simulations/actors/charge-service';
import { CHARGE } from '@/simulations/effects';
import { code } from '@/simulations/scenarios/double-click/code';
import { captions, lesson } from '@/simulations/scenarios/double-click/lesson';
import { keys, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { pageOf } from '@/simulations/stages/page';
import { retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAGE } from '@/simulations/words/page';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** A second: a little longer than an answer takes on a calm day. */
const PATIENCE_TICKS = 5;
/** The page itself waits longer, so that the customer is the first to try again. */
const TIMEOUT_TICKS = 10;
/** An answer that comes this late comes after the second press, and before the page gives up. */
const LATE_TICKS = 5;
const NETWORK_LATEST_TICKS = 2;
const RETRIES = 1;
/** The page gives up, though it was served both times. */
const NO_ANSWER_COMES = 'lose.api-client.1~lose.api-client.2';

export const doubleClick = defineScenario({
  slug: 'double-click',
  stage: 'http-api',
  title: 'The double click',
  question: 'Nothing happens, so the customer presses Pay again. Is that one purchase or two?',
  knobs: {
    key: {
      kind: 'choice',
      label: 'Idempotency key',
      help: 'When the page makes the key decides what counts as the same purchase.',
      values: [
        { value: 'none', label: 'none', help: 'Two presses are two requests like any others.' },
        {
          value: 'per-click',
          label: 'one per press',
          help: 'The second press has a key of its own, so the server takes it for something new.',
        },
        {
          value: 'per-form',
          label: 'one per form',
          help: 'The key is made with the form and kept until a final answer has come.',
        },
      ],
    },
    button: {
      kind: 'choice',
      label: 'The button, once pressed',
      help: 'Whether it can be pressed again before there is an answer.',
      values: [
        { value: 'stays', label: 'stays as it is' },
        {
          value: 'disables',
          label: 'is disabled',
          help: 'That stops this customer’s finger until the request ends, and nothing else that tries again.',
        },
      ],
    },
  },
  cast: ({ key, button }) =>
    httpApi({
      client: { path: '/charges', retries: RETRIES, key: 'given' },
      clients: (servers) => [
        pageOf(
          servers,
          { key, button, patienceTicks: PATIENCE_TICKS },
          Array.from({ length: 2 }, () => ({
            ...{ path: '/charges', retries: RETRIES, timeoutTicks: TIMEOUT_TICKS },
          })),
        ),
      ],
      network: { latestTicks: NETWORK_LATEST_TICKS },
      service: chargeService,
      serviceInput: {
        ...{ claim: key === 'none' ? 'none' : 'atomic' },
        ...{ inFlight: 'conflict', pollTicks: 2, pollsMax: 0 },
      },
      instances: 1,
      handlers: 3,
      behind: [...(key === 'none' ? [] : [keys()]), payments(LATE_TICKS)],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'delay.payments-api.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: 1 },
  claims: [
    { when: { key: 'none' }, over: 'run', then: 'duplicate' },
    { when: { key: 'per-click' }, over: 'run', then: 'duplicate' },
    { when: { key: 'per-form' }, over: 'run', then: 'safe' },
    { when: { key: 'none', button: 'disables' }, over: 'run', then: 'safe' },
    { when: { key: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-click' }, over: 'forAll', then: 'duplicate' },
    { when: { key: 'per-form' }, over: 'forAll', then: 'safe' },
    { when: { key: 'per-form', button: 'disables' }, over: 'forAll', then: 'safe' },
    // It stops the finger until the page gives up, and the next press has a key of its own.
    { when: { key: 'per-click', button: 'disables' }, over: 'run', then: 'safe' },
    { when: { key: 'per-click', button: 'disables' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { key: 'per-click', button: 'disables' }, over: 'run', then: 'duplicate' },
      script: NO_ANSWER_COMES,
    },
    {
      ...{ when: { key: 'per-form', button: 'disables' }, over: 'run', then: 'safe' },
      script: NO_ANSWER_COMES,
    },
    // The finger was never the only one to try again.
    { when: { key: 'none', button: 'disables' }, over: 'forAll', then: 'duplicate' },
    {
      ...{ when: { key: 'none', button: 'disables' }, over: 'run', then: 'duplicate' },
      script: 'lose.api-client.1',
    },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    { when: { key: 'per-form' }, over: 'forAll', bounds: { crashes: 1 }, then: 'stuck' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, PAGE),
  captions,
  code,
  lesson,
  concepts: [27, 35, 45],
});
