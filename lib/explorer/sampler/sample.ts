import type { IntentId } from '@/lib/engine/model';
import type { Question } from '@/lib/explorer/question';
import { Days } from '@/lib/explorer/sampler/day';
import { Counter, type Histogram } from '@/lib/explorer/sampler/histogram';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import type { Rates } from '@/lib/explorer/sampler/weather';
import { drained } from '@/lib/explorer/steps';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';

/** So many days, and the seeds of the first of them. */
export interface Counted {
  readonly days: number;
  readonly seeds: readonly number[];
}

/** What many days amount to: plain data. */
export interface Sample {
  readonly days: number;
  readonly firstSeed: number;
  readonly outcomes: Readonly<Record<OutcomeName, Counted>>;
  /** Days with none of the outcomes. */
  readonly harmless: Counted;
  /** Days with one of them, or more. */
  readonly harmed: number;
  /** Days that hit a limit. What had happened by then is counted, what had not is not. */
  readonly cutOff: number;
  /** What clients asked, for each intent of each day. */
  readonly calls: Histogram;
  /** What anybody else asked of stores, databases, queues and providers, likewise. */
  readonly operations: Histogram;
  /** Ticks from an intent's opening, or the first of all, to its first final answer, of those that got one. */
  readonly latency: Histogram;
  /** Intents that got no final answer. */
  readonly unanswered: number;
  /** Entries in all traces together. */
  readonly events: number;
  /** Messages lost and doubled, and crashes, on all days together. */
  readonly faults: number;
}

/** Lives through so many days before it says how far it has come. */
const SLICE = 512;

/** Samples to the end. `sampler` does the same a slice at a time. */
export function sample(
  question: Question,
  rates: Rates,
  firstSeed: number,
  count: number,
  days = new Days(question, rates),
): Sample {
  return drained(sampler(question, days, firstSeed, count));
}

/** Lives through `count` days from a seed on. Yields now and then how many are done, for whoever shows progress. */
export function* sampler(
  question: Question,
  days: Days,
  firstSeed: number,
  count: number,
): Generator<number, Sample> {
  const tally = new Tally(question, firstSeed);
  for (let done = 0; done < count; done += 1) {
    if (done > 0 && done % SLICE === 0) yield done;
    days.live(firstSeed + done);
    tally.add(days, firstSeed + done);
  }
  return tally.sample;
}

/** Days being counted. */
class Tally {
  readonly #firstSeed: number;
  readonly #openings: readonly number[];
  readonly #byOutcome = OUTCOMES.map(() => new Seeds());
  readonly #harmless = new Seeds();
  readonly #calls = new Counter();
  readonly #operations = new Counter();
  readonly #latency = new Counter();
  #days = 0;
  #harmed = 0;
  #cutOff = 0;
  #unanswered = 0;
  #events = 0;
  #faults = 0;

  constructor({ cast, meant }: Question, firstSeed: number) {
    this.#firstSeed = firstSeed;
    this.#openings = meant.intents.map(({ id }) => openedAt(cast, id));
  }

  add({ outcomes, cutOff, diary, costs }: Days, seed: number): void {
    this.#days += 1;
    this.#events += diary.events;
    this.#faults += diary.faults;
    if (cutOff) this.#cutOff += 1;
    if (outcomes !== 0) this.#harmed += 1;
    else if (!cutOff) this.#harmless.add(seed);
    for (let place = 0; place < OUTCOMES.length; place += 1) {
      if ((outcomes & (1 << place)) !== 0) this.#byOutcome[place]?.add(seed);
    }
    const { calls, operations, answeredAt } = costs;
    for (let intent = 0; intent < this.#openings.length; intent += 1) {
      this.#calls.add(calls[intent] as number);
      this.#operations.add(operations[intent] as number);
      const answered = answeredAt[intent] as number;
      if (answered < 0) this.#unanswered += 1;
      else this.#latency.add(answered - (this.#openings[intent] as number));
    }
  }

  get sample(): Sample {
    const outcomes = Object.fromEntries(
      OUTCOMES.map((name, place) => [name, this.#byOutcome[place]?.counted]),
    ) as Sample['outcomes'];
    return {
      ...{ days: this.#days, firstSeed: this.#firstSeed, outcomes },
      ...{ harmless: this.#harmless.counted, harmed: this.#harmed, cutOff: this.#cutOff },
      ...{ calls: this.#calls.histogram, operations: this.#operations.histogram },
      ...{ latency: this.#latency.histogram, unanswered: this.#unanswered },
      ...{ events: this.#events, faults: this.#faults },
    };
  }
}

/** What no opening names is wanted as a part of something else, and so from the first opening on. */
function openedAt({ openings }: Question['cast'], intent: IntentId): number {
  const own = openings.filter(({ message }) => message.intent === intent);
  return Math.min(...(own.length > 0 ? own : openings).map(({ atTicks }) => atTicks));
}

class Seeds {
  #days = 0;
  readonly #seeds: number[] = [];

  add(seed: number): void {
    this.#days += 1;
    if (this.#seeds.length < SAMPLER_LIMITS.examplesMax) this.#seeds.push(seed);
  }

  get counted(): Counted {
    return { days: this.#days, seeds: this.#seeds };
  }
}

/** Operations at stores for each call of a client: what one request costs behind the door. Null without calls. */
export const operationsPerCall = ({ calls, operations }: Sample): number | null =>
  calls.sum === 0 ? null : operations.sum / calls.sum;
