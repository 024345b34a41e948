import { formatScript, type Script } from '@/lib/engine/directive';
import { play } from '@/lib/engine/run';
import { createWorld } from '@/lib/engine/world';
import { explore } from '@/lib/explorer/explore';
import { minimalScript, showsOutcome } from '@/lib/explorer/minimise';
import type { Question } from '@/lib/explorer/question';
import { isWhole } from '@/lib/explorer/whole';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import { type FaultName, FAULTS, faultQuestion } from '@/lib/scenario/fault-columns';
import {
  combinations,
  initialOf,
  isDefence,
  type Knobs,
  positionsOf,
  type Settings,
} from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';

/** An outcome that some schedule has, and a script that shows it. */
export interface Found {
  readonly outcome: OutcomeName;
  readonly script: Script;
  /** The same as written in a link. */
  readonly text: string;
}

/** What can be done to one set of defences. */
export interface Verdict {
  /** In the order of the outcomes; none: no schedule within the bounds has any. */
  readonly found: readonly Found[];
  /** States that were looked at; one may stand for many that differ in nothing that matters. */
  readonly states: number;
  /** False if there were more: then what was not found may still be there. */
  readonly complete: boolean;
}

export interface MapRow {
  readonly settings: Settings;
  /** Null: nothing of this kind can go wrong here. */
  readonly verdicts: Readonly<Record<FaultName, Verdict | null>> & {
    /** What any of these can do, or several in one run within the scenario's own bounds. */
    readonly overall: Verdict;
  };
}

/** A scenario's part of the map: a row for each set of its defences, the initial one first. */
export interface MapGroup {
  readonly scenario: Scenario;
  readonly rows: readonly MapRow[];
}

/** Searches for a scenario's part, but for rows that are known already, in the order of `mapSettings`. */
export const mapGroup = (scenario: Scenario, known?: readonly MapRow['verdicts'][]): MapGroup => ({
  scenario,
  rows: mapSettings(scenario).map((settings, row) => ({
    settings,
    verdicts: known?.[row] ?? verdictsOf(scenario, settings),
  })),
});

/** The settings of a scenario's rows: all combinations of its defences. */
export const mapSettings = ({ knobs }: Scenario): readonly Settings[] => defencesOf(knobs);

export function verdictsOf(scenario: Scenario, settings: Settings): MapRow['verdicts'] {
  const whole = questionOf(scenario, settings);
  const single = FAULTS.map((fault) => {
    const question = faultQuestion(scenario, settings, fault);
    return [fault, question && verdictOf(question, whole)] as const;
  });
  const several = verdictOf(whole, whole);
  return {
    ...(Object.fromEntries(single) as Record<FaultName, Verdict | null>),
    overall: overallOf([...single.flatMap(([, verdict]) => verdict ?? []), several]),
  };
}

/** What a question finds; each script shows it in the whole cast, in which a cell's link opens it. */
function verdictOf(question: Question, whole: Question): Verdict {
  const answer = explore(question);
  const { outcomes, states } = answer;
  const found = OUTCOMES.flatMap((outcome): readonly Found[] => {
    const reach = outcomes[outcome];
    if (!reach.reachable) return [];
    const script = playedIn(whole, question, reach.script, outcome);
    return [{ outcome, script, text: formatScript(script) }];
  });
  return { found, states, complete: isWhole(answer) };
}

/**
 * A script that shows in the whole cast what this one shows in a part of it. Nearly always it does: but where more may
 * be late, what a script leaves to the calm day around it can be another thing. Then all of its run is asked for by
 * name, which the whole cast allows, and made short there. Throws if that shows nothing, a mistake of the map.
 */
function playedIn(whole: Question, part: Question, script: Script, outcome: OutcomeName): Script {
  const first = createWorld(whole.cast);
  if (showsOutcome(first, whole, script, outcome)) return script;
  return minimalScript(first, whole, play(createWorld(part.cast), script).trace, outcome);
}

/** What any of the searches found, each outcome as the first has it. */
function overallOf(verdicts: readonly Verdict[]): Verdict {
  const all = verdicts.flatMap(({ found }) => found);
  return {
    found: OUTCOMES.flatMap((outcome) => all.find((found) => found.outcome === outcome) ?? []),
    states: verdicts.reduce((sum, { states }) => sum + states, 0),
    complete: verdicts.every(({ complete }) => complete),
  };
}

/** All combinations of the defences, the first knob turning slowest; everything else stays as it is at first. */
const defencesOf = (knobs: Knobs): readonly Settings[] =>
  combinations(knobs, (knob) => (isDefence(knob) ? positionsOf(knob) : [initialOf(knob)]));
