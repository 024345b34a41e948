import { LimitExceeded } from '@/lib/engine/limits';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import { Commuting } from '@/lib/explorer/search/commuting';
import type { Covering } from '@/lib/explorer/search/covering';
import { type Canonical, Draft } from '@/lib/explorer/search/draft';
import { UNTOLD } from '@/lib/explorer/search/move';
import { Moves } from '@/lib/explorer/search/moves';
import {
  even,
  faultsCell,
  RECOLLECTION,
  roomyRow,
  situationOf,
  wireOf,
  wordsOf,
  writeRow,
} from '@/lib/explorer/search/row';
import { KNOWN, StateSet } from '@/lib/explorer/search/state-set';
import { Waiting } from '@/lib/explorer/search/waiting';
import { STUCK } from '@/lib/explorer/tables/stuck';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/outcome';

/** What ends a search before its time: it is incomplete then. */
export interface SearchLimits {
  readonly statesMax?: number;
  /** States that are found and not yet looked at. */
  readonly frontierMax?: number;
}

export interface SearchOptions extends SearchLimits {
  /** Outcomes after which there is nothing left to find, as bits in the order of `OUTCOMES`. */
  readonly wanted?: number;
  readonly canonical?: Canonical | null;
  /** A state that one found before covers is passed over. Null: none is. */
  readonly covering?: Covering | null;
  /**
   * Looks first at what was found last, of states that are as many steps away: they have waited longest, and what comes of
   * them covers more. Which of several shortest ways it finds changes by that.
   */
  readonly lastFirst?: boolean;
  /** Makes every move, also those that lead where another way is known to lead, to check that against itself. */
  readonly everyMove?: boolean;
  /** Whether an intent without an answer, at an end, would get none from one calm attempt more. */
  readonly isStuck: (situation: Situation) => boolean;
}

export const ALL_OUTCOMES = (1 << OUTCOMES.length) - 1;
/** Messages on the wire that a row has room for before it is found to need more. */
const MESSAGES_AT_FIRST = 2;
/** Where the first state came from. */
const NOBODY = -1;

/**
 * Breadth-first over all schedules, by steps: waiting costs nothing, so what comes of it after a state is put
 * beside that state as soon as it is found, and the first state with an outcome lies on a shortest way to it.
 */
export class Search {
  readonly tables: Tables;
  readonly states: StateSet;
  /** Null where every row stands for itself. */
  readonly canonical: Canonical | null;
  /** Outcomes found, as bits in the order of `OUTCOMES`. */
  found = 0;
  /** Number of the first state with each outcome; -1: none so far. */
  readonly firsts: number[] = OUTCOMES.map(() => -1);
  /** Fewest steps to each of them. */
  readonly steps: number[] = OUTCOMES.map(() => -1);
  readonly #isStuck: SearchOptions['isStuck'];
  #statesMax = 0;
  #frontierMax = 0;
  readonly #wanted: number;
  readonly #moves: Moves;
  readonly #waiting: Waiting;
  readonly #draft: Draft;
  readonly #lastFirst: boolean;
  /** Steps to the states that are found now. */
  #steps = 0;
  /** Of the states that are looked at now, which are all as many steps away. */
  #levelStart = 0;
  #levelEnd = 0;
  /** How many states were looked at. */
  #lookedAt = 0;
  #done = false;
  /** A table had no room for what came next, or a machine has states without end. */
  #brokeOff = false;

