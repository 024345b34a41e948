import { performance } from 'node:perf_hooks';

import { initialTransition, transition } from 'xstate';

import { run } from '@/lib/engine/run';
import { walk } from '@/lib/engine/walk';
import { createWorld } from '@/lib/engine/world';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScript } from '@/lib/scenario/play';
import { catalogue } from '@/simulations/catalogue';
import { keyStore } from '@/simulations/actors/key-store';

/**
 * How many steps a second the engine makes, with transitions memoised and without, measured in one go
 * so that the two can be compared; and what one plain call of XState's `transition` costs on this machine.
 */
const ROUNDS = 7;
const WALKS = 40;
const RUNS = 40;

type Work = (memo: boolean) => number;

/** Steps that any choices lead to. One world is walked again and again, as a search would. */
const walks: Work = (memo) => {
  let steps = 0;
  for (const scenario of catalogue) {
    const first = createWorld(scenario.cast(initialSettings(scenario.knobs)), { memo });
    for (let seed = 1; seed <= WALKS; seed += 1) steps += walk(first, picks(seed)).trace.length;
  }
  return steps;
};

/** Steps of the scenarios' own scripts, each run from a fresh world, as a turn of a knob does. */
const runs: Work = (memo) => {
  let steps = 0;
  for (const scenario of catalogue) {
    const settings = initialSettings(scenario.knobs);
    const [cast, script] = [scenario.cast(settings), ownScript(scenario, settings)];
    for (let time = 0; time < RUNS; time += 1) steps += run(cast, script, { memo }).trace.length;
  }
  return steps;
};

/** Calls of XState alone: the base line. */
const plain: Work = () => {
  const calls = 5_000;
  const event = { type: 'key.read', intent: 'A', from: 'api', key: 'key-A' } as const;
  let [snapshot] = initialTransition(keyStore);
  for (let call = 0; call < calls; call += 1) [snapshot] = transition(keyStore, snapshot, event);
  return calls;
};

const rows: readonly (readonly [string, Work, boolean])[] = [
  ['walks, memoised', walks, true],
  ['walks, plain', walks, false],
  ['own scripts, memoised', runs, true],
  ['own scripts, plain', runs, false],
  ['transition() alone', plain, true],
];

// The kinds of work take turns, so that what else the machine is doing falls on all of them alike.
const rates = new Map<string, number[]>(rows.map(([name]) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, work, memo] of rows) {
    const start = performance.now();
    const done = work(memo);
    const rate = done / ((performance.now() - start) / 1000);
    // The first round warms up.
    if (round > 0) rates.get(name)?.push(rate);
  }
}

console.log(`per second, ${ROUNDS} rounds`.padEnd(28), '  median    lowest   highest');
for (const [name, all] of rates) {
  const numbers = [median(all), Math.min(...all), Math.max(...all)];
  console.log(name.padEnd(28), numbers.map((n) => String(Math.round(n)).padStart(8)).join('  '));
}
for (const kind of ['walks', 'own scripts']) {
  const [memoised, unmemoised] = [`${kind}, memoised`, `${kind}, plain`].map((name) =>
    median(rates.get(name) ?? []),
  );
  const ratio = (memoised ?? 0) / (unmemoised ?? 1);
  console.log(`${kind}: memoised is ${ratio.toFixed(2)} times as fast as plain`);
}

// Helpers

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Forty numbers that look drawn, the same for the same seed (mulberry32). */
function picks(seed: number): readonly number[] {
  let state = seed;
  return Array.from({ length: 40 }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}
