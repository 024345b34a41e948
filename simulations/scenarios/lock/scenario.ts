import { defineScenario } from '@/lib/scenario/define-scenario';
import { leasedOrderService } from '@/simulations/actors/leased-order-service';
import { ORDER } from '@/simulations/effects';
import { lockCode } from '@/simulations/scenarios/lock/code';
import { captions, lesson } from '@/simulations/scenarios/lock/lesson';
import { keys, orders, stock } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { STOCK } from '@/simulations/words/stock';
import { wordingOf } from '@/simulations/words/words';

/** Twice as long as the work takes on a calm day. */
const LEASE_TICKS = 4;
/** Later than a lease ends, so that the work can outlast it. */
const STOCK_LATEST_TICKS = 5;

/** The customer’s basket: which number was heard of last, and whether it was ordered. */
const BASKETS = {
  unique: [['key']],
  fact: null,
  initial: [{ key: 'key-A', fence: 0, ordered: false }],
};

/** The first request is late, so that it meets its own retry. */
const LATE = 'delay.client-api.1';
/** The holder waits, or is paused, for longer than its lease lasts. */
const PAUSE = 'delay.api-stock.1';

export const lock = defineScenario({
  slug: 'lock',
  stage: 'http-api',
  title: 'A lock is not a memory',
  question: 'Only one at a time may order what is in a basket. Is it ordered only once?',
  knobs: {
    locking: {
      kind: 'choice',
      label: 'Lock on the basket',
      help: 'What keeps two attempts from working on the same basket at once.',
      values: [
        { value: 'none', label: 'none', help: 'Whoever comes, works.' },
        {
          value: 'lease',
          label: 'with a lease',
          help: 'A lock that opens by itself after 0.8 s, so that a crash does not close it for ever.',
        },
        {
          value: 'lease-fenced',
          label: 'with a lease and a fence',
          help: 'Each lock has a number, and the database writes only under the latest that it has heard of.',
        },
      ],
    },
    record: {
      kind: 'choice',
      label: 'Record of the order',
      help: 'Whether it is written beside the order that there is one, and looked for before the work.',
      values: [
        {
          value: 'off',
          label: 'off',
          help: 'When the lock is open again, nothing tells of the work.',
        },
        { value: 'on', label: 'on', help: 'Order and record are committed together.' },
      ],
    },
  },
  cast: ({ locking, record }) =>
    httpApi({
      client: { path: '/orders', retries: 2, key: 'per-intent' },
      service: leasedOrderService,
      serviceInput: {
        ...{ claim: locking === 'none' ? 'none' : 'lock', leaseTicks: LEASE_TICKS },
        ...{ fence: locking === 'lease-fenced', record: record === 'on' },
      },
      instances: 1,
      handlers: 2,
      behind: [
        ...(locking === 'none' ? [] : [keys()]),
        stock(STOCK_LATEST_TICKS),
        orders({
          ...(locking === 'lease-fenced' || record === 'on' ? { baskets: BASKETS } : {}),
          orders: { unique: [], fact: ORDER.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER] },
  calmAttempt: retry('client'),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { locking: 'none' }, over: 'run', then: 'duplicate' },
    { when: { locking: 'none' }, over: 'forAll', then: 'duplicate' },
    { when: { locking: 'none', record: 'on' }, over: 'run', then: 'safe' },
    { when: { locking: 'none', record: 'on' }, over: 'run', script: LATE, then: 'duplicate' },
    { when: { locking: 'lease' }, over: 'run', then: 'duplicate' },
    { when: { locking: 'lease' }, over: 'forAll', then: 'duplicate' },
    { when: { locking: 'lease', record: 'on' }, over: 'run', then: 'safe' },
    { when: { locking: 'lease', record: 'on' }, over: 'run', script: LATE, then: 'safe' },
    { when: { locking: 'lease', record: 'on' }, over: 'run', script: PAUSE, then: 'duplicate' },
    { when: { locking: 'lease-fenced', record: 'on' }, over: 'run', then: 'safe' },
    { when: { locking: 'lease-fenced', record: 'on' }, over: 'run', script: PAUSE, then: 'safe' },
    { when: { locking: 'lease-fenced', record: 'on' }, over: 'forAll', then: 'safe' },
    // The number keeps late comers out; it is no memory either.
    { when: { locking: 'lease-fenced' }, over: 'run', then: 'duplicate' },
  ],
  wording: wordingOf(HTTP, KEYS, STOCK, DATABASE),
  captions,
  code: ({ locking, record }) => lockCode(locking, record === 'on'),
  lesson,
  concepts: [155],
});
