import { expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { countKey } from '@/lib/scenario/count-key';
import { initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { wholeCounts } from '@/lib/scenario/whole-counts';
import { catalogue } from '@/simulations/catalogue';

it.each(catalogue)('$slug says how many states there are, where it says it', (scenario) => {
  const counts = wholeCounts(scenario);
  expect(Object.keys(counts)).not.toEqual([]);
  const settings = initialSettings(scenario.knobs);
  const { states } = explore(questionOf(scenario, settings), { unreduced: true });
  expect(counts[countKey(scenario.knobs, settings)] ?? states).toBe(states);
});
