import type { Results, Task, Verdict } from '@/components/search/task';
import { type Answer, explorer, type Progress } from '@/lib/explorer/explore';
import { counterfactualsOf } from '@/lib/scenario/counterfactuals';
import { judgementAt, playScenario, readScript } from '@/lib/scenario/play';
import { questionOf } from '@/lib/scenario/question';
import { safeSettingsOf } from '@/lib/scenario/safe-settings';
import type { Scenario } from '@/lib/scenario/scenario';
import type { Settings } from '@/lib/scenario/knobs';
import { reachedOf } from '@/lib/scenario/verdict-words';

/** A task, a little at a time: whoever runs it may stop after any slice. */
export function workOn(
  scenario: Scenario,
  task: Task,
): Generator<Progress, Results[keyof Results]> {
  switch (task.kind) {
    case 'search':
      return search(scenario, task.settings, task.unreduced);
    case 'safe':
      return safeSettingsOf(scenario, task.settings);
    case 'counterfactuals': {
      const { settings, script } = task;
      const directives = readScript(scenario, settings, script).script;
      return counterfactualsOf(playScenario(scenario, settings, directives));
    }
  }
}

function* search(
  scenario: Scenario,
  settings: Settings,
  unreduced: boolean,
): Generator<Progress, Verdict> {
  const answer = yield* explorer(questionOf(scenario, settings), { unreduced });
  return { ...answer, shows: showsOf(scenario, settings, answer) };
}

/**
 * A counterexample is the script with the fewest faults, and on the calm day around them the outcome
 * may show later than on the shortest way. Told apart, so that neither number is taken for the other.
 */
function showsOf(scenario: Scenario, settings: Settings, answer: Answer): Verdict['shows'] {
  return Object.fromEntries(
    reachedOf(answer).map(({ name, script }) => {
      const played = playScenario(scenario, settings, script);
      const { evidence } = played.judgement.outcomes[name];
      // Of an effect that is repeated again and again, the first time too often.
      let step = (evidence.at(name === 'duplicate' ? 1 : -1) ?? -1) + 1;
      // What is missing may be known to be so only when nothing more can come.
      const end = played.run.trace.length;
      while (step < end && !judgementAt(played, step).outcomes[name].present) step += 1;
      return [name, step];
    }),
  );
}
