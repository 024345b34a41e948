import { expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { countKey } from '@/lib/scenario/count-key';
import { initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { wholeCounts } from '@/lib/scenario/whole-counts';
import { catalogue } from '@/simulations/catalogue';

/** Counting is the same for all; of these every setting is small enough to be counted. */
const counted = catalogue.filter(({ slug }) =>
  ['lost-response', 'crash-window', 'redelivery', 'key-through-hops'].includes(slug),
);

it.each(counted)('$slug says how many states there are', (scenario) => {
  const counts = wholeCounts(scenario);
  const settings = initialSettings(scenario.knobs);
  const { states } = explore(questionOf(scenario, settings), { unreduced: true });
  expect(counts[countKey(scenario.knobs, settings)]).toBe(states);
});
