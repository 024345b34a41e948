import { defineScenario } from '@/lib/scenario/define-scenario';
import type { Claim } from '@/lib/scenario/scenario';
import { ORDER } from '@/simulations/effects';
import { castOf } from '@/simulations/scenarios/store-loss/cast';
import { storeLossCode } from '@/simulations/scenarios/store-loss/code';
import { captions, lesson } from '@/simulations/scenarios/store-loss/lesson';
import { retry } from '@/simulations/stages/parts';
import { DATABASE } from '@/simulations/words/database';
import { HTTP } from '@/simulations/words/http';
import { KEYS } from '@/simulations/words/keys';
import { wordingOf } from '@/simulations/words/words';

/** The answer is lost. With eviction that is enough: nobody has to die. */
const LOST = 'lose.api-client.1';
const LOST_AND_DIED = `${LOST}~crash.keys.3`;
const LOSSES = ['failover', 'restart', 'eviction'] as const;
/** Where something else has the last word. */
const STORES_BACKED = ['redis-and-constraint', 'database'] as const;

export const storeLoss = defineScenario({
  slug: 'store-loss',
  stage: 'http-api',
  title: 'The store forgets',
  question: 'The key store said OK, and then it lost the key. What does the retry find?',
  knobs: {
    store: {
      kind: 'choice',
      label: 'What is relied on',
      help: 'Where the last word is: whether this order was made.',
      values: [
        {
          value: 'redis',
          label: 'Redis alone',
          help: 'If Redis knows nothing of a key, it was never used.',
        },
        {
          value: 'redis-and-constraint',
          label: 'Redis and a constraint',
          help: 'Redis keeps most retries away; the orders’ own unique key refuses the rest.',
        },
        {
          value: 'database',
          label: 'the database',
          help: 'Keys are in the transaction of the order. Redis only spares the database a look.',
        },
      ],
    },
    loss: {
      kind: 'choice',
      label: 'How Redis may forget',
      help: 'What can go wrong with it in this story.',
      values: [
        {
          value: 'failover',
          label: 'failover',
          help: 'It dies, and its replica takes over with what it had heard by then.',
        },
        {
          value: 'restart',
          label: 'restart',
          help: 'It dies, and starts again from a disk that holds an older time.',
        },
        {
          value: 'eviction',
          label: 'eviction',
          help: 'Another application fills its memory, and it throws keys away.',
        },
      ],
      circumstance: true,
    },
  },
  cast: castOf,
  meant: { intents: [{ id: 'A', label: 'Order A' }], effects: [ORDER] },
  calmAttempt: retry('client'),
  script: LOST_AND_DIED,
  scriptFor: ({ loss }) => (loss === 'eviction' ? LOST : LOST_AND_DIED),
  bounds: { losses: 1, duplicates: 0, crashes: 1, retries: 2 },
  claims: [
    { when: { store: 'redis' }, over: 'run', then: 'duplicate' },
    { when: { store: 'redis', loss: 'restart' }, over: 'run', then: 'duplicate' },
    { when: { store: 'redis', loss: 'eviction' }, over: 'run', then: 'duplicate' },
    ...LOSSES.map((loss): Claim => ({
      ...{ when: { store: 'redis', loss }, over: 'forAll', then: 'duplicate' },
    })),
    // As long as the store lives, a replica or a disk that lags behind does no harm.
    { when: { store: 'redis' }, over: 'forAll', bounds: { crashes: 0 }, then: 'safe' },
    {
      ...{ when: { store: 'redis', loss: 'restart' }, over: 'forAll', then: 'safe' },
      bounds: { crashes: 0 },
    },
    // Nothing needs to be lost but the key: a request that is late is retried as well.
    { when: { store: 'redis' }, over: 'forAll', bounds: { losses: 0 }, then: 'duplicate' },
    { when: { store: 'redis-and-constraint' }, over: 'run', then: 'safe' },
    { when: { store: 'database' }, over: 'run', then: 'safe' },
    ...LOSSES.flatMap((loss): readonly Claim[] => [
      { when: { store: 'redis-and-constraint', loss }, over: 'forAll', then: 'safe' },
      { when: { store: 'database', loss }, over: 'forAll', then: 'safe' },
    ]),
    // It may forget more than once.
    ...STORES_BACKED.map((store): Claim => ({
      ...{ when: { store }, over: 'forAll', bounds: { crashes: 2 }, then: 'safe' },
    })),
  ],
  wording: wordingOf(HTTP, KEYS, DATABASE),
  captions,
  code: ({ store }) => storeLossCode(store),
  lesson,
  concepts: [100, 113, 116, 154, 208],
});
