import type { Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';
import { hrefOf } from '@/simulations/concepts/plays';

/** A scenario under certain settings. It may not be there yet: then it has a name and no link. */
export interface ScenarioReference {
  readonly slug: string;
  readonly settings: Settings;
  /** Where what is seen takes other directives than the scenario's own under these settings. */
  readonly script?: string;
  /** What is seen there, as the text of the link. */
  readonly shows: string;
}

/** A reference as a page shows it. Null: there is no such scenario yet. */
export interface ScenarioLink {
  readonly shows: string;
  /** From the root of the site. */
  readonly path: string | null;
}

/** A link appears as soon as the catalogue has the scenario. */
export function linkTo(reference: ScenarioReference, catalogue: readonly Scenario[]): ScenarioLink {
  const scenario = catalogue.find(({ slug }) => slug === reference.slug);
  return { shows: reference.shows, path: scenario ? hrefOf(scenario, reference) : null };
}
