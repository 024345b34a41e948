import fc from 'fast-check';
import { expect, it } from 'vitest';

import { plans, questionOf } from '@/lib/explorer/casts-arbitrary';
import { everyMoveAndFewer, findsOf } from '@/lib/explorer/search/every-move';

const WORLDS = Number(process.env['EXPLORER_WORLDS'] ?? 150);

it('passing over moves that commute changes no state, no place, no parent and no count', () => {
  let [made, passedOver] = [0, 0];
  for (const plan of fc.sample(plans, { numRuns: WORLDS, seed: 31 })) {
    const { every, fewer } = everyMoveAndFewer(questionOf(plan));
    expect(findsOf(fewer), JSON.stringify(plan)).toEqual(findsOf(every));
    expect(every.made).toBe(every.transitions);
    made += fewer.made;
    passedOver += fewer.transitions - fewer.made;
  }
  expect(passedOver).toBeGreaterThan(made / 8);
});
