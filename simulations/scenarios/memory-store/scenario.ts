import { defineScenario } from '@/lib/scenario/define-scenario';
import { keyStore } from '@/simulations/actors/key-store';
import { keyedOrderService } from '@/simulations/actors/keyed-order-service';
import { orderService } from '@/simulations/actors/order-service';
import { ORDER } from '@/simulations/effects';
import { memoryStoreCode } from '@/simulations/scenarios/memory-store/code';
import { captions, lesson } from '@/simulations/scenarios/memory-store/lesson';
import { orders } from '@/simulations/stages/backstage';
import { httpApi } from '@/simulations/stages/http-api';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { wordingOf } from '@/simulations/words/words';

const ORDERS = { unique: [], fact: ORDER.fact };

/** The process is started again while its order is on the way to the database. */
const RESTART = 'crash.api.1';

export const memoryStore = defineScenario({
  slug: 'memory-store',
  stage: 'http-api',
  title: 'Each remembers for itself',
  question: 'The server keeps the keys in its own memory. Which server gets the retry?',
  knobs: {
    store: {
      kind: 'choice',
      label: 'Where keys are kept',
      help: 'In a variable of the process, or in a table that all processes share.',
      values: [
        {
          value: 'memory',
          label: 'each in its memory',
          help: 'The fastest place there is. Nobody else sees it, and it ends with the process.',
        },
        {
          value: 'shared',
          label: 'a shared table',
          help: 'The key’s row is written in the same transaction as the order.',
        },
      ],
    },
    instances: {
      kind: 'choice',
      label: 'API instances',
      help: 'With one alone every retry finds the memory, until that one is started again.',
      values: [
        { value: '2', label: '2' },
        { value: '1', label: '1' },
      ],
      circumstance: true,
    },
  },
  cast: ({ store, instances }) => {
    const api = {
      client: { path: '/orders', retries: 2, key: 'per-intent' },
      instances: Number(instances),
    } as const;
    return store === 'shared'
      ? httpApi({
          ...api,
          service: orderService,
          serviceInput: { record: 'same-transaction', prepareTicks: 1 },
          behind: [orders({ keys: { unique: [['key']], fact: null }, orders: ORDERS })],
        })
      : httpApi({
          ...api,
          service: keyedOrderService,
          serviceInput: null,
          inputOf: (id) => ({ keys: `${id}.memory`, claimTicks: null, constraint: false }),
          own: [{ name: 'memory', machine: keyStore }],
          behind: [orders({ orders: ORDERS })],
        });
  },
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER] },
  calmAttempt: retry('client'),
  script: 'lose.api-client.1',
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { store: 'memory' }, over: 'run', then: 'duplicate' },
    { when: { store: 'memory' }, over: 'forAll', bounds: { crashes: 0 }, then: 'duplicate' },
    { when: { store: 'memory', instances: '1' }, over: 'run', then: 'safe' },
    { when: { store: 'memory', instances: '1' }, over: 'run', script: RESTART, then: 'duplicate' },
    { when: { store: 'memory', instances: '1' }, over: 'forAll', then: 'duplicate' },
    // One process that never stops may remember for itself.
    {
      ...{ when: { store: 'memory', instances: '1' }, over: 'forAll', then: 'safe' },
      bounds: { crashes: 0 },
    },
    { when: { store: 'shared' }, over: 'run', then: 'safe' },
    { when: { store: 'shared' }, over: 'run', script: RESTART, then: 'safe' },
    { when: { store: 'shared' }, over: 'forAll', then: 'safe' },
    { when: { store: 'shared', instances: '1' }, over: 'forAll', then: 'safe' },
  ],
  wording: wordingOf(HTTP, KEYS, DATABASE),
  captions,
  code: ({ store }) => memoryStoreCode(store),
  lesson,
  concepts: [100, 112],
});
