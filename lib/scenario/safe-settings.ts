import { explorer, type Progress } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import {
  combinations,
  isCircumstance,
  isScale,
  type Knobs,
  labelOf,
  type Settings,
  triedPositionsOf,
} from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';

/** Every bound of the search for settings that prevent harm, by name. */
export const SAFE_SETTINGS_LIMITS = {
  /** Settings searched. */
  searchesMax: 100,
  /** States in each search; settings that need more are not settled. */
  statesMax: 400_000,
} as const;

/** Knobs turned together, after which no schedule within the bounds has any of the five. */
export interface SafeSet {
  readonly settings: Settings;
  readonly changes: readonly { readonly knob: string; readonly position: string }[];
}

export interface SafeSettings {
  /** All with as few knobs turned as will do; empty if nothing does. */
  readonly sets: readonly SafeSet[];
  /** How many other settings were searched, of how many that were to be. */
  readonly searched: number;
  readonly others: number;
  /** Knobs of which not all positions were to be tried, with those that were. */
  readonly sampled: readonly { readonly knob: string; readonly positions: readonly string[] }[];
  /** A limit was hit: there may be smaller sets, or some where none was found. */
  readonly cutOff: boolean;
}

/**
 * The smallest sets of knobs to turn, from where they stand, after which a search over all schedules
 * within the scenario's bounds finds none of the five. Says nothing about what lies beyond the bounds.
 */
export function* safeSettingsOf(
  scenario: Scenario,
  settings: Settings,
): Generator<Progress, SafeSettings> {
  const names = Object.keys(scenario.knobs);
  const turned = (other: Settings) => names.filter((name) => other[name] !== settings[name]);
  const others = settingsAround(settings, scenario.knobs)
    .filter((other) => turned(other).length > 0)
    .sort((a, b) => orderOf(turned(a), names) - orderOf(turned(b), names));
  const total = { states: 0, transitions: 0 };
  const sets: SafeSet[] = [];
  let cutOff = false;
  let searched = 0;
  for (const other of others) {
    const found = sets[0]?.changes.length ?? Infinity;
    if (turned(other).length > found) break;
    if (searched === SAFE_SETTINGS_LIMITS.searchesMax) {
      cutOff = true;
      break;
    }
    searched += 1;
    const answer = yield* added(
      total,
      explorer(questionOf(scenario, other), { statesMax: SAFE_SETTINGS_LIMITS.statesMax }),
    );
    const reached = OUTCOMES.some((name) => answer.outcomes[name].reachable);
    if (!isWhole(answer) && !reached) cutOff = true;
    if (reached || !isWhole(answer)) continue;
    const changes = turned(other).flatMap((name) => {
      const knob = scenario.knobs[name];
      return knob ? [{ knob: knob.label, position: labelOf(knob, other[name]) }] : [];
    });
    sets.push({ settings: other, changes });
  }
  return { sets, searched, others: others.length, sampled: sampledOf(settings, scenario), cutOff };
}

/** Every other way to turn the knobs; what is part of the situation stays as it is, since it defends from nothing. */
const settingsAround = (settings: Settings, knobs: Knobs): readonly Settings[] =>
  combinations(
    Object.fromEntries(Object.entries(knobs).filter(([, knob]) => !isCircumstance(knob))),
    (knob, name) => triedPositionsOf(knob, settings[name]),
    settings,
  );

const sampledOf = (settings: Settings, { knobs }: Scenario): SafeSettings['sampled'] =>
  Object.entries(knobs).flatMap(([name, knob]) => {
    if (!isScale(knob)) return [];
    const positions = triedPositionsOf(knob, settings[name]);
    return [{ knob: knob.label, positions: positions.map((position) => labelOf(knob, position)) }];
  });

/** Fewer knobs before more, and then in the order in which the scenario has them. */
const orderOf = (turned: readonly string[], names: readonly string[]): number =>
  turned.length * names.length + names.indexOf(turned[0] ?? '');

/** The same search, its progress counted on from those before it. */
function* added<Result extends Progress>(
  total: { states: number; transitions: number },
  search: Generator<Progress, Result>,
): Generator<Progress, Result> {
  for (;;) {
    const { value, done } = search.next();
    const states = total.states + value.states;
    const transitions = total.transitions + value.transitions;
    if (done) {
      Object.assign(total, { states, transitions });
      return value;
    }
    yield { states, transitions };
  }
}
