import { Days } from '@/lib/explorer/sampler/day';
import { reopen, type Scripts } from '@/lib/explorer/sampler/reopen';
import { type Sample, sampler } from '@/lib/explorer/sampler/sample';
import { RATES, type Weather } from '@/lib/explorer/sampler/weather';
import { retold } from '@/lib/explorer/steps';
import { initialSettings, type Settings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import { withoutStory } from '@/lib/scenario/retell';
import type { Scenario } from '@/lib/scenario/scenario';

/** Which days are wanted: plain data. */
export interface SampleRequest {
  readonly settings: Settings;
  readonly weather: Weather;
  readonly firstSeed: number;
  readonly days: number;
}

/** What came of them, and of the same days under the settings at which the scenario opens. */
export interface SampleReport {
  readonly sample: Sample;
  /** Null where the settings are those at which it opens. */
  readonly undefended: Sample | null;
  /** Virtual ms in a tick. */
  readonly tickMs: number;
  /** Nothing of what a day may bring can happen here: no weather is bad for it. */
  readonly isUntouched: boolean;
}

/** Samples a scenario. Yields now and then how much of it is done, from 0 to 1. */
export function* samplingOf(
  scenario: Scenario,
  { settings, weather, firstSeed, days }: SampleRequest,
): Generator<number, SampleReport> {
  const initial = initialSettings(scenario.knobs);
  const isInitial = Object.keys(withoutStory(initial)).every(
    (name) => initial[name] === settings[name],
  );
  const of = function* (these: Settings): Generator<number, Sample> {
    const question = questionOf(scenario, these);
    return yield* sampler(question, new Days(question, RATES[weather]), firstSeed, days);
  };
  const share = isInitial ? 1 : 0.5;
  const sample = yield* retold(of(settings), (done) => (share * done) / days);
  const undefended = isInitial
    ? null
    : yield* retold(of(initial), (done) => share + (share * done) / days);
  const { tickMs, links } = scenario.cast(settings);
  const mayBeLate = links.some(({ usualTicks, latestTicks }) => latestTicks > usualTicks);
  return { sample, undefended, tickMs, isUntouched: sample.faults === 0 && !mayBeLate };
}

/** Writes scripts of days, one at a time, for whoever wants to open them. */
export class DayScripts {
  readonly #question: ReturnType<typeof questionOf>;
  readonly #days: Days;

  constructor(scenario: Scenario, { settings, weather }: SampleRequest) {
    this.#question = questionOf(scenario, settings);
    this.#days = new Days(this.#question, RATES[weather]);
  }

  of(seed: number): Scripts | null {
    return reopen(this.#question, this.#days, seed);
  }
}

/** The days that are named as examples, each once, rarer things first. */
export function examplesOf({ outcomes, harmless }: Sample): readonly number[] {
  const groups = [...Object.values(outcomes), harmless].toSorted((a, b) => a.days - b.days);
  return [...new Set(groups.flatMap(({ seeds }) => seeds))];
}
