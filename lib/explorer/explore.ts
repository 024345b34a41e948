import type { Script } from '@/lib/engine/directive';
import type { Trace } from '@/lib/engine/trace';
import { createWorld, type World } from '@/lib/engine/world';
import { follow } from '@/lib/explorer/follow';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { minimalScript } from '@/lib/explorer/minimise';
import type { Question } from '@/lib/explorer/question';
import {
  ALL_REDUCTIONS,
  INERT_ONLY,
  NO_REDUCTIONS,
  reducing,
  type Reductions,
  STEPS_KEPT,
} from '@/lib/explorer/reductions/canonical';
import { ALL_OUTCOMES, Search } from '@/lib/explorer/search/search';
import { Stuckness } from '@/lib/explorer/tables/stuck';
import { Tables } from '@/lib/explorer/tables/tables';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/judge';

/** What a search says of one outcome. */
export type Reach =
  | { readonly reachable: false }
  | {
      readonly reachable: true;
      /** As few directives as show it. */
      readonly script: Script;
      /** How many steps the shortest way to it has. */
      readonly steps: number;
    };

export interface Answer {
  readonly outcomes: Readonly<Record<OutcomeName, Reach>>;
  /** States visited, and choices taken, over all the searches that it took. */
  readonly states: number;
  readonly transitions: number;
  /** False if a limit was hit first: then what was not found may still be there. */
  readonly complete: boolean;
}

export interface Progress {
  readonly states: number;
  readonly transitions: number;
}

export interface ExploreOptions {
  readonly statesMax?: number;
  /** All schedules one by one, with nothing overlooked. */
  readonly unreduced?: boolean;
}

/** Looks at so many states before it says how far it has come. */
const SLICE = 2_048;

/** Searches to the end. `explorer` does the same a slice at a time. */
export function explore(question: Question, options: ExploreOptions = {}): Answer {
  const steps = explorer(question, options);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/**
 * Searches all schedules within the bounds: which outcomes can any of them bring about, and how most
 * shortly? Yields now and then, so that whoever runs it can show progress or stop.
 *
 * First without time, where every duration is nothing: that allows more than reality, so what is not
 * found there is nowhere, and there are far fewer states. What is found there is then looked for in
 * time, along the shortest way if time allows it, and otherwise by a search that keeps time.
 */
export function* explorer(
  question: Question,
  { statesMax = EXPLORER_LIMITS.statesMax, unreduced = false }: ExploreOptions = {},
): Generator<Progress, Answer> {
  const work = new Work(question, statesMax);
  if (unreduced) {
    const search = yield* work.search(new Tables(question, { timed: true }), NO_REDUCTIONS);
    return work.finish(search.found & ~work.take(search), search.complete);
  }
  const untimed = new Tables(question, { timed: false });
  const fewStates = Math.min(EXPLORER_LIMITS.untimedStatesMax, statesMax);
  const all = yield* work.search(untimed, ALL_REDUCTIONS, ALL_OUTCOMES, fewStates);
  let wanted = all.found;
  let complete = true;
  if (all.complete) {
    const shortest = yield* work.search(untimed, STEPS_KEPT, wanted);
    wanted &= ~work.take(shortest);
  } else wanted = ALL_OUTCOMES;
  if (wanted === 0) return work.finish(wanted, complete);
  const timed = new Tables(question, { timed: true });
  // Nothing was ruled out yet: the whole of it has to be seen, and that is quickest with all reductions.
  if (!all.complete) {
    const whole = yield* work.search(timed, ALL_REDUCTIONS);
    [wanted, complete] = [whole.found, whole.complete];
  }
  for (const reductions of [STEPS_KEPT, INERT_ONLY, NO_REDUCTIONS]) {
    if (wanted === 0) break;
    const shortest = yield* work.search(timed, reductions, wanted);
    // One that hit its limit has not found what may be there all the same.
    complete &&= shortest.complete;
    // Time is kept, so what was found is there. Which of the handlers did what may have been lost from sight.
    wanted &= shortest.found & ~work.take(shortest);
  }
  return work.finish(wanted, complete);
}

/** What has been found so far, and what it took. */
class Work {
  #states = 0;
  #transitions = 0;
  #symmetric = true;
  readonly #reached = new Map<OutcomeName, Reach>();
  readonly #question: Question;
  readonly #statesMax: number;
  /** The world in time, in which what was found is played. */
  readonly #first: World;

  constructor(question: Question, statesMax: number) {
    this.#question = question;
    this.#first = createWorld(question.cast);
    this.#statesMax = statesMax;
  }

  /** One search, again and again until nothing that it overlooked proves to matter. */
  *search(
    tables: Tables,
    reductions: Reductions,
    wanted = ALL_OUTCOMES,
    statesMax = this.#statesMax,
  ): Generator<Progress, Search> {
    const stuckness = new Stuckness(tables, this.#question, this.#first.system);
    let trying: Reductions | null = this.#allowed(reductions);
    for (;;) {
      const { canonical, isBroken, instead } = reducing(tables, trying);
      const search = new Search(tables, this.#question, {
        ...{ canonical, wanted, statesMax },
        isStuck: (situation) => stuckness.isStuck(situation),
      });
      while (!isBroken() && !search.advance(SLICE)) {
        yield {
          states: this.#states + search.states.size,
          transitions: this.#transitions + search.transitions,
        };
      }
      this.#states += search.states.size;
      this.#transitions += search.transitions;
      trying = instead();
      if (trying === null) return search;
      this.#symmetric &&= trying.symmetry;
    }
  }

  /** What has proved wrong once is not tried again. */
  #allowed(reductions: Reductions): Reductions {
    return { ...reductions, symmetry: reductions.symmetry && this.#symmetric };
  }

  /** Plays what a search found, as far as there is such a schedule. Returns what could be played. */
  take(search: Search): number {
    let taken = 0;
    OUTCOMES.forEach((name, place) => {
      const goal = search.firsts[place] ?? -1;
      if (goal < 0 || this.#reached.has(name)) return;
      const trace = follow(this.#first, this.#question.bounds, search, goal);
      if (!trace) return;
      this.#reached.set(name, this.#reach(name, trace));
      taken |= 1 << place;
    });
    return taken;
  }

  #reach(name: OutcomeName, trace: Trace): Reach {
    const script = minimalScript(this.#first, this.#question, trace, name);
    return { reachable: true, script, steps: trace.length };
  }

  /** The answer. `unshown` has been found in time and could not be played, which must not be passed over. */
  finish(unshown: number, complete: boolean): Answer {
    if (unshown !== 0) {
      throw new Error('A search found what can’t be played. That is a mistake of the search.');
    }
    const outcomes = Object.fromEntries(
      OUTCOMES.map((name) => [name, this.#reached.get(name) ?? { reachable: false }]),
    ) as Answer['outcomes'];
    return { outcomes, states: this.#states, transitions: this.#transitions, complete };
  }
}
