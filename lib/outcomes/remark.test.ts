import { expect, it } from 'vitest';

import type { IntentState } from '@/lib/outcomes/judge';
import { remarkOn } from '@/lib/outcomes/remark';

interface Case extends Partial<IntentState> {
  readonly so: 'far' | 'it ended';
  readonly says: string;
}

it.each<Case>([
  { so: 'far', effects: [], says: 'Order A has not happened yet.' },
  { so: 'it ended', effects: [], says: 'Order A did not happen.' },
  { so: 'far', effects: [4], says: 'Order A happened at step 5.' },
  { so: 'it ended', effects: [4], says: 'Order A happened at step 5, once, as it should.' },
  { so: 'far', effects: [4], expected: 2, says: 'Order A: 1 of 2 so far, at step 5.' },
  { so: 'it ended', effects: [4], expected: 2, says: 'Order A: only 1 of 2 happened, at step 5.' },
  {
    ...{ so: 'it ended', effects: [2, 4, 8], expected: 3 },
    says: 'Order A happened at step 3, step 5 and step 9, each once, as it should.',
  },
  {
    ...{ so: 'it ended', effects: [15, 15], expected: 2 },
    says: 'Order A happened at step 16, once, as it should.',
  },
  {
    ...{ so: 'it ended', effects: [2, 8, 8], expected: 3 },
    says: 'Order A happened at step 3 and step 9, each once, as it should.',
  },
  {
    ...{ so: 'it ended', effects: [4, 4], expected: 3 },
    says: 'Order A: only 2 of 3 happened, at step 5.',
  },
  {
    ...{ so: 'it ended', effects: [4], told: 'unknown' },
    says: 'Order A: whoever asked gave up, and can’t know whether it happened.',
  },
  {
    ...{ so: 'it ended', effects: [4], expected: 2, told: 'unknown' },
    says: 'Order A: only 1 of 2 happened, at step 5, and whoever asked gave up without knowing.',
  },
  {
    ...{ so: 'far', effects: [4], expected: 2, told: 'unknown' },
    says: 'Order A: whoever asked gave up, and can’t know whether it happened.',
  },
  {
    ...{ so: 'it ended', effects: [2, 4] },
    harm: { present: true, evidence: [2, 4], because: 'Twice.', intent: 'A' },
    says: 'Twice.',
  },
])('says of an intent, so $so: $says', ({ so, says, ...state }) => {
  const effects = state.effects ?? [];
  const intent: IntentState = {
    ...{ id: 'A', label: 'Order A', expected: 1, told: 'done', actual: effects.length, harm: null },
    ...{ kinds: [], repeated: null, outcomes: [] },
    ...state,
    effects,
  };
  expect(remarkOn(intent, so === 'it ended')).toBe(says);
});
