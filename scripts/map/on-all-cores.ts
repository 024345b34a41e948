import { mapGroup, type MapGroup, type MapRow, mapSettings } from '@/lib/scenario/safety-map';
import type { Scenario } from '@/lib/scenario/scenario';

import { onAllCores } from '../all-cores.ts';

/** A row of the map, by its scenario and its place among the rows of that. */
export interface Task {
  readonly slug: string;
  readonly row: number;
}

export type Verdicts = MapRow['verdicts'];

/** The safety map of these scenarios, searched on all cores. */
export async function mapOnAllCores(scenarios: readonly Scenario[]): Promise<readonly MapGroup[]> {
  const tasks = scenarios.flatMap((scenario) =>
    mapSettings(scenario).map((_, row): Task => ({ slug: scenario.slug, row })),
  );
  const found = await onAllCores<Verdicts>(new URL('worker.ts', import.meta.url), tasks);
  return scenarios.map((scenario) =>
    mapGroup(
      scenario,
      found.filter((_, place) => tasks[place]?.slug === scenario.slug),
    ),
  );
}
