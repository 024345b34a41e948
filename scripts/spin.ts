import { OUTCOMES } from '@/lib/outcomes/outcome';
import { thenText } from '@/lib/scenario/claim-words';

import { explorePacked } from '../bench/oracles/lost-response-packed.ts';

import { parseArguments } from './arguments.ts';
import { runCommand } from './command-line.ts';
import { explorerVerdicts, type Question, type Searched } from './spin/explorer-verdicts.ts';
import { type Asked, definesOf, nameOf, questions } from './spin/models.ts';
import { runSpin, spinIsInstalled } from './spin/run-spin.ts';
import { compareSpeeds } from './spin/speed.ts';

const USAGE = `usage:
  npm run spin [-- --speed]
Asks Spin what the explorer is asked, and says where the two differ. --speed times Spin and the packed search instead.
exit status: 0 they agree, 1 they differ or nothing was compared, 2 input that can't be read`;

/**
 * Asks Spin what the explorer is asked, by models of its own, and says where the two differ: in what can
 * happen, and in how much there is to search. What a lesson claims of all schedules must hold as well.
 * `--speed` times Spin and the packed search in place of that.
 */
await runCommand(
  'spin',
  () => {
    const { flags } = parseArguments(process.argv.slice(2), {
      ...{ flags: ['speed'], values: [], positional: 0 },
    });
    // Whoever asks for a second opinion and gets none must not take that for agreement.
    if (!spinIsInstalled()) throw new Error('Spin is not installed (Debian: apt install spin gcc)');
    if (flags.has('speed')) {
      compareSpeeds();
      return;
    }
    const differences = questions().flatMap(compare);
    if (differences.length > 0) throw new Error(`differences: ${differences.length}`);
  },
  USAGE,
);

function compare(question: Asked): readonly string[] {
  const spin = runSpin(question.scenario.slug, definesOf(question));
  const explorer = explorerVerdicts(question);
  const packed = packedVerdicts(question);
  const differences = [
    ...differencesBetween(spin, explorer, 'the explorer'),
    ...(packed ? differencesBetween(spin, packed, 'the packed search') : []),
    ...question.claims
      .filter(({ then }) => !holds(then, spin))
      .map(({ then }) => `the lesson claims "${thenText(then)}"`),
  ];
  console.log(nameOf(question));
  console.log(`  Spin: ${textOf(spin)}`);
  if (packed) console.log(`  packed search: ${textOf(packed)}`);
  console.log(`  explorer: ${textOf(explorer)}`);
  for (const difference of differences) console.log(`  DIFFERENT: ${difference}`);
  return differences;
}

/** The hand-written search, for the one scenario that it knows. */
function packedVerdicts({ scenario, settings, bounds }: Question): Searched | null {
  if (scenario.slug !== 'lost-response') return null;
  const key = settings['key'] === 'per-intent' ? 'per-intent' : 'none';
  const found = explorePacked({ ...bounds, key });
  const shown: Readonly<Record<string, unknown>> = { ...found };
  return { reachable: new Set(OUTCOMES.filter((name) => shown[name] === true)), counts: found };
}

function differencesBetween(spin: Searched, other: Searched, name: string): readonly string[] {
  const verdicts = OUTCOMES.filter(
    (outcome) => spin.reachable.has(outcome) !== other.reachable.has(outcome),
  ).map((outcome) => `only ${spin.reachable.has(outcome) ? 'Spin' : name} reaches ${outcome}`);
  const sameSize =
    other.counts.states === spin.counts.states &&
    other.counts.transitions === spin.counts.transitions;
  return sameSize ? verdicts : [...verdicts, `${name} counts otherwise than Spin`];
}

function holds(then: Asked['claims'][number]['then'], { reachable }: Searched): boolean {
  if (typeof then === 'object' || then === 'safe' || then === 'unknown')
    return reachable.size === 0;
  return reachable.has(then);
}

function textOf({ reachable, counts }: Searched): string {
  const size = `${counts.states} states, ${counts.transitions} choices`;
  return `${[...reachable].join(', ') || 'none of the five'}; ${size}`;
}
