import { mapSettings, verdictsOf } from '@/lib/scenario/safety-map';
import { scenarioBySlug } from '@/simulations/catalogue';

import { work } from '../all-cores.ts';

import type { Task, Verdicts } from './on-all-cores.ts';

work(({ slug, row }: Task): Verdicts => {
  const scenario = scenarioBySlug(slug);
  const settings = scenario && mapSettings(scenario)[row];
  if (!settings) throw new Error(`there is no row ${row} of ${slug}`);
  return verdictsOf(scenario, settings);
});
