import { expect, it } from 'vitest';

import { mapGroup } from '@/lib/scenario/safety-map';
import { scenarioBySlug } from '@/simulations/catalogue';

import { mapOnAllCores } from './on-all-cores.ts';

it('finds what one process finds, row by row', async () => {
  const scenarios = ['lost-response', 'mark-first'].flatMap((slug) => scenarioBySlug(slug) ?? []);
  const groups = await mapOnAllCores(scenarios);
  expect(groups).toEqual(scenarios.map((scenario) => mapGroup(scenario)));
  expect(groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(2);
});
