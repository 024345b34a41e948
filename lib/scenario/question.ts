import type { Bounds, Question } from '@/lib/explorer/question';
import type { Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/** What a search is asked about a scenario: its settings as they stand, within its bounds or tighter ones. */
export const questionOf = (
  scenario: Scenario,
  settings: Settings,
  changed: Partial<Bounds> = {},
): Question => {
  const { cast, meant, calmAttempt } = scenario;
  const bounds = { ...boundsOf(scenario, settings), ...changed };
  return { cast: cast(settings), meant, calmAttempt, bounds };
};

/** A scenario's bounds under these settings. */
export const boundsOf = (
  { bounds, retriesFor }: Pick<Scenario, 'bounds' | 'retriesFor'>,
  settings: Settings,
): Bounds => ({ ...bounds, ...(retriesFor && { retries: retriesFor(settings) }) });
