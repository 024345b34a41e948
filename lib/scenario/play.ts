import { type Script, parseScript, type ParsedScript } from '@/lib/engine/directive';
import type { Cast } from '@/lib/engine/model';
import { run, type Run } from '@/lib/engine/run';
import { judge, type Judgement } from '@/lib/outcomes/judge';
import { judgeRun } from '@/lib/outcomes/judge-run';
import type { Settings } from '@/lib/scenario/knobs';
import { retold } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';

/** A scenario played with settings and a script: everything a page or a command shows of it. */
export interface Played {
  /** As it is told under these settings. */
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly script: Script;
  readonly cast: Cast;
  readonly run: Run;
  /** The judgement at the end. */
  readonly judgement: Judgement;
}

/** Reads a script in the words of a scenario's cast; where none is given, the scenario's own. */
export function readScript(
  scenario: Scenario,
  settings: Settings,
  text?: string | null,
): ParsedScript {
  const { processes } = scenario.cast(settings);
  return parseScript(text ?? ownScriptText(scenario, settings), {
    processes: [...new Set(processes.flatMap(({ id, group }) => [id, group]))],
    actors: processes.flatMap(({ actors }) => actors.map(({ id }) => id)),
  });
}

/** A scenario's own script under these settings, as written in a link. */
export const ownScriptText = (
  { script, scriptFor }: Pick<Scenario, 'script' | 'scriptFor'>,
  settings: Settings,
): string => scriptFor?.(settings) ?? script;

export const ownScript = (scenario: Scenario, settings: Settings): Script =>
  readScript(scenario, settings).script;

export function playScenario(played: Scenario, settings: Settings, script: Script): Played {
  const scenario = retold(played, settings);
  const cast = scenario.cast(settings);
  const made = run(cast, script);
  const judgement = judgeRun(made, scenario);
  return { scenario, settings, script, cast, run: made, judgement };
}

const judged = new WeakMap<Played, (Judgement | undefined)[]>();

/** The judgement after `position` entries, made once: that of the end only where the end is reached. */
export function judgementAt(played: Played, position: number): Judgement {
  const { scenario, run, judgement } = played;
  if (position >= run.trace.length) return judgement;
  const known = judged.get(played) ?? [];
  judged.set(played, known);
  return (known[position] ??= judge(run.trace.slice(0, position), scenario.meant, null));
}
