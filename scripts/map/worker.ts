import { mapSettings, verdictsOf } from '@/lib/scenario/safety-map';
import { scenarioBySlug } from '@/simulations/catalogue';

import type { Task } from './on-all-cores.ts';

process.on('message', ({ slug, row }: Task) => {
  const scenario = scenarioBySlug(slug);
  const settings = scenario && mapSettings(scenario)[row];
  if (!settings) throw new Error(`there is no row ${row} of ${slug}`);
  process.send?.(verdictsOf(scenario, settings));
});
