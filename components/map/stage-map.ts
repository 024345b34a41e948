import { readFileSync } from 'node:fs';

import { type MapGroup, mapGroup, type MapRow } from '@/lib/scenario/safety-map';
import type { StageName } from '@/lib/scenario/scenario';
import { scenariosOn } from '@/simulations/catalogue';

const known = new Map<StageName, readonly MapGroup[]>();

/**
 * A stage's part of the safety map. It is made while the page is built and must stay there: it brings the
 * explorer along. Several pages of one build ask for the same.
 */
export function stageMap(stage: StageName): readonly MapGroup[] {
  const groups = known.get(stage) ?? groupsOf(stage);
  known.set(stage, groups);
  return groups;
}

function groupsOf(stage: StageName): readonly MapGroup[] {
  const searched = searchedBefore();
  return scenariosOn(stage).map((scenario) => mapGroup(scenario, searched[scenario.slug]));
}

/** What `npm run build` has searched for a moment ago, on all cores. Without it each page searches by itself. */
function searchedBefore(): Readonly<Record<string, readonly MapRow['verdicts'][]>> {
  const file = process.env['SAFETY_MAP'];
  return file === undefined
    ? {}
    : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly MapRow['verdicts'][]>);
}
