import type { Script } from '@/lib/engine/directive';
import type { Trace } from '@/lib/engine/trace';
import { createWorld, type World } from '@/lib/engine/world';
import { follow } from '@/lib/explorer/follow';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { minimalScript } from '@/lib/explorer/minimise';
import type { Question } from '@/lib/explorer/question';
import {
  ALL_REDUCTIONS,
  NO_REDUCTIONS,
  reducing,
  type Reductions,
  STEPS_KEPT,
  WITHOUT_SYMMETRY,
} from '@/lib/explorer/reductions/canonical';
import {
  ALL_OUTCOMES,
  Search,
  type SearchLimits,
  type SearchOptions,
} from '@/lib/explorer/search/search';
import { Stuckness } from '@/lib/explorer/tables/stuck';
import { Tables } from '@/lib/explorer/tables/tables';
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

/** In time or without, and how far. */
interface Way extends SearchLimits, Pick<SearchOptions, 'lastFirst'> {
  readonly timed: boolean;
}

/**
 * Without time there are as a rule fewer states, but sometimes far more, which nobody knows beforehand. So
 * each is tried in turn, and left for the other when it has found many states at which it has not looked
 * yet: it is far from its end then. It costs little to begin again, since the tables are filled. After the
 * last of these the one that keeps time goes on to its end.
 */
export const TURNS: readonly (Way & Required<SearchLimits>)[] = [
  { timed: false, frontierMax: 100, statesMax: EXPLORER_LIMITS.untimedStatesMax },
  { timed: true, frontierMax: 600, statesMax: EXPLORER_LIMITS.statesMax },
  { timed: false, frontierMax: 2_600, statesMax: EXPLORER_LIMITS.untimedStatesMax },
];

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
    const search = yield* work.search({ timed: true }, NO_REDUCTIONS);
    return work.finish(search.found & ~work.take(search), search);
  }
  const whole = yield* work.searchInTurns();
  const { beyond } = whole;
  let { complete, found: wanted } = whole;
  if (!whole.tables.system.timed) {
    const shortest = yield* work.search({ timed: false }, STEPS_KEPT, wanted);
    wanted &= ~work.take(shortest);
  }
  for (const reductions of [STEPS_KEPT, WITHOUT_SYMMETRY, NO_REDUCTIONS]) {
    if (wanted === 0) break;
    const shortest = yield* work.search({ timed: true }, reductions, wanted);
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
  #states = 0;
  #transitions = 0;
  #symmetric = true;
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

  /** All there is to find, with whatever can be overlooked, by the first search that comes to its end. */
  *searchInTurns(): Generator<Progress, Search> {
    for (const turn of TURNS) {
      const statesMax = Math.min(turn.statesMax, this.#statesMax);
      const search = yield* this.search({ ...turn, statesMax, lastFirst: true }, ALL_REDUCTIONS);
      // Without time there may be retries for which in time there is no occasion.
      if (search.complete && (turn.timed || !search.beyond)) return search;
    }
    return yield* this.search({ timed: true, lastFirst: true }, ALL_REDUCTIONS);
  }

  /** One search, again and again until nothing that it overlooked proves to matter. */
  *search(
    { timed, ...way }: Way,
    reductions: Reductions,
    wanted = ALL_OUTCOMES,
  ): Generator<Progress, Search> {
    const { tables, stuckness } = this.#groundsOf(timed);
    let trying: Reductions | null = this.#allowed(reductions);
    for (;;) {
      const { canonical, covering, isBroken, instead } = reducing(tables, trying);
      const search = new Search(tables, this.#question, {
        ...{ statesMax: this.#statesMax, ...way, canonical, covering, wanted },
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

  #groundsOf(timed: boolean): Grounds {
    return (this.#grounds[timed ? 'timed' : 'untimed'] ??= this.#lay(timed));
  }

  #lay(timed: boolean): Grounds {
    const tables = new Tables(this.#question, { timed });
    return { tables, stuckness: new Stuckness(tables, this.#question, this.#first.system) };
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
  finish(unshown: number, { complete, beyond }: Pick<Answer, 'complete' | 'beyond'>): Answer {
    if (unshown !== 0) {
      throw new Error('A search found what can’t be played. That is a mistake of the search.');
    }
    const outcomes = Object.fromEntries(
      OUTCOMES.map((name) => [name, this.#reached.get(name) ?? { reachable: false }]),
    ) as Answer['outcomes'];
    return { outcomes, states: this.#states, transitions: this.#transitions, complete, beyond };
  }
}
