import type { ChoiceField } from '@/lib/tools/fields';
import type { Question } from '@/lib/tools/choose/tree';
import { patternTree } from '@/simulations/tools/choose/tree';

/** Each question is one of the page’s settings. At first it is open, which is an answer of no letters. */
export const chooseFields: Readonly<Record<string, ChoiceField>> = Object.fromEntries(
  Object.entries<Question>(patternTree.questions).map(([name, { ask, help = '', answers }]) => [
    name,
    {
      ...{ kind: 'choice', label: ask, help },
      values: [
        { value: '', label: 'open' },
        ...answers.map(({ value, label }) => ({ value, label })),
      ],
    },
  ]),
);
