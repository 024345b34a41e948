import { describe, expect, it } from 'vitest';

import type { Fact } from '@/lib/engine/model';
import { traceOf } from '@/lib/explorer/brute-force/said';
import { Recollections } from '@/lib/explorer/tables/recollections';
import { judge, type Judgement } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import type { Ended } from '@/lib/outcomes/verdicts';

const ONCE: Meant = {
  intents: ['A', 'B'].map((id) => ({ id, label: id })),
  effects: [{ fact: 'card.charged', noun: 'charges', did: 'charged' }],
};

const TAKEN_BACK: Meant = {
  intents: ['A', 'B'].map((id) => ({ id, label: id })),
  effects: [
    { fact: 'card.charged', noun: 'charges', did: 'charged', undoneBy: 'card.refunded' },
    {
      ...{ fact: 'card.refunded', noun: 'refunds', did: 'refunded', optional: true },
      undoneBy: 'card.charged',
    },
  ],
};

/** Two kinds that have nothing to do with each other. */
const APART: Meant = {
  intents: ['A', 'B'].map((id) => ({ id, label: id })),
  effects: [
    { fact: 'card.charged', noun: 'charges', did: 'charged', undoneBy: 'card.refunded' },
    { fact: 'parcel.booked', noun: 'parcels', did: 'booked', undoneBy: 'parcel.cancelled' },
  ],
};

const FACTS: readonly Fact[] = [
  { name: 'card.charged', intent: 'A', id: 'a' },
  { name: 'card.charged', intent: 'B', id: 'b' },
  { name: 'card.refunded', intent: 'A' },
  { name: 'parcel.booked', intent: 'A' },
  { name: 'parcel.cancelled', intent: 'A' },
  { name: 'answer.heard', intent: 'A', says: 'done', body: 'b' },
  { name: 'answer.heard', intent: 'A', says: 'failed' },
  { name: 'duplicate.discarded', intent: 'A', of: 'A' },
  { name: 'duplicate.discarded', intent: 'A', of: 'B' },
  { name: 'client.gave-up', intent: 'A' },
];

describe.each([
  ['that stand', ONCE],
  ['that may be taken back', TAKEN_BACK],
  ['of two kinds that may be taken back', APART],
])('what is remembered of effects %s', (_, meant) => {
  const recollections = new Recollections(meant);

  it('amounts to what the judge makes of all that happened', () => {
    const other = historiesWhere((facts) => {
      const { already, atEnd } = recollections.of(recollections.fold(0, facts));
      const trace = traceOf(facts);
      return (
        already !== bitsOf(judge(trace, meant, null)) || atEnd !== bitsOf(judge(trace, meant, OVER))
      );
    });
    expect(other).toEqual([]);
  });

  it('is the same whether the facts come at once or one by one', () => {
    const other = historiesWhere((facts) => {
      const stepwise = facts.reduce((before, fact) => recollections.fold(before, [fact]), 0);
      return stepwise !== recollections.fold(0, facts);
    });
    expect(other).toEqual([]);
  });

  it('keeps an outcome that is there already, whatever comes', () => {
    const other = historiesWhere((facts) => {
      const before = bitsOf(judge(traceOf(facts.slice(0, -1)), meant, null));
      return (before & ~bitsOf(judge(traceOf(facts), meant, null))) !== 0;
    });
    expect(other).toEqual([]);
  });
});

it.each([
  ['of two intents', { name: 'card.charged', intent: 'B', id: 'b' }],
  ['of two kinds', { name: 'parcel.booked', intent: 'A' }],
])('what happened %s is remembered alike in whatever order it came', (_, other: Fact) => {
  const recollections = new Recollections(APART);
  const one: Fact = { name: 'card.charged', intent: 'A', id: 'a' };
  expect(recollections.fold(0, [one, other])).toBe(recollections.fold(0, [other, one]));
});

it('what takes back and what is taken back is remembered in its order', () => {
  const recollections = new Recollections(APART);
  const [charged, refunded] = ['card.charged', 'card.refunded'].map((name): Fact => ({
    name,
    intent: 'A',
  })) as [Fact, Fact];
  expect(recollections.fold(0, [charged, refunded])).not.toBe(
    recollections.fold(0, [refunded, charged]),
  );
});

// Helpers

const OVER: Ended = { afterCalmAttempt: () => 'answered' };

const bitsOf = ({ outcomes }: Judgement): number =>
  OUTCOMES.reduce((bits, name, place) => bits | (outcomes[name].present ? 1 << place : 0), 0);

/** Of all lists of up to four facts, those of which something is so. */
function historiesWhere(isSo: (facts: readonly Fact[]) => boolean): readonly (readonly Fact[])[] {
  let lists: readonly (readonly Fact[])[] = [[]];
  const found: (readonly Fact[])[] = [];
  for (let length = 1; length <= 4; length += 1) {
    lists = lists.flatMap((list) => FACTS.map((fact) => [...list, fact]));
    found.push(...lists.filter(isSo));
  }
  return found;
}
