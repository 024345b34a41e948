import type { Script } from '@/lib/engine/directive';
import type { Trace } from '@/lib/engine/trace';
import { createWorld, type World } from '@/lib/engine/world';
import { follow } from '@/lib/explorer/follow';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { minimalScript } from '@/lib/explorer/minimise';
import type { Question } from '@/lib/explorer/question';
import {
  NO_REDUCTIONS,
  type Reductions,
  STEPS_KEPT,
  WITHOUT_SYMMETRY,
} from '@/lib/explorer/reductions/canonical';
import { ReducedSearch } from '@/lib/explorer/reductions/reduced-search';
import { ALL_OUTCOMES, type Search, type SearchOptions } from '@/lib/explorer/search/search';
import { drained, retold } from '@/lib/explorer/steps';
import { bitsOf } from '@/lib/explorer/tables/recollections';
import { Stuckness } from '@/lib/explorer/tables/stuck';
import { Tables } from '@/lib/explorer/tables/tables';
import { searchInTurns } from '@/lib/explorer/turns';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';

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
  /**
   * True if schedules were left where more retries would come than the bound allows. Their ends have not been seen, so
   * what was not found may still be there, as if a limit had been hit.
   */
  readonly beyond: boolean;
}

export interface Progress {
  readonly states: number;
  readonly transitions: number;
}

export interface ExploreOptions {
  /**
   * The limit on each of the searches that an answer takes; together they may visit more. It is not shared out among
   * them: what the first ones try in vain would be taken from the one that comes to its end.
   */
  readonly statesMax?: number;
  /** All states one by one, with none taken for like another. */
  readonly unreduced?: boolean;
}

/** What is there as soon as it happens, whatever follows: as bits. */
const THERE_AT_ONCE = bitsOf((name) => name === 'duplicate' || name === 'wrongReply');

/** Searches to the end. `explorer` does the same a slice at a time. */
export function explore(question: Question, options: ExploreOptions = {}): Answer {
  return drained(explorer(question, options));
}

/**
 * Searches all schedules within the bounds: which outcomes can any of them bring about, and how most
 * shortly? Yields now and then, so that whoever runs it can show progress or stop.
 *
 * Without time every duration is nothing: that allows more than reality, so what is not found there is
 * nowhere. What is found there is then looked for in time, along the shortest way if time allows it, and
 * otherwise by a search that keeps time.
 */
export function* explorer(
  question: Question,
  { statesMax = EXPLORER_LIMITS.statesMax, unreduced = false }: ExploreOptions = {},
): Generator<Progress, Answer> {
  const work = new Work(question, statesMax);
  if (unreduced) {
    const search = yield* work.search(true, NO_REDUCTIONS);
    return work.finish(search.found & ~work.take(search), search);
  }
  const { search: whole, reductions: used } = yield* work.searchInTurns();
  const { beyond } = whole;
  let { complete, found: wanted } = whole;
  if (!whole.tables.system.timed) {
    const shortest = yield* work.search(false, STEPS_KEPT, wanted);
    wanted &= ~work.take(shortest);
  } else if (!used.eager) wanted &= ~work.take(whole, THERE_AT_ONCE);
  for (const reductions of [STEPS_KEPT, WITHOUT_SYMMETRY, NO_REDUCTIONS]) {
    if (wanted === 0) break;
    const shortest = yield* work.search(true, reductions, wanted);
    // One that hit its limit has not found what may be there all the same.
    complete &&= shortest.complete;
    // Time is kept, so what was found is there. Which of the handlers did what may have been lost from sight.
    wanted &= shortest.found & ~work.take(shortest);
  }
  return work.finish(wanted, { complete, beyond });
}

/** What searches in time, or without, look up: filled once, however many there are. */
interface Grounds {
  readonly tables: Tables;
  readonly stuckness: Stuckness;
}

/** What has been found so far, and what it took. */
class Work {
  readonly #begun: ReducedSearch[] = [];
  readonly #reached = new Map<OutcomeName, Reach>();
  readonly #question: Question;
  readonly #statesMax: number;
  readonly #grounds: { timed?: Grounds; untimed?: Grounds } = {};
  /** The world in time, in which what was found is played. */
  readonly #first: World;

  constructor(question: Question, statesMax: number) {
    this.#question = question;
    this.#first = createWorld(question.cast);
    this.#statesMax = statesMax;
  }

  /** All there is to find. */
  searchInTurns(): Generator<Progress, ReducedSearch> {
    const begin = (timed: boolean, reductions: Reductions): ReducedSearch =>
      this.#begin(timed, reductions, { lastFirst: true });
    return retold(searchInTurns(begin, this.#statesMax), () => this.#progress);
  }

  /** One search, as it was found first in each place. */
  *search(
    timed: boolean,
    reductions: Reductions,
    wanted = ALL_OUTCOMES,
  ): Generator<Progress, Search> {
    const begun = this.#begin(timed, reductions, { wanted, statesMax: this.#statesMax });
    return (yield* retold(begun.toItsEnd(), () => this.#progress)).search;
  }

  #begin(
    timed: boolean,
    reductions: Reductions,
    options: Omit<SearchOptions, 'isStuck'>,
  ): ReducedSearch {
    const { tables, stuckness } = this.#groundsOf(timed);
    // What has proved wrong once is not tried again.
    const isSymmetric = this.#begun.every((search) => search.reductions.symmetry);
    const allowed = { ...reductions, symmetry: reductions.symmetry && isSymmetric };
    const begun = new ReducedSearch(tables, this.#question, allowed, {
      ...options,
      isStuck: (situation) => stuckness.isStuck(situation),
    });
    this.#begun.push(begun);
    return begun;
  }

  get #progress(): Progress {
    const sum = (of: (search: ReducedSearch) => number): number =>
      this.#begun.reduce((all, search) => all + of(search), 0);
    return { states: sum(({ states }) => states), transitions: sum((each) => each.transitions) };
  }

  #groundsOf(timed: boolean): Grounds {
    return (this.#grounds[timed ? 'timed' : 'untimed'] ??= this.#lay(timed));
  }

  #lay(timed: boolean): Grounds {
    const tables = new Tables(this.#question, { timed });
    return { tables, stuckness: new Stuckness(tables, this.#question, this.#first.system) };
  }

  /** Plays what a search found among these, as far as there is such a schedule. Returns what could be played. */
  take(search: Search, among = ALL_OUTCOMES): number {
    let taken = 0;
    OUTCOMES.forEach((name, place) => {
      const goal = search.firsts[place] ?? -1;
      if ((among & (1 << place)) === 0 || goal < 0 || this.#reached.has(name)) return;
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
  finish(unshown: number, { complete, beyond }: Pick<Answer, 'complete' | 'beyond'>): Answer {
    if (unshown !== 0) {
      throw new Error('A search found what can’t be played. That is a mistake of the search.');
    }
    const outcomes = Object.fromEntries(
      OUTCOMES.map((name) => [name, this.#reached.get(name) ?? { reachable: false }]),
    ) as Answer['outcomes'];
    return { outcomes, ...this.#progress, complete, beyond };
  }
}
