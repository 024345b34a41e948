import { expect, it } from 'vitest';

import { explore } from '@/lib/explorer/explore';
import { allSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { countKey } from '@/lib/scenario/count-key';
import { wholeCounts } from '@/lib/scenario/whole-counts';
import { catalogue } from '@/simulations/catalogue';

it.each(catalogue)('$slug says how many states its quick searches stand for', (scenario) => {
  const counts = wholeCounts(scenario);
  for (const settings of allSettings(scenario.knobs)) {
    const count = counts[countKey(scenario.knobs, settings)];
    if (count === undefined) continue;
    expect(count).toBeGreaterThanOrEqual(explore(questionOf(scenario, settings)).states);
  }
});
