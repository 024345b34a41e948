/** For tests: the runs that a lesson is about. */
import { ownScriptText, type Played, playScenario, readScript } from '@/lib/scenario/play';
import { initialSettings } from '@/lib/scenario/knobs';
import type { Claim, Scenario } from '@/lib/scenario/scenario';
import { someSettings } from '@/simulations/some-settings';

/** The runs that a lesson shows: its own script, and those of its claims, under all settings. */
export function playsOf(scenario: Scenario): readonly Played[] {
  const claimed = scenario.claims.map(({ script }) => script);
  return someSettings(scenario).flatMap((settings) =>
    [...new Set([ownScriptText(scenario, settings), ...claimed])].flatMap((text) => {
      if (text === undefined) return [];
      return [playScenario(scenario, settings, readScript(scenario, settings, text).script)];
    }),
  );
}

/** The run that a claim over one run is about. */
export function playOf(scenario: Scenario, { when, script: text }: Claim): Played {
  const settings = { ...initialSettings(scenario.knobs), ...when };
  return playScenario(scenario, settings, readScript(scenario, settings, text).script);
}
