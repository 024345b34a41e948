import { defineScenario } from '@/lib/scenario/define-scenario';
import { leasedOrderService } from '@/simulations/actors/leased-order-service';
import { ORDER } from '@/simulations/effects';
import { stuckInProgressCode } from '@/simulations/scenarios/stuck-in-progress/code';
import { captions, lesson } from '@/simulations/scenarios/stuck-in-progress/lesson';
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

/** The stock service takes longer than the lease lasts. */
const SLOW = 'delay.api-stock.1';

export const stuckInProgress = defineScenario({
  slug: 'stuck-in-progress',
  stage: 'http-api',
  title: 'The claim outlives the process',
  question: 'The server claims the key and dies. Who may say that it is not coming back?',
  knobs: {
    lease: {
      kind: 'choice',
      label: 'Lease on the claim',
      help: 'Whether a claim that nobody completes is forgotten after 0.8 s.',
      values: [
        { value: 'off', label: 'off', help: 'A claim stays until somebody completes it.' },
        {
          value: 'on',
          label: 'on',
          help: 'When its time is up, another attempt may take over. Perhaps too early.',
        },
      ],
    },
    fence: {
      kind: 'choice',
      label: 'Fence and record at the database',
      help: 'Whether an order is written only under the latest claim’s number, and with it that there is one, for the next holder to find.',
      values: [
        {
          value: 'off',
          label: 'off',
          help: 'The database writes for whoever asks, and nobody looks for an order made before.',
        },
        {
          value: 'on',
          label: 'on',
          help: 'Whoever was overtaken finds 0 rows where its number should be, and stops. Whoever takes over finds the order that was made.',
        },
      ],
    },
  },
  cast: ({ lease, fence }) =>
    httpApi({
      client: { path: '/orders', retries: 2, key: 'per-intent' },
      service: leasedOrderService,
      serviceInput: {
        ...{ claim: 'memory', leaseTicks: lease === 'on' ? LEASE_TICKS : null },
        ...{ fence: fence === 'on', record: fence === 'on' },
      },
      instances: 1,
      handlers: 2,
      behind: [
        keys(),
        stock(STOCK_LATEST_TICKS),
        orders({
          ...(fence === 'on' ? { baskets: BASKETS } : {}),
          orders: { unique: [], fact: ORDER.fact },
        }),
      ],
    }),
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER] },
  calmAttempt: retry('client'),
  script: 'crash.api.2',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { lease: 'off' }, over: 'run', then: 'stuck' },
    { when: { lease: 'off' }, over: 'forAll', then: 'stuck' },
    { when: { lease: 'off', fence: 'on' }, over: 'run', then: 'stuck' },
    { when: { lease: 'on' }, over: 'run', then: 'safe' },
    { when: { lease: 'on' }, over: 'run', script: SLOW, then: 'duplicate' },
    { when: { lease: 'on' }, over: 'forAll', bounds: { crashes: 0 }, then: 'duplicate' },
    // The number stops who was overtaken, the record who takes over when the order is made.
    { when: { lease: 'on', fence: 'on' }, over: 'run', then: 'safe' },
    { when: { lease: 'on', fence: 'on' }, over: 'run', script: SLOW, then: 'safe' },
    { when: { lease: 'on', fence: 'on' }, over: 'forAll', then: 'safe' },
    // Without a lease, a slow worker does no harm, but for that nobody may crash.
    { when: { lease: 'off' }, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
  ],
  wording: wordingOf(HTTP, KEYS, STOCK, DATABASE),
  captions,
  code: ({ lease, fence }) => stuckInProgressCode(lease === 'on', fence === 'on'),
  lesson,
  concepts: [103, 106],
});
