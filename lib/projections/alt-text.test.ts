import { expect, it } from 'vitest';

import type { Judgement } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { toAltText } from '@/lib/projections/alt-text';

const judged = (because: string): Judgement => ({
  outcomes: Object.fromEntries(
    OUTCOMES.map((name) => [
      name,
      name === 'duplicate' && because !== ''
        ? { present: true, evidence: [1], because }
        : { present: false, evidence: [], because: '' },
    ]),
  ) as unknown as Judgement['outcomes'],
  intents: [
    {
      id: 'A',
      label: 'Purchase A',
      expected: 1,
      actual: 2,
      ...{ kinds: [], repeated: 'charges', outcomes: ['duplicate'] },
      told: 'done',
      effects: [1],
      harm: null,
    },
  ],
});
const told = { title: 'The lost response', noun: 'charges', beats: [{ sentence: '', atMs: 0 }] };

it('says what is drawn, what was counted and what went wrong', () => {
  expect(toAltText({ ...told, judgement: judged('Purchase A was charged twice.') })).toBe(
    'The lost response: a sequence diagram of 1 step. Purchase A, charges: expected 1, actual 2; reported done. Purchase A was charged twice.',
  );
});

it('says so where nothing did', () => {
  expect(toAltText({ ...told, judgement: judged('') })).toMatch(/None of the five outcomes\.$/);
});
