/**
 * How fast the explorer searches, and how much its reductions leave, each figure beside its baseline in
 * the same run: the same search that asks XState for every successor, one written by hand for this one
 * scenario, Spin, and the search that XState ships. The ratios count, the times are this machine's.
 */
import { performance } from 'node:perf_hooks';

import { MachineSteps } from '@/lib/engine/machine-steps';
import { bruteForce } from '@/lib/explorer/brute-force';
import { explore } from '@/lib/explorer/explore';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import type { Reductions } from '@/lib/explorer/reductions/canonical';
import { ReducedSearch } from '@/lib/explorer/reductions/reduced-search';
import { Search } from '@/lib/explorer/search/search';
import { drained } from '@/lib/explorer/steps';
import { Tables } from '@/lib/explorer/tables/tables';
import { searchInTurns } from '@/lib/explorer/turns';
import { allSettings, initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { withoutStory } from '@/lib/scenario/retell';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { FIRST_LESSONS } from '@/simulations/first-lessons';

import { runSpin, spinIsInstalled } from '../scripts/spin/run-spin.ts';

import { explorePacked } from './oracles/lost-response-packed.ts';
import { searchedByXStateGraph } from './oracles/xstate-graph.ts';

/**
 * Large enough that starting does not count; equal in states and choices for all who search it. In the
 * last, of nine million states, the memory costs most.
 */
const LARGE = [
  { key: 'none', retries: 1, losses: 2, duplicates: 1, rounds: 5 },
  { key: 'per-intent', retries: 2, losses: 2, duplicates: 1, rounds: 5 },
  { key: 'per-intent', retries: 2, losses: 2, duplicates: 2, rounds: 3 },
] as const;
const LARGE_STATES_MAX = 20_000_000;
/** The slow ones get as far as this. */
const SLOW_STATES_MAX = 3_000;
const GRAPH_EDGES_MAX = 30_000;

for (const large of LARGE) compareSpeeds(large);
compareWithXStateGraph();
compareReductions();

function compareSpeeds(large: (typeof LARGE)[number]): void {
  const question = asked(large);
  const rates = new Map<string, number[]>();
  const note = (name: string, states: number, seconds: number): void => {
    rates.set(name, [...(rates.get(name) ?? []), states / seconds]);
  };
  let told = '';
  for (let round = 0; round < large.rounds; round += 1) {
    const whole = timed(() => searched(question));
    note('explorer', whole.result.states.size, whole.seconds);
    const packed = timed(() => explorePacked(large));
    note('written by hand', packed.result.states, packed.seconds);
    if (packed.result.states !== whole.result.states.size) throw new Error('They count otherwise');
    if (spinIsInstalled()) {
      const spin = runSpin('lost-response', definesOf(large), { judge: false });
      if (spin.counts.states !== packed.result.states) throw new Error('Spin counts otherwise');
      note('Spin, -O2, exact, depth first', spin.counts.states, spin.seconds);
    }
    if (round < 2) {
      const slow = timed(() => bruteForce(question, { statesMax: SLOW_STATES_MAX, summary: true }));
      note('XState asked each time, JSON keys', slow.result.states, slow.seconds);
    }
    told = `  ${movesOf(whole.result)}\n  ${bytesOf(whole.result)}`;
  }
  const { key, retries, losses, duplicates } = large;
  console.log(
    `\nlost-response key=${key}, at most ${losses} lost, ${duplicates} doubled, ${retries} retries; states a second, median of ${large.rounds}`,
  );
  const own = median(rates.get('explorer') ?? []);
  for (const [name, all] of rates) {
    const rate = median(all);
    const ratio = name === 'explorer' ? '' : `explorer ÷ this: ${(own / rate).toFixed(2)}`;
    console.log(`  ${name.padEnd(36)} ${String(Math.round(rate)).padStart(9)}  ${ratio}`);
  }
  console.log(told);
}

/** It keeps every edge in one array that it shifts, so its rate falls with size: this is its first stretch. */
function compareWithXStateGraph(): void {
  const question = asked(LARGE[1]);
  const graph = timed(() => searchedByXStateGraph(question, GRAPH_EDGES_MAX));
  const whole = timed(() => searched(question));
  const [a, b] = [graph.result / graph.seconds, whole.result.states.size / whole.seconds];
  console.log(
    `\nxstate/graph on the same machines, canonical serializer: ${Math.round(a)} states a second in its first ${graph.result}; explorer ${Math.round(b)}: ${(b / a).toFixed(0)} times`,
  );
}

function compareReductions(): void {
  console.log(
    '\nstates, everything against what is looked at for a verdict; and milliseconds to verdict and shortest script',
  );
  const ratios: number[] = [];
  for (const scenario of catalogue.filter(({ slug }) => FIRST_LESSONS.includes(slug))) {
    for (const settings of allSettings(withoutStory(scenario.knobs))) {
      const question = questionOf(scenario, settings);
      const whole = searched(question).states.size;
      // Before anything else is asked of these machines.
      const quick = timed(() => explore(question));
      const { left, how } = verdictStates(question);
      ratios.push(whole / left);
      const knobs = Object.values(settings).join(' ');
      console.log(
        `  ${`${scenario.slug} ${knobs}`.padEnd(46)} ${String(whole).padStart(7)} ${String(left).padStart(7)} ${how} ${`1 in ${(whole / left).toFixed(1)}`.padStart(12)} ${(quick.seconds * 1000).toFixed(0).padStart(6)} ms`,
      );
    }
  }
  console.log(
    `  median 1 in ${median(ratios).toFixed(1)}, least 1 in ${Math.min(...ratios).toFixed(1)}`,
  );
}

/** States of the search that decides all five outcomes, in time or without. */
function verdictStates(question: Question): { readonly left: number; readonly how: string } {
  const begin = (inTime: boolean, reductions: Reductions): ReducedSearch =>
    new ReducedSearch(new Tables(question, { timed: inTime }), question, reductions, {
      ...{ lastFirst: true, isStuck: () => false },
    });
  const { states, tables } = drained(searchInTurns(begin, EXPLORER_LIMITS.statesMax)).search;
  return { left: states.size, how: tables.system.timed ? 'in time' : 'untimed' };
}

// Helpers

function asked({ key, retries, losses, duplicates }: (typeof LARGE)[number]): Question {
  const scenario = scenarioBySlug('lost-response');
  if (!scenario) throw new Error('There is no scenario to search');
  const settings = { ...initialSettings(scenario.knobs), key, retries };
  return questionOf(scenario, settings, { losses, duplicates, retries });
}

function searched(question: Question): Search {
  // Cold: nothing that was asked of XState before is known.
  const steps = new MachineSteps();
  const search = new Search(new Tables(question, { timed: true, steps }), question, {
    ...{ isStuck: () => false, statesMax: LARGE_STATES_MAX },
  });
  search.advance();
  return search;
}

function movesOf({ transitions, made }: Search): string {
  return `moves: ${transitions}, of which ${made} were made; the others commute`;
}

function bytesOf({ states }: Search): string {
  const each = (bytes: number): string => (bytes / states.size).toFixed(0);
  return `bytes a state: ${states.bytes.exact} exact (row, parent and move), ${each(states.bytes.needed)} with its index, ${each(states.bytes.held)} held`;
}

function definesOf({
  key,
  retries,
  losses,
  duplicates,
}: (typeof LARGE)[number]): readonly string[] {
  const model = key === 'per-intent' ? ['KEY_PER_INTENT'] : [];
  return [...model, `RETRIES=${retries}`, `LOSSES=${losses}`, `DUPLICATES=${duplicates}`];
}

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
