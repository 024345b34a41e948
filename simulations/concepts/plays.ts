import { initialView, toQuery } from '@/lib/permalink/permalink';
import { initialSettings, readPosition, type Settings } from '@/lib/scenario/knobs';
import { type Played, playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import type { Play } from '@/simulations/concepts/concept';

/** What of a link decides which run it leads to. */
type Run = Pick<Play, 'settings' | 'script'>;

/** The run that a link leads to. */
export function played(scenario: Scenario, play: Run): Played {
  const settings = settingsOf(scenario, play);
  return playScenario(scenario, settings, readScript(scenario, settings, play.script).script);
}

/** The address of a run, from the home page. */
export function hrefOf(scenario: Scenario, play: Run): string {
  const settings = settingsOf(scenario, play);
  const view = { ...initialView(scenario), settings, script: play.script ?? null };
  const query = toQuery(scenario, view);
  return `lab/${scenario.slug}${query ? `?${query}` : ''}`;
}

const settingsOf = ({ knobs }: Scenario, { settings = {} }: Run): Settings => ({
  ...initialSettings(knobs),
  ...Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const knob = knobs[name];
      // As written in a link: `2` and `'2'` are the same position.
      return [name, (knob && readPosition(knob, String(value))) ?? value];
    }),
  ),
});
