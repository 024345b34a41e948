import { formatScript } from '@/lib/engine/directive';
import { LIMITS } from '@/lib/engine/limits';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { WEATHERS } from '@/lib/explorer/sampler/weather';
import { readTheme } from '@/lib/permalink/frame';
import { type ReadLink, Reader, shortened } from '@/lib/permalink/reader';
import { readable } from '@/lib/permalink/readable';
import {
  type EmbedView,
  OF_EMBEDS,
  PANELS,
  RESERVED,
  SPEEDS,
  type View,
} from '@/lib/permalink/view';
import {
  initialOf,
  initialSettings,
  type Knobs,
  readPosition,
  type Settings,
} from '@/lib/scenario/knobs';
import { ownScriptText, readScript } from '@/lib/scenario/play';
import type { Scenario } from '@/lib/scenario/scenario';

const STEP_MAX = LIMITS.stepsMax;

export const initialView = (scenario: Scenario): View => ({
  ...{ settings: initialSettings(scenario.knobs), script: null, step: null, why: null, twin: null },
  ...{ panel: 'code', machine: null, language: 'TypeScript', speed: 1, present: false },
  ...{ weather: 'ordinary', seed: 1 },
});

/** The query of a view, without `?`: defaults are left out, so that a fresh scenario has a clean address. */
export function toQuery(scenario: Scenario, view: View): string {
  const initial = initialView(scenario);
  const parts: (readonly [string, string])[] = [
    ...changedSettings(scenario.knobs, view.settings, initial.settings),
    ...(view.script === null || isOwn(view.script, scenario, view)
      ? []
      : [['script', view.script] as const]),
    ...(view.step === null ? [] : [['step', String(view.step)] as const]),
    ...(view.why === null ? [] : [['why', String(view.why)] as const]),
    ...(view.twin === null ? [] : [['twin', writeTwin(scenario.knobs, view.twin)] as const]),
    ...WRITTEN_AS_THEY_ARE.flatMap((name) =>
      view[name] === initial[name] ? [] : [[name, String(view[name])] as const],
    ),
  ];
  const query = parts.map(([name, value]) => `${name}=${readable(value)}`);
  return [...query, ...(view.present ? ['present'] : [])].join('&');
}

const WRITTEN_AS_THEY_ARE = [
  ...(['panel', 'machine', 'language', 'speed', 'weather', 'seed'] as const),
];

/** Total: whatever cannot be read falls back to its default, and a sentence says so. */
export function fromQuery(scenario: Scenario, query: string, inEmbed = false): ReadLink<View> {
  const reader = new Reader(query);
  const initial = initialView(scenario);
  const settings = readSettings(scenario.knobs, reader, initial.settings);
  const twin = reader.read(
    'twin',
    (text) => readTwin(scenario.knobs, text),
    initial.twin,
    'no twin run',
  );
  const view: View = {
    ...{ settings, twin },
    script: readScriptText(scenario, { settings, twin }, reader),
    step: reader.read('step', wholeNumber, initial.step, 'the end'),
    why: reader.read('why', stepNumber, initial.why, 'a diagram with nothing lit'),
    panel: reader.read(
      'panel',
      (text) => PANELS.find((name) => name === text),
      initial.panel,
      initial.panel,
    ),
    machine: reader.read(
      'machine',
      (text) => actorsOf(scenario, settings).find((name) => name === text),
      initial.machine,
      'the usual one',
    ),
    language: reader.read(
      'language',
      (text) => (text === 'SQL' || text === 'TypeScript' ? text : undefined),
      initial.language,
      initial.language,
    ),
    speed: reader.read(
      'speed',
      (text) => SPEEDS.find((speed) => String(speed) === text),
      initial.speed,
      String(initial.speed),
    ),
    weather: reader.read(
      'weather',
      (text) => WEATHERS.find((name) => name === text),
      initial.weather,
      'an ordinary one',
    ),
    seed: reader.read('seed', seedNumber, initial.seed, 'the first'),
    present: reader.read('present', flag, initial.present, 'the page as usual'),
  };
  reader.refuseRepeated();
  reader.refuseUnknown([...Object.keys(scenario.knobs), ...RESERVED], 'This scenario');
  if (!inEmbed) {
    for (const name of OF_EMBEDS) {
      if (reader.text(name) !== null) reader.complaints.push(`“${name}” counts only in an embed.`);
    }
  }
  return { view, complaints: reader.complaints };
}

