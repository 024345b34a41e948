import { describe, expect, it } from 'vitest';

import { canonical } from '@/lib/engine/json';
import type { Fact } from '@/lib/engine/model';
import { summaryOf, traceOf } from '@/lib/explorer/brute-force/said';
import { judge } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import type { Ended } from '@/lib/outcomes/verdicts';

describe('the sum of what was said', () => {
  it('is the same only where the judge says the same, then and after one thing more', () => {
    const verdicts = new Map<string, string>();
    for (const facts of listsOf(3)) {
      const sum = canonical(summaryOf(facts, MEANT));
      const said = canonical(listsOf(1).map((more) => judged([...facts, ...more])));
      expect(verdicts.get(sum) ?? said, canonical(facts)).toBe(said);
      verdicts.set(sum, said);
    }
  });

  it('forgets what the judge does not ask for', () => {
    const [charge, , , done] = FACTS;
    if (!charge || !done) throw new Error('Too few facts');
    const gaveUp: Fact = { name: 'client.gave-up', intent: 'A' };
    expect(summaryOf([charge, charge, charge, done], MEANT)).toEqual(
      summaryOf([done, done, charge, gaveUp, charge], MEANT),
    );
  });
});

// Helpers

const MEANT: Meant = {
  intents: ['A', 'B'].map((id) => ({ id, label: id })),
  effects: [{ fact: 'card.charged', noun: 'charge', did: 'charged' }],
};

const FACTS: readonly Fact[] = [
  { name: 'card.charged', intent: 'A', id: 'a' },
  { name: 'card.charged', intent: 'A', id: 'b' },
  { name: 'card.charged', intent: 'B', id: 'b' },
  { name: 'answer.heard', intent: 'A', says: 'done', body: 'a' },
  { name: 'answer.heard', intent: 'A', says: 'done', body: 'b' },
  { name: 'answer.heard', intent: 'A', says: 'failed' },
  { name: 'answer.heard', intent: 'B', says: 'done', body: 'a' },
  { name: 'duplicate.discarded', intent: 'A', of: 'B' },
  { name: 'duplicate.discarded', intent: 'A' },
];

/** All lists of so many facts, or fewer. */
function listsOf(length: number): readonly (readonly Fact[])[] {
  if (length === 0) return [[]];
  const shorter = listsOf(length - 1);
  const longest = shorter.filter((list) => list.length === length - 1);
  return [...shorter, ...longest.flatMap((list) => FACTS.map((fact) => [...list, fact]))];
}

const judged = (facts: readonly Fact[]): readonly string[] => {
  const ended: Ended = { afterCalmAttempt: () => 'unanswered' };
  const { outcomes } = judge(traceOf(facts), MEANT, ended);
  return OUTCOMES.filter((name) => outcomes[name].present);
};
