/** For tests: questions of all kinds, to try properties of the explorer with. */
import fc from 'fast-check';

import { shop, type ShopPlan } from '@/lib/engine/toy-casts';
import { HABITS } from '@/lib/explorer/casts/handler';
import {
  httpCast,
  type HttpPlan,
  type Way,
  wanted,
  type Wish,
} from '@/lib/explorer/casts/http-cast';
import { queueCast, type QueuePlan, sentJob } from '@/lib/explorer/casts/queue-cast';
import type { Bounds, Question } from '@/lib/explorer/question';
import type { Meant } from '@/lib/outcomes/meant';

/** A toy shop of the engine's own, as a plan among the others. */
export interface ToyShopPlan extends ShopPlan {
  readonly kind: 'shop';
}

/** A question as data that can be read: what a failing property shows. */
export interface Plan {
  readonly world: HttpPlan | QueuePlan | ToyShopPlan;
  readonly bounds: Bounds;
}

export function questionOf({ world, bounds }: Plan): Question {
  switch (world.kind) {
    case 'http':
      return {
        ...{ bounds, cast: httpCast(world), meant: meant(world.wishes.length, 'card.charged') },
        calmAttempt: (intent) => wanted(world, numberOf(intent) - 1),
      };
    case 'queue':
      return {
        ...{ bounds, cast: queueCast(world), meant: meant(world.wishes.length, 'card.charged') },
        calmAttempt: (intent) => sentJob(world, numberOf(intent) - 1),
      };
    case 'shop':
      return {
        ...{ bounds, cast: shop(world), meant: meant(world.openings.length, 'note.written') },
        calmAttempt: (intent) => ({
          ...{ from: 'person', to: 'asker', message: { type: 'work.wanted', intent } },
        }),
      };
  }
}

/** Intents end in their number: `wish-1`. */
const numberOf = (intent: string): number => Number(intent.split('-').at(-1));

function meant(intents: number, fact: string): Meant {
  const name = fact === 'note.written' ? 'work' : 'wish';
  return {
    intents: Array.from({ length: intents }, (_, index) => ({
      id: `${name}-${index + 1}`,
      label: `${name} ${index + 1}`,
    })),
    effects: [{ fact, noun: 'effect', did: 'done' }],
  };
}

const ticks = (min: number, max: number) => fc.integer({ min, max });

const way = (latestMax: number, lossy: fc.Arbitrary<boolean>): fc.Arbitrary<Way> =>
  // Sometimes the latest is written down as sooner than the usual: then the usual counts.
  fc.record({
    ...{ usualTicks: ticks(0, latestMax), latestTicks: ticks(0, latestMax), lossy },
    doubles: fc.constantFrom(true, true, true, false),
  });

const NEVER = fc.constant(false);
const SELDOM = fc.constantFrom(true, false, false, false);

const oneWish: fc.Arbitrary<readonly Wish[]> = fc
  .record({ key: fc.constantFrom('key-1', 'key-1', null), atTicks: ticks(0, 1) })
  .map((wish) => [wish]);
/** Their keys are alike, or two, or none. */
const twoWishes: fc.Arbitrary<readonly Wish[]> = fc
  .record({
    keys: fc.constantFrom(['key-1', 'key-1'], ['key-1', 'key-1'], ['key-1', 'key-2'], [null, null]),
    hours: fc.constantFrom([0, 0], [0, 1], [0, 3], [1, 0]),
  })
  .map(({ keys, hours }) => keys.map((key, index) => ({ key, atTicks: hours[index] ?? 0 })));