/** What an embed adds to the same query, which `fromQuery` reads as well. */
export function embedFromQuery(query: string): ReadLink<EmbedView> {
  const reader = new Reader(query, true);
  const view: EmbedView = {
    from: reader.read('from', stepNumber, null, 'the start'),
    to: reader.read('to', wholeNumber, null, 'the end'),
    lock: reader.read('lock', flag, false, 'an open one'),
    theme: readTheme(reader),
  };
  return { view, complaints: reader.complaints };
}

export function embedToQuery({ from, to, lock, theme }: EmbedView): string {
  return [
    ...(from === null ? [] : [`from=${from}`]),
    ...(to === null ? [] : [`to=${to}`]),
    ...(lock ? ['lock'] : []),
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
  ].join('&');
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && Number(text) <= STEP_MAX ? Number(text) : undefined;
}

/** A step there can be: counted from 1. */
const stepNumber = (text: string): number | undefined => wholeNumber(text) || undefined;

function seedNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) && Number(text) <= SAMPLER_LIMITS.seedMax
    ? Number(text)
    : undefined;
}

/** A flag is there or not; a value would be somebody's guess at what it means. */
const flag = (text: string): boolean | undefined => (text === '' ? true : undefined);

function readSettings(knobs: Knobs, reader: Reader, initial: Settings): Settings {
  return Object.fromEntries(
    Object.entries(knobs).map(([name, knob]) => {
      const fallback = initial[name] ?? initialOf(knob);
      const parse = (text: string) => readPosition(knob, text) ?? undefined;
      return [name, reader.read(name, parse, fallback, `“${String(fallback)}”`)];
    }),
  );
}

const changedSettings = (knobs: Knobs, settings: Settings, base: Settings) =>
  Object.keys(knobs)
    .filter((name) => settings[name] !== base[name])
    .map((name) => [name, String(settings[name])] as const);

/** Whose statechart can be opened under these settings. */
export const actorsOf = (scenario: Scenario, settings: Settings): readonly string[] =>
  scenario.cast(settings).processes.flatMap(({ actors }) => actors.map(({ id }) => id));

/** Whether it goes without saying: all that is played plays it anyhow. */
const isOwn = (
  text: string,
  scenario: Scenario,
  { settings, twin }: Pick<View, 'settings' | 'twin'>,
): boolean => [settings, twin ?? settings].every((each) => text === ownScriptText(scenario, each));

function readScriptText(
  scenario: Scenario,
  played: Pick<View, 'settings' | 'twin'>,
  reader: Reader,
): string | null {
  const text = reader.text('script');
  if (text === null) return null;
  const { script, unreadable } = readScript(scenario, played.settings, text);
  if (unreadable.length > 0) {
    const parts = unreadable.slice(0, 3).map((part) => `“${shortened(part)}”`);
    // Nothing of it made sense: then the scenario's own story is nearer to what was meant than silence.
    const own = script.length === 0;
    reader.complaints.push(
      `The script’s ${parts.join(', ')} can’t be read${own ? '; the scenario’s own is played instead' : ` and ${parts.length === 1 ? 'was' : 'were'} left out`}.`,
    );
    if (own) return null;
  }
  if (script.length > LIMITS.directivesMax) {
    reader.complaints.push(
      `A script holds at most ${LIMITS.directivesMax} directives; the rest was left out.`,
    );
  }
  const read = formatScript(script.slice(0, LIMITS.directivesMax));
  return isOwn(read, scenario, played) ? null : read;
}

/** All knobs of the twin that differ from their initial positions: `key.per-intent~retries.0`. */
const writeTwin = (knobs: Knobs, twin: Settings): string =>
  changedSettings(knobs, twin, initialSettings(knobs))
    .map(([name, value]) => `${name}.${value}`)
    .join('~');

function readTwin(knobs: Knobs, text: string): Settings | undefined {
  const parts = text === '' ? [] : text.split('~');
  const read = parts.map((part) => {
    const [name = '', ...value] = part.split('.');
    const knob = Object.hasOwn(knobs, name) ? knobs[name] : undefined;
    const position = knob ? readPosition(knob, value.join('.')) : null;
    return position === null ? null : ([name, position] as const);
  });
  const known = read.filter((entry) => entry !== null);
  if (known.length < parts.length) return undefined;
  return { ...initialSettings(knobs), ...Object.fromEntries(known) };
}
