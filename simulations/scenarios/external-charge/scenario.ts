import { defineScenario } from '@/lib/scenario/define-scenario';
import { keyedChargeService } from '@/simulations/actors/keyed-charge-service';
import { CHARGE } from '@/simulations/effects';
import { externalChargeCode } from '@/simulations/scenarios/external-charge/code';
import { captions, lesson } from '@/simulations/scenarios/external-charge/lesson';
import { keys, payments } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { PURCHASES } from '@/simulations/tellings/purchases';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { PAYMENTS } from '@/simulations/words/payments';
import { wordingOf } from '@/simulations/words/words';

/** Twice as long as a charge takes on a calm day. */
const LEASE_TICKS = 4;
/** Later than a lease ends, so that a charge can outlast it. */
const PROVIDER_LATEST_TICKS = 5;

export const externalCharge = defineScenario({
  slug: 'external-charge',
  stage: 'http-api',
  title: 'The work is at somebody else’s',
  question:
    'The server dies after it asked the card provider to charge. May the retry ask once more?',
  knobs: {
    downstreamKey: {
      kind: 'choice',
      label: 'Key for the provider',
      help: 'Whether the server names the charge to the provider, as the client named the purchase to the server.',
      values: [
        {
          value: 'off',
          label: 'none',
          help: 'Each request to the provider is a charge of its own.',
        },
        {
          value: 'on',
          label: 'made from ours',
          help: 'The provider is given a key that any retry makes again from the purchase’s own.',
        },
      ],
    },
    lease: {
      kind: 'choice',
      label: 'Lease on the claim',
      help: 'Whether a claim that nobody completes is forgotten after 0.8 s.',
      values: [
        {
          value: 'on',
          label: 'on',
          help: 'A retry can take over from a server that died.',
        },
        {
          value: 'off',
          label: 'off',
          help: 'A claim stays until somebody completes it, and the dead don’t.',
        },
      ],
    },
  },
  tellings: PURCHASES,
  cast: ({ downstreamKey, lease }) =>
    httpApi({
      client: { path: '/charges', retries: 2, key: 'per-intent' },
      service: keyedChargeService,
      serviceInput: {
        claimTicks: lease === 'on' ? LEASE_TICKS : null,
        ...{ keepsAnswer: 'for-ever', checkTicks: 0, downstreamKey: downstreamKey === 'on' },
      },
      instances: 1,
      behind: [keys(), payments(PROVIDER_LATEST_TICKS)],
    }),
  meant: { intents: [{ id: 'A', label: 'Purchase A' }], effects: [CHARGE] },
  calmAttempt: retry('client'),
  script: 'crash.api.2',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { downstreamKey: 'off' }, over: 'run', then: 'duplicate' },
    { when: { downstreamKey: 'off' }, over: 'forAll', then: 'duplicate' },
    { when: { downstreamKey: 'on' }, over: 'run', then: 'safe' },
    { when: { downstreamKey: 'on' }, over: 'forAll', then: 'safe' },
    { when: { downstreamKey: 'on', lease: 'off' }, over: 'run', then: 'stuck' },
    { when: { downstreamKey: 'on', lease: 'off' }, over: 'forAll', then: 'stuck' },
    // Without a lease nobody takes over, so nobody charges twice either: one harm for another.
    { when: { downstreamKey: 'off', lease: 'off' }, over: 'run', then: 'stuck' },
    // A lease that ends while the provider is slow does harm without any crash.
    {
      ...{ when: { downstreamKey: 'off' }, over: 'forAll', then: 'duplicate' },
      bounds: { losses: 0, crashes: 0 },
    },
    // The provider’s key is not worn out by a second crash.
    { when: { downstreamKey: 'on' }, over: 'forAll', bounds: { crashes: 2 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, KEYS, PAYMENTS),
  captions,
  code: ({ downstreamKey, lease }) => externalChargeCode(downstreamKey === 'on', lease === 'on'),
  lesson,
  concepts: [47, 48, 52],
});
