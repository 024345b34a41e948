import { describe, expect, it } from 'vitest';

import { closingOf } from '@/lib/outcomes/closing';
import { A, AB, BOTH, ended, traceOf } from '@/lib/outcomes/happened';
import { judge } from '@/lib/outcomes/judge';

describe('what a run came to', () => {
  it.each([
    { happened: 'charge A, done A', says: 'Purchase A happened at step 1, once, as it should.' },
    {
      happened: 'charge A, gave-up A',
      says: 'Purchase A: whoever asked gave up, and can’t know whether it happened.',
    },
    { happened: '-, failed A', says: 'Purchase A did not happen.' },
    {
      happened: 'charge A, -, charge A, failed A',
      // A wrong reply as well; what happened comes first.
      says: 'Purchase A was charged at step 1 and again at step 3.',
    },
    {
      happened: '-, done A',
      says: 'Purchase A was reported done at step 2, but was never charged.',
    },
  ])('of one intent: $says', ({ happened, says }) => {
    expect(closingOf(judge(traceOf(happened), A, ended(true)), true)).toBe(says);
  });

  it.each([
    {
      happened: 'charge A, done A, charge B, done B',
      says: 'Purchase A and Purchase B happened, each once, as they should.',
    },
    {
      happened: 'charge A, done A, gave-up B',
      says: 'Purchase A happened at step 1, once, as it should. Purchase B: whoever asked gave up, and can’t know whether it happened.',
    },
    {
      // As many as were wanted, and nobody who knows it.
      happened: 'charge A, done A, charge B, gave-up B',
      says: 'Purchase A happened at step 1, once, as it should. Purchase B: whoever asked gave up, and can’t know whether it happened.',
    },
    {
      happened: 'charge A, done A, failed B',
      says: 'Purchase A happened at step 1, once, as it should. Purchase B did not happen.',
    },
    {
      happened: 'charge A, done A, charge B, charge B, done B',
      says: 'Purchase B was charged at step 3 and again at step 4.',
    },
  ])('of two: $says', ({ happened, says }) => {
    expect(closingOf(judge(traceOf(happened), AB, ended(true)), true)).toBe(says);
  });

  it('is nothing where the run was cut off', () => {
    expect(closingOf(judge(traceOf('charge A, charge A'), A, null), false)).toBeNull();
  });

  it('does not call two halves of different kinds whole', () => {
    const halves = 'charge A, gave-up A, mail B, gave-up B';
    expect(closingOf(judge(traceOf(halves), BOTH, ended(true)), true)).toBe(
      'Purchase A: only 1 of 2 happened, at step 1, and whoever asked gave up without knowing. ' +
        'Purchase B: only 1 of 2 happened, at step 3, and whoever asked gave up without knowing.',
    );
  });
});
