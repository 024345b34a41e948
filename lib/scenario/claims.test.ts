import { describe, expect, it } from 'vitest';

import { claimHolds } from '@/lib/scenario/claims';
import type { Claim, Scenario } from '@/lib/scenario/scenario';
import { toyScenario } from '@/lib/scenario/toy-scenario';

describe('a claim over one run', () => {
  it.each<[string, Partial<Claim>, Claim['then'], boolean]>([
    ['a calm day', { script: '' }, 'safe', true],
    ['a calm day', { script: '' }, 'duplicate', false],
    ['a lost answer', {}, 'duplicate', true],
    ['a lost answer', {}, 'safe', false],
    ['a lost answer', {}, 'lost', false],
    ['a lost answer and no second try', { when: { scoops: 0 } }, 'duplicate', false],
  ])('of %s, %j → %s, is %s', (_, claim, then, holds) => {
    expect(claimHolds(toyScenario, { when: {}, over: 'run', ...claim, then })).toBe(holds);
  });

  it('is not of safety where somebody is stuck, though all that was expected happened', () => {
    const unmoved: Scenario = {
      ...toyScenario,
      calmAttempt: () => ({
        from: 'person',
        to: 'asker',
        message: { type: 'deaf.ear', intent: null },
      }),
    };
    const when = { scoops: 0 };
    expect(claimHolds(unmoved, { when, over: 'run', then: 'stuck' })).toBe(true);
    expect(claimHolds(unmoved, { when, over: 'run', then: 'safe' })).toBe(false);
  });

  it('is not of safety where nothing happened, though nobody was told otherwise', () => {
    const script = 'lose.asker-shop.1';
    expect(
      claimHolds(toyScenario, { when: { scoops: 0 }, script, over: 'run', then: 'safe' }),
    ).toBe(false);
  });
});

describe('a claim over all schedules', () => {
  it.each<[string, Partial<Claim>, Claim['then'], boolean]>([
    ['one second try and one loss', {}, 'duplicate', true],
    ['one second try and one loss', {}, 'safe', false],
    ['no second try', { when: { scoops: 0 } }, 'safe', true],
    ['no second try', { when: { scoops: 0 } }, 'duplicate', false],
  ])('of %s, %j → %s, is %s', (_, claim, then, holds) => {
    expect(claimHolds(toyScenario, { when: {}, over: 'forAll', ...claim, then })).toBe(holds);
  });

  it('can’t be of what a client doesn’t know', () => {
    const claim: Claim = { when: {}, over: 'forAll', then: 'unknown' };
    expect(() => claimHolds(toyScenario, claim)).toThrow('of a run');
  });
});
