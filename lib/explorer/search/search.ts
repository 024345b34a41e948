import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import { Commuting } from '@/lib/explorer/search/commuting';
import { type Canonical, Draft } from '@/lib/explorer/search/draft';
import { UNTOLD } from '@/lib/explorer/search/move';
import { Moves } from '@/lib/explorer/search/moves';
import {
  faultsCell,
  RECOLLECTION,
  roomyRow,
  situationOf,
  wireOf,
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
  /** Makes every move, also those that lead where another way is known to lead, to check that against itself. */
  readonly everyMove?: boolean;
  /** Whether an intent without an answer, at an end, would get none from one calm attempt more. */
  readonly isStuck: (situation: Situation) => boolean;
}

export const ALL_OUTCOMES = (1 << OUTCOMES.length) - 1;
/** Messages on the wire that a row has room for before it is found to need more. */
const MESSAGES_AT_FIRST = 2;
const even = (cells: number): number => cells + (cells & 1);
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
  readonly #statesMax: number;
  readonly #frontierMax: number;
  readonly #wanted: number;
  readonly #moves: Moves;
  readonly #waiting: Waiting;
  readonly #draft: Draft;
  /** Steps to the states that are found now. */
  #steps = 0;
  #levelEnd = 0;
  #at = 0;
  #done = false;

  constructor(tables: Tables, { bounds }: Question, options: SearchOptions) {
    const first = roomyRow(tables.processes.length);
    writeRow(first, tables.start(), faultsCell(bounds));
    this.tables = tables;
    this.states = new StateSet(even(wireOf(tables.processes.length) + MESSAGES_AT_FIRST));
    this.canonical = options.canonical ?? null;
    this.#isStuck = options.isStuck;
    this.#statesMax = options.statesMax ?? EXPLORER_LIMITS.statesMax;
    this.#frontierMax = options.frontierMax ?? Infinity;
    this.#wanted = options.wanted ?? ALL_OUTCOMES;
    this.#draft = new Draft(this.states, this.canonical, first);
    this.#waiting = new Waiting(tables, this.states, this.#draft);
    const isWhole = this.canonical === null && options.everyMove !== true;
    const commuting = isWhole ? new Commuting(tables, this.states) : null;
    this.#moves = new Moves(tables, this.states, this.#draft, commuting, (index) => {
      this.#found(index);
    });
    this.canonical?.(first);
    this.#found(this.states.offerRow(first, NOBODY));
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
    return this.#done && !this.#moves.overflowed && !this.#isTooLarge();
  }

  /** Whether a schedule was left where more attempts would come than the bound allows: nobody knows what follows. */
  get beyond(): boolean {
    return this.#moves.beyond;
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at. */
  advance(count = Infinity): boolean {
    for (let left = count; left > 0 && !this.#done; left -= 1) this.#lookAtNext();
    return this.#done;
  }

  /** Apart from the loop around it, so that it is compiled once and well. */
  #lookAtNext(): void {
    const at = this.#at;
    if (at === this.#levelEnd) {
      this.#levelEnd = this.states.size;
      this.#steps += 1;
    }
    if (!this.#moves.make(at)) this.#end();
    this.#at = at + 1;
    this.#done =
      at + 1 === this.states.size ||
      (this.found & this.#wanted) === this.#wanted ||
      this.#isTooLarge() ||
      this.#moves.overflowed;
  }

  #isTooLarge(): boolean {
    const { size } = this.states;
    return size >= this.#statesMax || size - this.#at > this.#frontierMax;
  }

  /** Nothing will happen any more: what is not there now will not be. */
  #end(): void {
    const { cells, width } = this.states;
    const recollection = cells[this.#at * width + RECOLLECTION] as number;
    const { atEnd, unanswered } = this.tables.recollections.of(recollection);
    const mayBeStuck = unanswered.length > 0 && (this.found & STUCK) === 0;
    const stuck = mayBeStuck && this.#isStuck(this.#situation()) ? STUCK : 0;
    this.#find(atEnd | stuck, this.#at, this.#steps - 1);
  }

  /** The one that is looked at. */
  #situation(): Situation {
    return situationOf(this.states.row(this.#at), this.tables.processes.length);
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
