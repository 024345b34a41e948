/** For tests: toy shops, walks through them, and scripts, to try properties with. */
import fc from 'fast-check';

import type { Directive, Script } from '@/lib/engine/directive';
import { shop, type ShopPlan } from '@/lib/engine/toy-casts';

/** Toy shops of all kinds. Their settings are few, so that what is odd about a kind comes up often. */
const plans: fc.Arbitrary<ShopPlan> = fc.record({
  instances: fc.constantFrom(1 as const, 2 as const),
  handlers: fc.integer({ min: 1, max: 3 }),
  memory: fc.boolean(),
  workTicks: fc.integer({ min: 0, max: 3 }),
  retries: fc.integer({ min: 0, max: 3 }),
  patienceTicks: fc.integer({ min: 1, max: 5 }),
  usualTicks: fc.integer({ min: 0, max: 2 }),
  latestTicks: fc.integer({ min: 0, max: 4 }),
  openings: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
});

export const casts = plans.map(shop);

/** What to choose, one number for each choice; a walk takes it modulo the number of choices. */
export const walks = fc.array(fc.nat({ max: 1000 }), { maxLength: 60 });

const nth = fc.integer({ min: 1, max: 4 });

const directives: fc.Arbitrary<Directive> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom(...(['lose', 'duplicate', 'delay', 'deliver'] as const)),
      ends: fc.constantFrom(
        ...([
          ['asker', 'shop'],
          ['shop', 'asker'],
          ['asker', 'shop-b'],
          ['shop-a', 'note-book'],
        ] as const),
      ),
      nth,
    })
    .map(({ kind, ends: [from, to], nth }) => ({ kind, from, to, nth })),
  fc.record({
    kind: fc.constant('crash' as const),
    process: fc.constantFrom('shop', 'shop-a', 'shop-b'),
    nth: fc.nat({ max: 6 }),
  }),
  fc.record({
    kind: fc.constant('fire' as const),
    actor: fc.constantFrom('asker', 'shop-a.1'),
    nth,
  }),
  fc.record({ kind: fc.constant('wait' as const), ticks: nth }),
);

export const scripts: fc.Arbitrary<Script> = fc.array(directives, { maxLength: 6 });
