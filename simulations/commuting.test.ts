import { expect, it } from 'vitest';

import { everyMoveAndFewer, findsOf } from '@/lib/explorer/search/every-move';
import { allSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { withoutStory } from '@/lib/scenario/retell';
import { catalogue } from '@/simulations/catalogue';

/** Steps that are taken back: here it matters in which order things happened. */
const sagas = catalogue.filter(({ slug }) => slug === 'checkout-saga');
const cases = sagas.flatMap((scenario) =>
  allSettings(withoutStory(scenario.knobs)).map((settings) => ({ scenario, settings })),
);

it.each(cases)('passing over moves changes nothing in $settings', ({ scenario, settings }) => {
  const { every, fewer } = everyMoveAndFewer(questionOf(scenario, settings));
  expect(findsOf(fewer)).toEqual(findsOf(every));
});
