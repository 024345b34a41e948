import { formatDirective, formatScript } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import { OUTCOMES } from '@/lib/outcomes/judge';
import { type Beat, toBeats } from '@/lib/projections/beats';
import { formatMs } from '@/lib/projections/format-ms';
import { toSequenceDiagram } from '@/lib/projections/sequence-diagram';
import { initialSettings, positionsOf, readPosition, type Settings } from '@/lib/scenario/knobs';
import { type Played, playScenario, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

import { BadInput } from './arguments.ts';
import { settingsText } from './settings.ts';

interface RunReport {
  readonly played: Played;
  readonly beats: readonly Beat[];
  readonly json: unknown;
  readonly mermaid: string;
}

/** Plays a scenario as the command line says. Throws `BadInput` naming what can't be read. */
export function runReport(
  slug: string,
  sets: readonly string[],
  scriptText: string | undefined,
): RunReport {
  const scenario = scenarioBySlug(slug);
  if (!scenario) {
    const names = catalogue.map((known) => known.slug).join(', ');
    throw new BadInput(`no scenario "${slug}"; there are ${names}`);
  }
  const settings = sets.reduce(
    (all, set) => ({ ...all, ...readSet(scenario, set) }),
    initialSettings(scenario.knobs),
  );
  const { script, unreadable } = readScript(scenario, settings, scriptText ?? scenario.script);
  if (unreadable.length > 0) {
    throw new BadInput(
      `the script's "${unreadable[0] ?? ''}" is not a directive of ${slug}; one looks like "${scenario.script}"`,
    );
  }
  if (script.length > LIMITS.directivesMax) {
    throw new BadInput(`a script holds at most ${LIMITS.directivesMax} directives`);
  }
  const played = playScenario(scenario, settings, script);
  const beats = toBeats(played.run.trace, { ...scenario, cast: played.cast });
  return {
    ...{ played, beats },
    mermaid: toSequenceDiagram(beats, played.cast).source,
    json: toJson(played, beats),
  };
}

function readSet(scenario: Scenario, text: string): Settings {
  const [name = '', ...rest] = text.split('=');
  const knob = Object.hasOwn(scenario.knobs, name) ? scenario.knobs[name] : undefined;
  if (!knob) {
    const names = Object.keys(scenario.knobs).join(', ');
    throw new BadInput(`${scenario.slug} has no knob "${name}"; it has ${names}`);
  }
  const position = readPosition(knob, rest.join('='));
  if (position === null) {
    const known = positionsOf(knob).join(', ');
    throw new BadInput(`"${name}" can't be "${rest.join('=')}"; it can be ${known}`);
  }
  return { [name]: position };
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
  const present = OUTCOMES.filter((name) => judgement.outcomes[name].present);
  return [
    scenario.question,
    `settings: ${settingsText(settings)}`,
    `script:   ${formatScript(script) || '(none)'}`,
    '',
    ...beats.map(({ index, atMs, sentence }) =>
      [String(index + 1).padStart(3), formatMs(atMs).padStart(9), sentence].join('  '),
    ),
    '',
    ...judgement.intents.map(
      ({ label, expected, actual, told }) =>
        `${label}: expected ${expected}, actual ${actual}; told ${told}`,
    ),
    present.length === 0
      ? 'none of the five outcomes'
      : present.map((name) => `${name}: ${judgement.outcomes[name].because}`).join('\n'),
    ...(run.ending === 'quiescent' ? [] : [`The run ended at its ${run.ending}.`]),
    ...run.unapplied.map(({ directive }) => `never applied: ${formatDirective(directive)}`),
  ].join('\n');
}
