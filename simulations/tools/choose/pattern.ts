import type { ScenarioReference } from '@/simulations/tools/scenario-reference';
import type { SourceId } from '@/simulations/tools/sources';

/** One way to make a repeat harmless. */
export interface Pattern {
  readonly name: string;
  /** What to do, in a sentence or two. */
  readonly how: string;
  readonly costs: string;
  /** Against what it does not help. */
  readonly limits: string;
  /** Where it can be seen to hold, and where to fail. */
  readonly scenarios: readonly ScenarioReference[];
  readonly sources: readonly SourceId[];
}

/** A scenario under these settings, and what it shows; under its own script, if no other is given. */
export const see = (
  slug: string,
  settings: ScenarioReference['settings'],
  shows: string,
  script?: string,
): ScenarioReference => ({ slug, settings, shows, ...(script !== undefined && { script }) });
