import type { Bounds, Question } from '@/lib/explorer/question';
import type { Settings } from '@/lib/scenario/knobs';
import type { Scenario } from '@/lib/scenario/scenario';

/** What a search is asked about a scenario: its settings as they stand, within its bounds or tighter ones. */
export const questionOf = (
  { cast, meant, calmAttempt, bounds }: Scenario,
  settings: Settings,
  changed: Partial<Bounds> = {},
): Question => ({ cast: cast(settings), meant, calmAttempt, bounds: { ...bounds, ...changed } });