  constructor(tables: Tables, { bounds }: Question, options: SearchOptions) {
    const first = roomyRow(tables.processes.length);
    writeRow(first, tables.start(), faultsCell(bounds));
    this.tables = tables;
    const { canonical = null, covering = null } = options;
    const width = even(wireOf(tables.processes.length) + MESSAGES_AT_FIRST);
    this.states = new StateSet(width, covering);
    this.canonical = canonical;
    this.#lastFirst = options.lastFirst ?? false;
    this.#isStuck = options.isStuck;
    this.#limit(options);
    this.#wanted = options.wanted ?? ALL_OUTCOMES;
    this.#draft = new Draft(this.states, canonical, first);
    this.#waiting = new Waiting(tables, this.states, this.#draft);
    const isWhole = canonical === null && covering === null && options.everyMove !== true;
    const commuting = isWhole ? new Commuting(tables, this.states) : null;
    this.#moves = new Moves(tables, this.states, this.#draft, commuting, (index) => {
      this.#found(index);
    });
    canonical?.(first);
    this.#found(this.states.offerRow(wordsOf(first), NOBODY));
  }

  /** How many moves there are out of the states that were looked at. */
  get transitions(): number {
    return this.made + this.#moves.passedOver;
  }

  /** How many of them were made: the others lead where another way leads too. */
  get made(): number {
    return this.#draft.count;
  }

  /** Whether everything within the bounds has been seen, or all that was wanted has been found. */
  get complete(): boolean {
    return this.#done && !this.#isCutOff();
  }

  /** Whether a schedule was left where more attempts would come than the bound allows: nobody knows what follows. */
  get beyond(): boolean {
    return this.#moves.beyond;
  }

  /** Lets it go on with other limits than it has hit. */
  allow(limits: SearchLimits): void {
    this.#limit(limits);
    this.#done = this.#isOver();
  }

  #limit({ statesMax = EXPLORER_LIMITS.statesMax, frontierMax = statesMax }: SearchLimits): void {
    this.#statesMax = statesMax;
    // There are never more of them than of all, and a number of another kind would slow the search down.
    this.#frontierMax = frontierMax;
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at. */
  advance(count = Infinity): boolean {
    try {
      for (let left = count; left > 0 && !this.#done; left -= 1) this.#lookAtNext();
    } catch (problem) {
      if (!(problem instanceof LimitExceeded)) throw problem;
      this.#brokeOff = true;
      this.#done = true;
    }
    return this.#done;
  }

  /** Apart from the loop around it, so that it is compiled once and well. */
  #lookAtNext(): void {
    const past = this.#lookedAt;
    if (past === this.#levelEnd) {
      this.#levelStart = past;
      this.#levelEnd = this.states.size;
      this.#steps += 1;
    }
    const at = this.#lastFirst ? this.#levelStart + this.#levelEnd - 1 - past : past;
    if (!this.#moves.make(at)) this.#end(at);
    this.#lookedAt = past + 1;
    this.#done = this.#isOver();
  }

  #isOver(): boolean {
    return (
      this.#lookedAt === this.states.size ||
      (this.found & this.#wanted) === this.#wanted ||
      this.#isCutOff()
    );
  }

  #isCutOff(): boolean {
    return this.#isTooLarge() || this.#moves.overflowed || this.#brokeOff;
  }

  #isTooLarge(): boolean {
    const { size } = this.states;
    return size >= this.#statesMax || size - this.#lookedAt > this.#frontierMax;
  }

  /** Nothing will happen any more: what is not there now will not be. */
  #end(at: number): void {
    const { cells, width } = this.states;
    const recollection = cells[at * width + RECOLLECTION] as number;
    const { atEnd, unanswered } = this.tables.recollections.of(recollection);
    const mayBeStuck = unanswered.length > 0 && (this.found & STUCK) === 0;
    const stuck = mayBeStuck && this.#isStuck(this.#situation(at)) ? STUCK : 0;
    this.#find(atEnd | stuck, at, this.#steps - 1);
  }

  #situation(at: number): Situation {
    return situationOf(this.states.row(at), this.tables.processes.length);
  }

  /** Judges a new state and those that come of it by waiting. */
  #found(first: number): void {
    for (let index = first; index !== KNOWN; index = this.#draft.finish(index, UNTOLD)) {
      this.#judge(index);
      if (!this.#waiting.later(index)) return;
    }
  }

  /** Whether a new state shows an outcome, whatever comes after. */
  #judge(index: number): void {
    const { cells, width } = this.states;
    const recollection = cells[index * width + RECOLLECTION] as number;
    this.#find(this.tables.recollections.already[recollection] as number, index, this.#steps);
  }

  #find(outcomes: number, index: number, steps: number): void {
    const fresh = outcomes & ~this.found;
    if (fresh === 0) return;
    this.found |= fresh;
    for (let place = 0; place < OUTCOMES.length; place += 1) {
      if ((fresh & (1 << place)) === 0) continue;
      this.firsts[place] = index;
      this.steps[place] = steps;
    }
  }
}
