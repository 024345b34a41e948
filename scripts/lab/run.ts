import { formatDirective, formatScript } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import type { Cast } from '@/lib/engine/model';
import { createWorld } from '@/lib/engine/world';
import { OUTCOMES, presentIn } from '@/lib/outcomes/outcome';
import { countsInWords, OUTCOME_WORDS } from '@/lib/outcomes/words';
import { type Beat, toBeats } from '@/lib/projections/beats';
import { formatMs } from '@/lib/projections/format-ms';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { linksOf } from '@/lib/scenario/bounds-words';
import { type Played, playScenario, readScript } from '@/lib/scenario/play';
import { settingsText } from '@/lib/scenario/settings-text';

import { BadInput } from '../arguments.ts';
import { readScenario, readSettings } from './scenario.ts';

export interface RunReport {
  readonly played: Played;
  /** The script as it was given; null: the scenario’s own. */
  readonly scriptText: string | null;
  readonly beats: readonly Beat[];
  readonly json: unknown;
  readonly mermaid: string;
}

/** A directive that can be read where this cast plays. Not the scenario's own, which may have none. */
function exampleFor(cast: Cast): string {
  const lossy = linksOf(cast).find((link) => link.lossy !== false);
  if (!lossy) return 'wait.1';
  const { system } = createWorld(cast);
  const [a, b] = lossy.between;
  const ends = lossy.lossy === a ? [b, a] : [a, b];
  return `lose.${ends.map((id) => system.nameOf(id)).join('-')}.1`;
}

/** Plays a scenario as the command line says. Throws `BadInput` naming what can't be read. */
export function runReport(
  slug: string,
  sets: readonly string[],
  scriptText: string | undefined,
): RunReport {
  const scenario = readScenario(slug);
  const settings = readSettings(scenario, sets);
  const { script, unreadable } = readScript(scenario, settings, scriptText);
  if (unreadable.length > 0) {
    throw new BadInput(
      `the script's "${unreadable[0] ?? ''}" is not a directive of ${slug} under these settings; one looks like "${exampleFor(scenario.cast(settings))}"`,
    );
  }
  if (script.length > LIMITS.directivesMax) {
    throw new BadInput(`a script holds at most ${LIMITS.directivesMax} directives`);
  }
  const played = playScenario(scenario, settings, script);
  const beats = toBeats(played.run.trace, { ...played.scenario, cast: played.cast });
  return {
    ...{ played, beats, scriptText: scriptText ?? null },
    mermaid: toSequenceDiagram(beats, played.cast).source,
    json: toJson(played, beats),
  };
}

function toJson({ scenario, settings, script, run, judgement }: Played, beats: readonly Beat[]) {
  return {
    slug: scenario.slug,
    settings,
    script: formatScript(script),
    outcomes: Object.fromEntries(
      OUTCOMES.map((name) => {
        const { present, evidence, because } = judgement.outcomes[name];
        return [name, { present, evidence, because }];
      }),
    ),
    intents: judgement.intents.map(({ id, expected, actual, told }) => ({
      ...{ id, expected, actual, told },
    })),
    unapplied: run.unapplied.map(({ directive }) => formatDirective(directive)),
    ending: run.ending,
    trace: run.trace.map((entry) => ({
      index: entry.index,
      kind: entry.kind,
      atMs: beats[entry.index]?.atMs ?? 0,
      directive: formatDirective(entry.directive),
      scripted: entry.scriptLine !== null,
      cause: entry.cause,
      message: entry.envelope
        ? { from: entry.envelope.from, to: entry.envelope.to, ...entry.envelope.message }
        : null,
      facts: entry.facts.map(({ by, fact }) => ({ by, ...fact })),
      changes: entry.changes.map(({ actor, before, after, handled }) => ({
        ...{ actor, before: before.value, after: after.value, handled },
      })),
      sentence: beats[entry.index]?.sentence ?? '',
    })),
  };
}

/** The same for people. */
export function runText({ played, beats }: RunReport): string {
  const { scenario, settings, script, run, judgement } = played;
  const present = presentIn(judgement.outcomes);
  return [
    scenario.question,
    `settings: ${settingsText(settings)}`,
    `script:   ${formatScript(script) || '(none)'}`,
    '',
    ...beats.map(({ index, atMs, sentence }) =>
      [String(index + 1).padStart(3), formatMs(atMs).padStart(9), sentence].join('  '),
    ),
    '',
    ...judgement.intents.map((intent) => countsInWords(intent.label, intent)),
    present.length === 0
      ? `none of the five outcomes${run.ending === 'quiescent' ? '' : ' so far'}`
      : present
          .map((name) => `${OUTCOME_WORDS[name].name}: ${judgement.outcomes[name].because}`)
          .join('\n'),
    ...(run.ending === 'quiescent' ? [] : [`The run ended at its ${run.ending}.`]),
    ...run.unapplied.map(({ directive }) => `never applied: ${formatDirective(directive)}`),
  ].join('\n');
}
