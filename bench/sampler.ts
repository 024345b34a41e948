import { performance } from 'node:perf_hooks';

import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  transition,
} from 'xstate';

import { recipientOf } from '@/lib/engine/core';
import type { Fact } from '@/lib/engine/model';
import { createWorld } from '@/lib/engine/world';
import type { Question } from '@/lib/explorer/question';
import { Days } from '@/lib/explorer/sampler/day';
import { livePlainly } from '@/lib/explorer/sampler/plain-day';
import { sample } from '@/lib/explorer/sampler/sample';
import { RATES, type Weather, WEATHERS } from '@/lib/explorer/sampler/weather';
import { initialSettings, positionsOf, type Settings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';

/**
 * How many days a second the sampler lives through, their choices written down and counted, and how many
 * the same days take without its tables, in the same run:
 *
 * - `engine, plain`: the same draws by `choicesOf` and `step`, with XState asked anew for every step;
 * - `transition() alone`: the calls of XState's `transition` that the actors of these days need, one after
 *   another, and nothing else at all: no network, no clock, no draws. Nothing that asks XState for every
 *   event can be faster.
 *
 * The plain days must have the same facts as the sampled ones, or this fails.
 */
const DAYS = 10_000;
const PLAIN_DAYS = 60;
const ROUNDS = 5;

interface Row {
  readonly name: string;
  readonly events: number;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly plainPerSecond: number;
  readonly alonePerSecond: number;
}

const rows = catalogue.flatMap((scenario) =>
  [initialSettings(scenario.knobs), defended(scenario)].flatMap((settings, index) =>
    WEATHERS.map((weather) => measure(scenario, settings, weather, index === 0)),
  ),
);

const TITLES = ['events', 'cold ms', 'warm ms', 'days/s', 'plain/s', '×', 'alone/s', '×'];
console.log(`${DAYS} days, warm: median of ${ROUNDS}`.padEnd(44), TITLES.map(right).join(''));
for (const row of rows) {
  const perSecond = DAYS / (row.warmMs / 1000);
  const numbers = [
    row.events.toFixed(1),
    ...[row.coldMs, row.warmMs, perSecond, row.plainPerSecond].map((n) => n.toFixed(0)),
    (perSecond / row.plainPerSecond).toFixed(0),
    row.alonePerSecond.toFixed(0),
    (perSecond / row.alonePerSecond).toFixed(0),
  ];
  console.log(row.name.padEnd(44), numbers.map(right).join(''));
}
const ratios = rows.map(({ warmMs, alonePerSecond }) => DAYS / (warmMs / 1000) / alonePerSecond);
console.log(`times as fast as transition() alone: median ${ends(ratios, Math.min)} at least`);
console.log(`warm, ms: median ${ends(rows.map(warmOf), Math.max)} at most`);
console.log(`cold, ms: median ${ends(rows.map(coldOf), Math.max)} at most`);

// Helpers

function warmOf({ warmMs }: Row): number {
  return warmMs;
}

function coldOf({ coldMs }: Row): number {
  return coldMs;
}

function ends(numbers: readonly number[], end: typeof Math.min): string {
  return `${median(numbers).toFixed(0)}, ${end(...numbers).toFixed(0)}`;
}

function right(text: string): string {
  return text.padStart(9);
}

/** Every knob that is a choice at its last position. */
function defended({ knobs }: Scenario): Settings {
  const turned = Object.entries(knobs).flatMap(([name, knob]) =>
    knob.kind === 'choice' ? [[name, positionsOf(knob).at(-1) ?? ''] as const] : [],
  );
  return { ...initialSettings(knobs), ...Object.fromEntries(turned) };
}

function measure(scenario: Scenario, settings: Settings, weather: Weather, initial: boolean): Row {
  const question = questionOf(scenario, settings);
  const rates = RATES[weather];
  // Cold: nothing has been asked of these machines yet, so this holds all the calls of XState too.
  const [coldMs, { days, events }] = timed(() => {
    const fresh = new Days(question, rates);
    return { days: fresh, events: sample(question, rates, 1, DAYS, fresh).events };
  });
  const warm = Array.from(
    { length: ROUNDS },
    () => timed(() => sample(question, rates, 1, DAYS, days))[0],
  );
  return {
    name: `${scenario.slug}, ${initial ? 'as it opens' : 'defended'}, ${weather}`,
    events: events / DAYS,
    coldMs,
    warmMs: median(warm),
    ...plainly(question, weather, days),
  };
}

function plainly(question: Question, weather: Weather, days: Days) {
  const calls: Call[][] = [];
  const [ms] = timed(() => {
    for (let seed = 1; seed <= PLAIN_DAYS; seed += 1) {
      livePlainly(createWorld(question.cast, { memo: false }), RATES[weather], seed);
    }
  });
  for (let seed = 1; seed <= PLAIN_DAYS; seed += 1) {
    const first = createWorld(question.cast);
    const { trace } = livePlainly(first, RATES[weather], seed);
    days.live(seed);
    const plain = trace.flatMap(({ facts }) => facts.map(({ fact }) => fact));
    if (JSON.stringify(plain) !== JSON.stringify(factsOf(days))) {
      throw new Error(`day ${seed} has other facts when it is lived through plainly`);
    }
    calls.push(callsOf(question, weather, seed));
  }
  const [alone] = timed(() => {
    for (const day of calls) {
      for (const { machine, before, event } of day) transition(machine, before, event);
    }
  });
  return { plainPerSecond: perSecond(ms), alonePerSecond: perSecond(alone) };
}

function perSecond(ms: number): number {
  return PLAIN_DAYS / (ms / 1000);
}

function factsOf({ diary, tables }: Days): readonly Fact[] {
  const lists = [...diary.facts.subarray(0, diary.happenings)];
  return lists.flatMap((list) => tables.reactions.happened(list));
}

interface Call {
  readonly machine: AnyStateMachine;
  readonly before: AnyMachineSnapshot;
  readonly event: EventObject;
}

/** What the actors of a day were given, in order: the message or the timer of each entry that had a taker. */
function callsOf({ cast }: Question, weather: Weather, seed: number): Call[] {
  const calls: Call[] = [];
  const first = createWorld(cast);
  const { states } = first.system;
  livePlainly(first, RATES[weather], seed, (world, choice) => {
    if (choice.kind === 'fire') {
      const { machine, snapshot, timers } = states.get(world.core.actors[choice.actor] ?? -1);
      const event = timers[choice.timer]?.event;
      if (event) calls.push({ machine, before: snapshot, event });
    } else if (choice.kind === 'deliver') {
      const parcel = world.core.parcels[choice.parcel] ?? -1;
      const actor = recipientOf(world.system, world.core, parcel);
      if (actor) {
        const { machine, snapshot } = states.get(world.core.actors[actor.index] ?? -1);
        const event = states.event(world.system.deliveryOf(parcel));
        calls.push({ machine, before: snapshot, event });
      }
    }
  });
  return calls;
}

function timed<T>(work: () => T): readonly [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
