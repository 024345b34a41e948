import { expect, it } from 'vitest';

import { retold, STORY } from '@/lib/scenario/retell';
import { toyScenario } from '@/lib/scenario/toy-scenario';
import type { Scenario } from '@/lib/scenario/scenario';

const fables: Scenario = {
  ...toyScenario,
  question: 'What if the cat, the cathedral and the dog meet a wolf?',
  tellings: [
    { value: 'own', label: 'as it is', words: {} },
    { value: 'swapped', label: 'swapped', words: { cat: 'dog', dog: 'cat', 'a wolf': 'nobody' } },
  ],
};

it('a story puts whole words in place of others, each part once', () => {
  expect(retold(fables, { [STORY]: 'swapped' }).question).toBe(
    'What if the dog, the cathedral and the cat meet nobody?',
  );
  expect(retold(fables, { [STORY]: 'own' })).toBe(fables);
});

it('what was retold is not told a second time', () => {
  const once = retold(fables, { [STORY]: 'swapped' });
  expect(retold(once, { [STORY]: 'swapped' })).toBe(once);
});
