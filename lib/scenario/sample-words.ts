import type { Interval } from '@/lib/explorer/sampler/interval';
import { type Histogram, meanOf, quantile } from '@/lib/explorer/sampler/histogram';
import { operationsPerCall, type Sample } from '@/lib/explorer/sampler/sample';
import type { Rates } from '@/lib/explorer/sampler/weather';
import type { SampleReport } from '@/lib/scenario/sample-report';
import { counted } from '@/lib/words/counted';

/** Of days that can bring nothing: their “none” measures nothing. */
export const UNTOUCHED =
  'Nothing that these days may bring can happen here: no message of this scenario is lost, doubled or late, and nobody crashes between two events. What does harm here, its own script does.';

/** Two figures that matter, and never more than two places: `7.6`, `0.34`, `12`. */
export function figure(value: number): string {
  if (value >= 9.95) return String(Math.round(value));
  return String(Number(value.toFixed(value >= 0.995 ? 1 : 2)));
}

/** A part of all as a percentage; what is rarer than can be written so is said to be. */
export function percentWords(rate: number): string {
  const percent = rate * 100;
  if (percent === 0 || percent === 100) return `${percent} %`;
  if (percent < 0.005) return 'under 0.01 %';
  // What is not always must not read as if it were.
  if (percent >= 99.5) return `${(Math.floor(percent * 100) / 100).toFixed(2)} %`;
  return `${percent.toFixed(percent >= 9.95 ? 0 : percent >= 0.995 ? 1 : 2)} %`;
}

/** The round number that bars up to this rate are drawn to, 2 % at least: 1, 2 or 5 times a power of ten. */
export function roundScale(rate: number): number {
  // A rate of 1 % must not look like always.
  return ROUND_SCALES.find((scale) => scale >= rate) ?? 1;
}

const ROUND_SCALES = [0.02, 0.05, 0.1, 0.2, 0.5];

/** Between which rates the true one probably lies. */
export const intervalWords = ({ low, high }: Interval): string =>
  low === 0
    ? `at most ${percentWords(high)}`
    : `${percentWords(low).replace(' %', '')} to ${percentWords(high)}`;

/** What a weather is like, in numbers that can be pictured. */
export function weatherWords({ loss, duplicate, late, crash }: Rates): string {
  const [lost, twice, slow, crashed] = [loss, duplicate, late, crash].map((rate) =>
    counted(rate * 10_000),
  );
  return `Of 10,000 messages, ${lost ?? ''} are lost, ${twice ?? ''} come twice and ${slow ?? ''} are late; of 10,000 events of a server, ${crashed ?? ''} end in a crash.`;
}

/** How numbers lie, in a sentence. */
export function spreadWords(histogram: Histogram, unit: '' | ' ms' = '', scale = 1): string {
  if (histogram.of === 0) return 'There were none.';
  const words = (value: number): string => counted(value * scale);
  const most = histogram.counts.length - 1;
  if (quantile(histogram, 0) === most) return `Always ${words(most)}${unit}.`;
  const mean = meanOf(histogram) * scale;
  const average = unit === '' ? figure(mean) : counted(mean);
  const [half, nearlyAll] = [0.5, 0.99].map((part) => words(quantile(histogram, part)));
  return `${average}${unit} on average; half at most ${half ?? ''}, 99 % at most ${nearlyAll ?? ''}, never more than ${words(most)}.`;
}

/** Where an operation goes that is counted. */
const BEHIND = 'stores, queues and providers';

/** What is told of the costs, in this order. */
const COSTS = [
  { title: 'Calls from clients, per intent', of: 'calls', counts: 'calls', unit: '' },
  {
    title: `Round trips to ${BEHIND}, per intent`,
    of: 'operations',
    counts: 'round trips',
    unit: '',
  },
  {
    title: 'Until the final answer, in virtual ms',
    of: 'latency',
    counts: 'virtual ms',
    unit: ' ms',
  },
] as const;

/**
 * The costs that there are, or all of them while nothing is known. Where nobody is a client there are no calls, and
 * where an answer takes no time there is no time to show: that they are always 0 says nothing.
 */
export const costsOf = (sample: Sample | null) =>
  COSTS.filter(({ of }) => sample === null || sample[of].sum > 0 || sample[of].of === 0);

/** What the settings cost, against those at which the scenario opens. */
export function costWords({ sample, undefended }: SampleReport): string {
  const samples = undefended ? [sample, undefended] : [sample];
  if (samples.every(({ operations }) => operations.sum === 0)) {
    return `No round trip to ${BEHIND} was made on any of these days.`;
  }
  // Without clients there are no requests to count by.
  const isByCall = samples.every(({ calls }) => calls.sum > 0);
  const [one, costOf] = isByCall
    ? ['request', (it: Sample) => operationsPerCall(it) ?? 0]
    : ['intent', (it: Sample) => meanOf(it.operations)];
  const here = costOf(sample);
  const each = `each ${one} takes ${roundTrips(here)} to ${BEHIND}`;
  if (!undefended) {
    return `With the settings at which this page opens, ${each}. Turn a knob, and this says what it adds.`;
  }
  const there = costOf(undefended);
  const more = here - there;
  const before = `where it took ${figure(there)} with the settings at which this page opens`;
  if (Math.abs(more) < 0.005) return `No extra round trips: ${each}, as with those settings.`;
  return more > 0
    ? `${roundTrips(more, 'extra ')} per ${one}: ${each}, ${before}.`
    : `${roundTrips(-more)} per ${one} fewer: ${each}, ${before}.`;
}

const roundTrips = (count: number, which = ''): string =>
  `${figure(count)} ${which}round ${figure(count) === '1' ? 'trip' : 'trips'}`;

/** One bar of a plot: values from `from` to `to`, both included. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A histogram in at most so many bins of equal width, from 0 to the greatest value. */
export function binsOf({ counts }: Histogram, binsMax: number): readonly Bin[] {
  const width = Math.max(1, Math.ceil(counts.length / binsMax));
  return Array.from({ length: Math.ceil(counts.length / width) }, (_, place) => {
    const from = place * width;
    const within = counts.slice(from, from + width);
    return { from, to: from + width - 1, count: within.reduce((sum, count) => sum + count, 0) };
  });
}
