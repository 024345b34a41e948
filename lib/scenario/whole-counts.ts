import { explore } from '@/lib/explorer/explore';
import { countKey, type WholeCounts } from '@/lib/scenario/count-key';
import {
  combinations,
  initialSettings,
  type Knobs,
  positionsOf,
  type Settings,
} from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { withoutStory } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';

/** Every bound of counting, by name. What lies beyond is not counted, and the page then says nothing of it. */
const COUNT_LIMITS = {
  /** States under one setting. */
  statesMax: 500_000,
  /** States under all of a scenario's settings together. */
  statesInAllMax: 800_000,
} as const;

/**
 * How many states the quick search stands for: counted by the search that overlooks nothing, when the site
 * is built, since each takes up to a second. Where everything is punctual there can be fewer than the quick
 * search looks at, since that begins with more than time allows; then it stands for nothing. First where a reader begins, then one knob turned, and so on.
 */
export function wholeCounts(scenario: Scenario): WholeCounts {
  const counts: Record<string, number> = {};
  let left: number = COUNT_LIMITS.statesInAllMax;
  for (const settings of nearestFirst(scenario.knobs)) {
    if (left <= 0) break;
    const statesMax = Math.min(left, COUNT_LIMITS.statesMax);
    const question = questionOf(scenario, settings);
    const { states, complete } = explore(question, { unreduced: true, statesMax });
    left -= states;
    if (complete) counts[countKey(scenario.knobs, settings)] = states;
  }
  return counts;
}

/** All settings of the choices, those with the fewest turned first; counts stand where they stand at first. */
function nearestFirst(knobs: Knobs): readonly Settings[] {
  const initial = initialSettings(knobs);
  const turned = (settings: Settings): number =>
    Object.keys(knobs).filter((name) => settings[name] !== initial[name]).length;
  const choices = Object.entries(withoutStory(knobs)).filter(([, { kind }]) => kind === 'choice');
  return combinations(Object.fromEntries(choices), positionsOf, initial).toSorted(
    (a, b) => turned(a) - turned(b),
  );
}
