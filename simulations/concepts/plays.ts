import { initialView, toQuery } from '@/lib/permalink/permalink';
import { initialSettings, readPosition, type Settings } from '@/lib/scenario/knobs';
import { ownScriptText, type Played, playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import type { Play } from '@/simulations/concepts/concept';

/** The run that a link leads to. */
export function played(scenario: Scenario, play: Play): Played {
  const settings = settingsOf(scenario, play);
  const { script } = readScript(
    scenario,
    settings,
    play.script ?? ownScriptText(scenario, settings),
  );
  return playScenario(scenario, settings, script);
}

/** The address of a run, from the home page. */
export function hrefOf(scenario: Scenario, play: Play): string {
  const settings = settingsOf(scenario, play);
  const view = { ...initialView(scenario), settings, script: play.script ?? null };
  const query = toQuery(scenario, view);
  return `lab/${scenario.slug}${query ? `?${query}` : ''}`;
}

const settingsOf = ({ knobs }: Scenario, { settings = {} }: Play): Settings => ({
  ...initialSettings(knobs),
  ...Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const knob = knobs[name];
      // As written in a link: `2` and `'2'` are the same position.
      return [name, (knob && readPosition(knob, String(value))) ?? value];
    }),
  ),
});
