import { explore } from '@/lib/explorer/explore';
import { countKey, type WholeCounts } from '@/lib/scenario/count-key';
import { allSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';

/** Spaces larger than this are not counted. */
export const COUNTED_STATES_MAX = 500_000;

/**
 * How many states the quick search stands for, under each of a scenario's settings: counted by the search
 * that overlooks nothing. It takes up to a second for each, so it is done when the site is built.
 */
export function wholeCounts(scenario: Scenario): WholeCounts {
  return Object.fromEntries(
    allSettings(scenario.knobs).flatMap((settings) => {
      const question = questionOf(scenario, settings);
      const options = { unreduced: true, statesMax: COUNTED_STATES_MAX };
      const { states, complete } = explore(question, options);
      return complete ? [[countKey(scenario.knobs, settings), states] as const] : [];
    }),
  );
}
