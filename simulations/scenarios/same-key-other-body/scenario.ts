import { defineScenario } from '@/lib/scenario/define-scenario';
import { CHARGE } from '@/simulations/effects';
import { serviceOf } from '@/simulations/scenarios/same-key-other-body/code';
import { code } from '@/simulations/scenarios/same-key-other-body/code';
import { captions, lesson } from '@/simulations/scenarios/same-key-other-body/lesson';
import { keyedApi, TWO_PURCHASES } from '@/simulations/stages/keyed-api';
import { pageOf } from '@/simulations/stages/page';
import { purchase, retry } from '@/simulations/stages/parts';
import { HTTP } from '@/simulations/words/http';
import { KEYED_SERVICE } from '@/simulations/words/keyed-service';
import { KEYS } from '@/simulations/words/keys';
import { PAGE } from '@/simulations/words/page';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** Longer than an answer takes on a calm day, and not so long that the page has tried again. */
const CHANGES_CART_AT_TICKS = 6;
const TIMEOUT_TICKS = 8;
const RETRIES = 1;

/** The same cart, written down twice: a library that keeps no order of fields may write it so. */
const CART = { first: '{"pen":60,"ink":40}', again: '{"ink":40,"pen":60}' };
const BIGGER_CART = {
  first: '{"pen":60,"ink":40,"pad":150}',
  again: '{"pad":150,"ink":40,"pen":60}',
};

export const sameKeyOtherBody = defineScenario({
  slug: 'same-key-other-body',
  stage: 'http-api',
  title: 'Same key, other body',
  question: 'The page still has its key when the cart has changed. Which cart does the key mean?',
  knobs: {
    fingerprint: {
      kind: 'choice',
      label: 'Compare the body',
      help: 'Whether the server keeps a fingerprint of the body beside the key.',
      values: [
        { value: 'off', label: 'off', help: 'The key alone decides what is the same request.' },
        {
          value: 'on',
          label: 'on',
          help: 'The same key with another body is refused: 422. The client takes a new key.',
        },
      ],
    },
    canonical: {
      kind: 'choice',
      label: 'Order of fields',
      help: 'Whether the fingerprint is made from the bytes, or from what they mean.',
      values: [
        {
          value: 'off',
          label: 'counts',
          help: 'The bytes as they came. Only used with a fingerprint.',
        },
        {
          value: 'on',
          label: 'does not count',
          help: 'Fields are sorted first, so that the same cart has the same fingerprint.',
        },
      ],
    },
  },
  cast: (settings) =>
    keyedApi({
      service: serviceOf(settings),
      clients: (servers) => [
        pageOf(
          servers,
          { key: 'per-form', button: 'stays', patienceTicks: null },
          (
            [
              ['A', CART],
              ['B', BIGGER_CART],
            ] as const
          ).map(([name, bodies]) => ({
            ...{ path: '/charges', retries: RETRIES, timeoutTicks: TIMEOUT_TICKS, bodies },
            mends: { 422: { key: `key-${name}` } },
          })),
        ),
      ],
      handlers: 3,
      openings: [
        purchase('client', 'A'),
        purchase('client', 'B', CHANGES_CART_AT_TICKS, 'customer', 250),
      ],
    }),
  meant: { intents: TWO_PURCHASES, effects: [CHARGE] },
  calmAttempt: (intent) => retry(intent === 'A' ? 'client.1' : 'client.2')(intent),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 0, retries: RETRIES },
  claims: [
    { when: { fingerprint: 'off' }, over: 'run', then: 'swallowed' },
    { when: { fingerprint: 'off' }, over: 'run', then: 'wrongReply' },
    { when: { fingerprint: 'on' }, over: 'run', then: 'wrongReply' },
    { when: { fingerprint: 'on', canonical: 'on' }, over: 'run', then: 'safe' },
    { when: { fingerprint: 'off' }, over: 'forAll', then: 'swallowed' },
    { when: { fingerprint: 'on' }, over: 'forAll', then: 'wrongReply' },
    { when: { fingerprint: 'on', canonical: 'on' }, over: 'forAll', then: 'safe' },
    // What the bound “no crash” leaves out: a claim that outlives its claimant.
    {
      ...{ when: { fingerprint: 'on', canonical: 'on' }, over: 'forAll', then: 'stuck' },
      bounds: { crashes: 1 },
    },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS, KEYED_SERVICE, PAGE),
  captions,
  code,
  lesson,
  concepts: [98, 107],
});
