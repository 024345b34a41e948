import { defineScenario } from '@/lib/scenario/define-scenario';
import { client } from '@/simulations/actors/client';
import { paymentProvider } from '@/simulations/actors/payment-provider';
import { twoCharges } from '@/simulations/actors/two-charges';
import { CHARGE } from '@/simulations/effects';
import { derived, dropped, forwarded } from '@/simulations/scenarios/key-through-hops/code';
import { captions, lesson } from '@/simulations/scenarios/key-through-hops/lesson';
import { participant, retry, server } from '@/simulations/stages/parts';
import { serviceChain } from '@/simulations/stages/service-chain';
import { CHAIN } from '@/simulations/words/chain';
import { HTTP } from '@/simulations/words/http';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

const TICK_MS = 200;
const RETRIES = 2;
const PATIENCE = { timeoutTicks: 6, backoffTicks: 2 };

export const keyThroughHops = defineScenario({
  slug: 'key-through-hops',
  stage: 'service-chain',
  title: 'A key through the hops',
  question: 'The first service gets a key. What does it send to the second?',
  knobs: {
    propagation: {
      ...{ kind: 'choice', label: 'Key to the next service' },
      help: 'What the order service sends along when it charges the goods, and then their delivery.',
      values: [
        { value: 'none', label: 'none', help: 'The key ends where it came in.' },
        {
          value: 'forwarded',
          label: 'the same key',
          help: 'Both calls carry the key of the order, though they are for two purposes.',
        },
        {
          value: 'derived',
          label: 'key and purpose',
          help: 'A key for each call, made from the order’s key and what the call is for.',
        },
      ],
    },
  },
  cast: ({ propagation }) =>
    serviceChain({
      ...{ tickMs: TICK_MS, lossyFrom: ['client'], usualTicks: 1, latestTicks: 3 },
      chain: [
        participant('client', 'client', 'client', client, {
          ...{ method: 'POST', path: '/orders', servers: ['order'], key: 'per-intent' },
          ...{ retries: RETRIES, ...PATIENCE },
        }),
        server(
          { id: 'order', group: 'order', label: 'order', kind: 'service' },
          RETRIES + 2,
          twoCharges,
          { propagation, goods: 100, delivery: 5, deliveryIntent: 'B' },
        ),
        participant('payments', 'provider', 'payment', paymentProvider),
      ],
    }),
  meant: {
    intents: [
      { id: 'A', label: 'Item' },
      { id: 'B', label: 'Delivery' },
    ],
    effects: [CHARGE],
  },
  calmAttempt: retry('client'),
  script: 'lose.order-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { propagation: 'none' }, over: 'run', then: 'duplicate' },
    { when: { propagation: 'forwarded' }, over: 'run', then: 'swallowed' },
    { when: { propagation: 'derived' }, over: 'run', then: 'safe' },
    { when: { propagation: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { propagation: 'forwarded' }, over: 'forAll', then: 'swallowed' },
    { when: { propagation: 'derived' }, over: 'forAll', then: 'safe' },
    // The second purpose is swallowed on a calm day too: no fault is needed for it.
    { when: { propagation: 'forwarded' }, over: 'run', script: '', then: 'swallowed' },
    { when: { propagation: 'forwarded' }, over: 'run', script: '', then: 'wrongReply' },
  ],
  wording: wordingOf(HTTP, CHAIN, PAYMENTS),
  captions,
  code: ({ propagation }) => ({ none: dropped, forwarded, derived })[propagation],
  lesson,
  concepts: [178, 179, 180],
});
