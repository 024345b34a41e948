import { describe, expect, it } from 'vitest';

import { run } from '@/lib/engine/run';
import type { Trace } from '@/lib/engine/trace';
import { createWorld } from '@/lib/engine/world';
import { explore } from '@/lib/explorer/explore';
import { Days } from '@/lib/explorer/sampler/day';
import { livePlainly } from '@/lib/explorer/sampler/plain-day';
import { relive, reopen } from '@/lib/explorer/sampler/reopen';
import { sample } from '@/lib/explorer/sampler/sample';
import { NO_WEATHER, RATES, WEATHERS } from '@/lib/explorer/sampler/weather';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import { judgeRun } from '@/lib/outcomes/judge-run';
import { initialSettings } from '@/lib/scenario/knobs';
import { questionOf } from '@/lib/scenario/question';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';

/** Days reopened of each weather and settings. */
const DAYS = 5;

describe.each(catalogue)('a sampled day of $slug', (scenario) => {
  const questions = someSettings(scenario).map((settings) => questionOf(scenario, settings));
  /** All knobs at their first positions, and all at their last. */
  const ends = [questions[0], questions.at(-1)].filter((question) => question !== undefined);

  it('is a calm day where nothing goes wrong', () => {
    for (const question of questions) {
      const { trace } = relive(question, new Days(question, NO_WEATHER), 1);
      expect(trace).toEqual(run(question.cast, []).trace);
    }
  });

  it('opens again with the same facts, outcomes and number of events', () => {
    for (const question of questions) {
      for (const weather of WEATHERS) {
        const days = new Days(question, RATES[weather]);
        const first = createWorld(question.cast);
        for (let seed = 1; seed <= DAYS; seed += 1) {
          const { trace, outcomes } = relive(question, days, seed, first);
          expect(trace).toHaveLength(days.diary.events);
          expect(factsOf(trace)).toEqual(sampledFacts(days));
          expect(outcomes).toEqual(namesOf(days.outcomes));
        }
      }
    }
  });

  it('is what the engine alone makes of the same draws', () => {
    for (const question of questions) {
      const days = new Days(question, RATES.stormy);
      const first = createWorld(question.cast);
      for (let seed = 1; seed <= 4; seed += 1) {
        const plain = livePlainly(first, RATES.stormy, seed);
        expect(relive(question, days, seed, first).trace).toEqual(plain.trace);
      }
    }
  });

  it('is played again by its scripts, whole to the letter and short to its outcomes', () => {
    for (const question of ends) {
      const days = new Days(question, RATES.stormy);
      for (let seed = 1; seed <= DAYS; seed += 1) {
        const { trace, outcomes } = relive(question, days, seed);
        const scripts = reopen(question, days, seed);
        const short = run(question.cast, scripts?.short ?? []);
        expect([short.ending, short.unapplied]).toEqual(['quiescent', []]);
        expect(presentIn(judgeRun(short, question).outcomes)).toEqual(outcomes);
        if (!scripts?.whole) continue;
        const whole = run(question.cast, scripts.whole);
        expect([whole.ending, whole.unapplied]).toEqual(['quiescent', []]);
        const told = whole.trace.filter(({ kind }) => kind !== 'delayed');
        expect(told.map(storyOf)).toEqual(trace.map(storyOf));
      }
    }
  });

  it('is counted once for each intent, which is not answered before it is wanted', () => {
    for (const question of ends) {
      const counted = sample(question, RATES.stormy, 1, 20);
      const { calls, operations, latency, unanswered } = counted;
      const intents = counted.days * question.meant.intents.length;
      const all = [calls.of, operations.of, latency.of + unanswered];
      expect(all).toEqual([intents, intents, intents]);
      for (const { counts, of, sum } of [calls, operations, latency]) {
        expect(Number.isFinite(sum)).toBe(true);
        expect(counts.reduce((before, count) => before + count, 0)).toBe(of);
        // The last place also holds what is greater.
        const least = counts.reduce((before, count, value) => before + count * value, 0);
        expect(sum).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('has no outcome that a search within the same bounds does not find', () => {
    for (const question of ends) {
      const { outcomes, complete } = explore(question);
      const reachable = OUTCOMES.filter((name) => outcomes[name].reachable);
      expect(complete).toBe(true);
      const days = new Days(question, RATES.stormy);
      const first = createWorld(question.cast);
      let within = 0;
      for (let seed = 1; seed <= 200; seed += 1) {
        days.live(seed);
        if (days.outcomes === 0 && within > 0) continue;
        const { trace, outcomes: sampled } = relive(question, days, seed, first);
        if (!isWithin(trace, question.bounds)) continue;
        within += 1;
        for (const name of sampled) expect(reachable).toContain(name);
      }
      expect(within).toBeGreaterThan(0);
    }
  });
});

describe('what a calm day costs', () => {
  it.each([
    ['lost-response', { calls: 1, operations: 1 }],
    // Publishing is a call; the insert and the acknowledgement come after it.
    ['redelivery', { calls: 1, operations: 2 }],
    // An answer to the platform is no round trip to it, and that the customer pays is none either.
    ['webhooks', { calls: 0, operations: 1 }],
    // Record, commit, offset, and the insert at the end.
    ['transactional-log', { calls: 0, operations: 4 }],
  ])('is counted by what is asked: %s', (slug, costs) => {
    const scenario = catalogue.find((each) => each.slug === slug) as Scenario;
    const question = questionOf(scenario, initialSettings(scenario.knobs));
    const { calls, operations } = sample(question, NO_WEATHER, 1, 1);
    expect({ calls: calls.sum, operations: operations.sum }).toEqual(costs);
  });
});

// Helpers

const namesOf = (bits: number): readonly OutcomeName[] =>
  OUTCOMES.filter((_, place) => (bits & (1 << place)) !== 0);

const presentIn = (
  outcomes: Readonly<Record<OutcomeName, { readonly present: boolean }>>,
): readonly OutcomeName[] => OUTCOMES.filter((name) => outcomes[name].present);

const factsOf = (trace: Trace) => trace.flatMap(({ facts }) => facts.map(({ fact }) => fact));

const sampledFacts = ({ diary, tables }: Days) =>
  [...diary.facts.subarray(0, diary.happenings)].flatMap((list) => tables.reactions.happened(list));

const storyOf = ({ kind, atTicks, envelope, process, actor, timer, facts }: Trace[number]) => ({
  ...{ kind, atTicks, process, actor, timer, message: envelope?.message, facts },
});

/** Whether a search would have looked at a day like this. */
function isWithin(
  trace: Trace,
  bounds: { losses: number; duplicates: number; crashes: number; retries: number },
): boolean {
  const count = (kind: Trace[number]['kind']) =>
    trace.filter((entry) => entry.kind === kind).length;
  const attempts = trace
    .flatMap(({ sent }) => sent)
    .map(({ message }) => message['attempt'])
    .filter((attempt) => typeof attempt === 'number');
  return (
    count('lost') <= bounds.losses &&
    count('duplicated') <= bounds.duplicates &&
    count('crashed') <= bounds.crashes &&
    Math.max(0, ...attempts) <= bounds.retries + 1
  );
}
