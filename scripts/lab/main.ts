import { LimitExceeded } from '@/lib/engine/limits';
import { mapGroup } from '@/lib/scenario/safety-map';
import { listOf } from '@/lib/words/list-of';
import { catalogue } from '@/simulations/catalogue';

import { askForHelp, BadInput, parseArguments } from '../arguments.ts';
import { checkClaims, parseClaims, printClaims, statusOf } from './claims.ts';
import { exploreCommand } from './explore.ts';
import { printMap } from './map.ts';
import { runReport, runText } from './run.ts';
import { sampleCommand } from './sample.ts';
import { readScenarios } from './scenario.ts';
import { isCommand, usageOf, USAGES } from './usage.ts';

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const COMMANDS = listOf(Object.keys(USAGES));

/** The command line. Returns the exit status: 0 it did what was asked, 1 a claim does not hold or a limit was hit, 2 bad input. */
export function main(words: readonly string[], { out, error }: Streams): number {
  try {
    const [command, ...rest] = words;
    const topic = command === 'help' ? rest[0] : undefined;
    if (topic !== undefined && !isCommand(topic)) throw noCommand(topic);
    if (asksForHelp(words)) {
      out(usageOf(words.find(isCommand)));
      return 0;
    }
    switch (command) {
      case 'list':
        return list(rest, out);
      case 'run':
        return runCommand(rest, out);
      case 'explore':
        out(exploreCommand(rest));
        return 0;
      case 'sample':
        out(sampleCommand(rest));
        return 0;
      case 'claims':
        return claims(rest, out);
      case 'map':
        return map(rest, out);
      case undefined:
        throw new BadInput(`name a command: ${COMMANDS}`);
      default:
        throw noCommand(command);
    }
  } catch (problem) {
    return complain(problem, error);
  }
}

const noCommand = (word: string): BadInput =>
  new BadInput(`no command "${word}"; there are ${COMMANDS}`);

/** `lab help`, `lab help run`, `lab run --help`. */
const asksForHelp = (words: readonly string[]): boolean => words[0] === 'help' || askForHelp(words);

/**
 * Says what was wrong with the input, or which limit was hit, in one line; anything else that was thrown is a mistake of
 * ours.
 */
export function complain(problem: unknown, error: Streams['error']): number {
  const isLimit = problem instanceof LimitExceeded;
  if (!isLimit && !(problem instanceof BadInput)) throw problem;
  // What was typed is quoted, and may hold line breaks.
  error(`lab: ${problem.message.replaceAll(/\s+/g, ' ')}`);
  return isLimit ? 1 : 2;
}

function list(words: readonly string[], out: Streams['out']): number {
  const { flags } = parseArguments(words, { flags: ['json'], values: [], positional: 0 });
  if (flags.has('json')) {
    const rows = catalogue.map(({ slug, stage, title, question, knobs, script, bounds }) => ({
      ...{ slug, stage, title, question, knobs, script, bounds },
    }));
    out(JSON.stringify(rows, null, 2));
    return 0;
  }
  for (const { slug, stage, question } of catalogue) {
    out(`${slug.padEnd(20)} ${stage.padEnd(14)} ${question}`);
  }
  return 0;
}

function runCommand(words: readonly string[], out: Streams['out']): number {
  const { positional, values } = parseArguments(words, {
    ...{ flags: [], values: ['set', 'script', 'format'], positional: 1 },
  });
  const format = values.get('format')?.at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'mermaid') {
    throw new BadInput(`--format is text, json or mermaid, not "${format}"`);
  }
  const report = runReport(
    positional[0] ?? '',
    values.get('set') ?? [],
    values.get('script')?.at(-1),
  );
  if (format === 'json') out(JSON.stringify(report.json, null, 2));
  else out(format === 'mermaid' ? report.mermaid : runText(report));
  return 0;
}

function claims(words: readonly string[], out: Streams['out']): number {
  const { scenarios, json, part } = parseClaims(words);
  const rows = checkClaims(scenarios, part);
  out(printClaims(rows, json));
  return statusOf(rows);
}

function map(words: readonly string[], out: Streams['out']): number {
  const { flags, positional } = parseArguments(words, {
    ...{ flags: ['json'], values: [], positional: 'any' },
  });
  const groups = readScenarios(positional).map((scenario) => mapGroup(scenario));
  out(printMap(groups, flags.has('json')));
  return 0;
}
