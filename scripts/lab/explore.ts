import { performance } from 'node:perf_hooks';

import { formatScript } from '@/lib/engine/directive';
import type { Cast } from '@/lib/engine/model';
import { type Answer, explore } from '@/lib/explorer/explore';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Bounds } from '@/lib/explorer/question';
import { isWhole } from '@/lib/explorer/whole';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { questionOf } from '@/lib/scenario/question';
import { boundsInWords } from '@/lib/scenario/bounds-words';
import { settingsText } from '@/lib/scenario/settings-text';
import { counted } from '@/lib/words/counted';

import { BadInput, parseArguments } from '../arguments.ts';
import { readScenario, readSettings } from './scenario.ts';

const FAULTS = ['losses', 'duplicates', 'crashes'] as const;

/** Searches all schedules of a scenario as the command line says. Throws `BadInput` naming what can't be read. */
export function exploreCommand(words: readonly string[]): string {
  const { positional, values, flags } = parseArguments(words, {
    ...{ flags: ['json', 'unreduced'], values: ['set', ...FAULTS, 'states'], positional: 1 },
  });
  const scenario = readScenario(positional[0] ?? '');
  const settings = readSettings(scenario, values.get('set') ?? []);
  const changed: Partial<Bounds> = Object.fromEntries(
    FAULTS.flatMap((name) => {
      const text = values.get(name)?.at(-1);
      return text === undefined
        ? []
        : [[name, readCount(name, text, EXPLORER_LIMITS.faultsMax)] as const];
    }),
  );
  const states = values.get('states')?.at(-1);
  const statesMax =
    states === undefined
      ? EXPLORER_LIMITS.statesMax
      : readCount('states', states, EXPLORER_LIMITS.statesMax);
  const question = questionOf(scenario, settings, changed);
  const before = performance.now();
  const answer = explore(question, { unreduced: flags.has('unreduced'), statesMax });
  const ms = Math.round(performance.now() - before);
  const { bounds, cast } = question;
  const told = { slug: scenario.slug, settings, answer, bounds, cast, statesMax, ms };
  return flags.has('json') ? JSON.stringify(toJson(told), null, 2) : toText(told);
}

interface Told {
  readonly slug: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly answer: Answer;
  readonly bounds: Bounds;
  readonly cast: Cast;
  /** The limit on each of the searches that the answer took. */
  readonly statesMax: number;
  readonly ms: number;
}

function toJson({ slug, settings, answer, bounds, ms }: Told) {
  const { states, transitions } = answer;
  const complete = isWhole(answer);
  const outcomes = Object.fromEntries(
    OUTCOMES.map((name) => {
      const reach = answer.outcomes[name];
      return [name, reach.reachable ? { ...reach, script: formatScript(reach.script) } : reach];
    }),
  );
  return { slug, settings, outcomes, states, transitions, complete, bounds, ms };
}

function toText(told: Told): string {
  const { settings, answer, bounds, cast } = told;
  const found = OUTCOMES.flatMap((name) => {
    const reach = answer.outcomes[name];
    return reach.reachable
      ? [`${name}: reachable in ${reach.steps} steps, by ${formatScript(reach.script) || '(calm)'}`]
      : [];
  });
  const none = OUTCOMES.filter((name) => !answer.outcomes[name].reachable).join(', ');
  return [
    `settings: ${settingsText(settings)}`,
    `bounds:   ${boundsInWords(bounds, cast)}`,
    '',
    ...found,
    ...(none === '' ? [] : [`${isWhole(answer) ? 'none' : 'not found'}: ${none}`]),
    '',
    howMuch(told),
  ].join('\n');
}

/** Whether all was searched, and if not, what may still be there. */
function howMuch({ answer, bounds, statesMax, ms }: Told): string {
  const { states, transitions, complete } = answer;
  const seen = `${counted(states)} states`;
  if (isWhole(answer)) {
    return `all of it: ${seen}, ${counted(transitions)} choices, ${counted(ms)} ms`;
  }
  return complete
    ? `not all of it: these settings allow more retries, and what comes after ${bounds.retries} of them may still be there; ${seen}, ${counted(ms)} ms`
    : `not all of it: a limit was hit, after ${seen} in all; each search ends once it has ${counted(statesMax)}; what was not found may still be there`;
}

function readCount(name: string, text: string, max: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (!(count <= max)) throw new BadInput(`--${name} is a number from 0 to ${max}, not "${text}"`);
  return count;
}