/** Faults and retries multiply, so few of each. */
const FAULTS: readonly Omit<Bounds, 'retries'>[] = [
  { losses: 0, duplicates: 0, crashes: 0 },
  { losses: 1, duplicates: 0, crashes: 0 },
  { losses: 0, duplicates: 1, crashes: 0 },
  { losses: 0, duplicates: 0, crashes: 1 },
  { losses: 1, duplicates: 1, crashes: 0 },
  { losses: 1, duplicates: 0, crashes: 1 },
  { losses: 0, duplicates: 1, crashes: 1 },
  { losses: 2, duplicates: 0, crashes: 0 },
  { losses: 0, duplicates: 2, crashes: 0 },
  { losses: 0, duplicates: 0, crashes: 2 },
  { losses: 1, duplicates: 1, crashes: 1 },
];
const bounds = (retriesMax: number): fc.Arbitrary<Bounds> =>
  fc
    .record({ faults: fc.constantFrom(...FAULTS), retries: ticks(0, retriesMax) })
    .map(({ faults, retries }) => ({ ...faults, retries }));
/** For two intents, whose ways alone are many. */
const fewFaults: fc.Arbitrary<Bounds> = fc
  .record({ faults: fc.constantFrom(...FAULTS.slice(0, 4)), retries: ticks(0, 1) })
  .map(({ faults, retries }) => ({ ...faults, retries }));

const httpWorld = (wishes: fc.Arbitrary<readonly Wish[]>, many: boolean) =>
  fc.record<HttpPlan>({
    kind: fc.constant('http'),
    wishes,
    retries: ticks(0, many ? 1 : 2),
    patienceTicks: ticks(1, many ? 2 : 3),
    listens: fc.boolean(),
    instances: fc.constantFrom(1, 1, 2),
    handlers: ticks(1, many ? 2 : 3),
    habit: fc.constantFrom(...HABITS),
    memory: fc.constantFrom(true, false, false),
    leaseTicks: fc.constantFrom(null, 1, 2),
    serverPatienceTicks: fc.constantFrom(null, 1, 2),
    numbers: fc.boolean(),
    crashes: fc.constantFrom(true, true, false),
    toServer: way(many ? 1 : 3, fc.constantFrom(true, true, false)),
    toStore: way(1, SELDOM),
    toProvider: way(1, SELDOM),
  });

const queueWorld = (wishes: fc.Arbitrary<readonly Wish[]>, many: boolean) =>
  fc.record<QueuePlan>({
    kind: fc.constant('queue'),
    wishes,
    visibilityTicks: ticks(1, 3),
    pushesMax: ticks(1, many ? 2 : 3),
    dedups: fc.boolean(),
    gives: fc.constantFrom('failed', 'nothing'),
    instances: fc.constantFrom(1, 1, 2),
    handlers: ticks(1, 2),
    habit: fc.constantFrom('plain', 'hasty', 'careful'),
    numbers: fc.boolean(),
    crashes: fc.constantFrom(true, true, false),
    connects: fc.boolean(),
    toConsumer: way(many ? 1 : 3, fc.constantFrom(true, true, false)),
    toStore: way(1, NEVER),
    toProvider: way(1, SELDOM),
  });

const shopWorld: fc.Arbitrary<ToyShopPlan> = fc.record({
  kind: fc.constant('shop' as const),
  instances: fc.constantFrom(1 as const, 2 as const),
  handlers: ticks(1, 2),
  memory: fc.boolean(),
  workTicks: ticks(0, 2),
  retries: ticks(0, 2),
  patienceTicks: ticks(1, 3),
  usualTicks: ticks(0, 2),
  latestTicks: ticks(0, 2),
  openings: fc.array(ticks(0, 4), { minLength: 1, maxLength: 1 }),
});

const planOf = (
  world: fc.Arbitrary<Plan['world']>,
  within: fc.Arbitrary<Bounds>,
): fc.Arbitrary<Plan> => fc.record({ world, bounds: within });

/** Questions about small worlds of many kinds; most have fewer than 5,000 states. */
export const plans: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 3, arbitrary: planOf(httpWorld(oneWish, false), bounds(2)) },
  { weight: 2, arbitrary: planOf(httpWorld(twoWishes, true), fewFaults) },
  { weight: 2, arbitrary: planOf(queueWorld(oneWish, false), bounds(2)) },
  { weight: 2, arbitrary: planOf(queueWorld(twoWishes, true), fewFaults) },
  { weight: 1, arbitrary: planOf(shopWorld, bounds(2)) },
);
