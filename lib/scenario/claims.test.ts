import { describe, expect, it } from 'vitest';

import { claimText } from '@/lib/scenario/claim-words';
import { checkClaim, claimHolds } from '@/lib/scenario/claims';
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

describe('what there was instead', () => {
  it.each<[Partial<Claim>, Claim['then'], string]>([
    [{}, 'lost', 'duplicate; Work 1: expected 1, actual 2, told done'],
    [{ script: '' }, 'duplicate', 'none of the five; Work 1: expected 1, actual 1, told done'],
    [{}, { count: 3, of: 'note.written' }, '2 × note.written'],
  ])('of one run, %j → %j, is what it came to', (claim, then, found) => {
    expect(checkClaim(toyScenario, { when: {}, over: 'run', ...claim, then })).toEqual({
      ...{ holds: false, found },
    });
  });

  it('of all schedules is shown by a script, and says how much was searched', () => {
    const safe = { when: {}, over: 'forAll', then: 'safe' } as const;
    expect(checkClaim(toyScenario, safe).found).toMatch(
      /^duplicate by [a-z.1-]+; all of it: \d+ states$/,
    );
    const once = { ...safe, when: { scoops: 0 }, then: 'duplicate' } as const;
    expect(checkClaim(toyScenario, once).found).toMatch(
      /^none of the five; all of it: \d+ states$/,
    );
  });

  it('of safety does not hold where more retries would come than the bound allows', () => {
    const cut = { when: {}, over: 'forAll', bounds: { retries: 0 }, then: 'safe' } as const;
    const { holds, found } = checkClaim(toyScenario, cut);
    expect(holds).toBe(false);
    expect(found).toMatch(/^none of the five; all of it: \d+ states, but for what comes after/);
  });
});

describe('a claim in a line', () => {
  it.each<[Omit<Claim, 'over' | 'then'>, string]>([
    [{ when: {} }, '(initial settings) → safe'],
    [{ when: { scoops: 0, flavour: 'sour' } }, 'scoops=0 flavour=sour → safe'],
    [{ when: { scoops: 0 }, script: '' }, 'scoops=0 on a calm day → safe'],
    [{ when: { scoops: 0 }, script: 'wait.1' }, 'scoops=0 under wait.1 → safe'],
    [
      { when: { scoops: 0 }, bounds: { losses: 2, crashes: 1 } },
      'scoops=0 within losses=2 crashes=1 → safe',
    ],
  ])('%j is "%s"', (claim, text) => {
    expect(claimText({ ...claim, then: 'safe' })).toBe(text);
  });

  it('says how often', () => {
    const then = { count: 27, of: 'order.saved' };
    expect(claimText({ when: {}, then })).toBe('(initial settings) → 27 × order.saved');
  });
});
