import { expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { questionOf } from '@/lib/scenario/question';
import { forgottenExpiry } from '@/simulations/scenarios/forgotten-expiry/scenario';
import { markFirst } from '@/simulations/scenarios/mark-first/scenario';

it('is never stuck and loses nothing with one command, whatever happens; only a duplicate is left', () => {
  const { outcomes, complete } = explore(questionOf(forgottenExpiry, { claim: 'set-nx-px' }));
  expect(complete).toBe(true);
  expect([outcomes.stuck.reachable, outcomes.lost.reachable]).toEqual([false, false]);
});

it('is a duplicate and not a loss that marks of two states have at their seam', () => {
  const { outcomes, complete } = explore(questionOf(markFirst, { mark: 'two-state' }));
  expect(complete).toBe(true);
  expect([outcomes.duplicate.reachable, outcomes.lost.reachable]).toEqual([true, false]);
});
