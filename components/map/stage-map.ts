import { type MapGroup, mapGroup } from '@/lib/scenario/safety-map';
import type { StageName } from '@/lib/scenario/scenario';
import { scenariosOn } from '@/simulations/catalogue';

const known = new Map<StageName, readonly MapGroup[]>();

/**
 * A stage's part of the safety map. It is searched for while the page is built and must stay there: it
 * brings the explorer along. Several pages of one build ask for the same.
 */
export function stageMap(stage: StageName): readonly MapGroup[] {
  const groups = known.get(stage) ?? scenariosOn(stage).map(mapGroup);
  known.set(stage, groups);
  return groups;
}
