import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { Moves } from '@/lib/explorer/moves';
import type { Question } from '@/lib/explorer/question';
import { faultsWord, RECOLLECTION, widthOf, writeRow } from '@/lib/explorer/row';
import { StateSet } from '@/lib/explorer/state-set';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/judge';

/** Makes one row stand for many, in place. */
export type Canonical = (row: Int32Array) => void;

export interface SearchOptions {
  readonly statesMax?: number;
  /** Outcomes after which there is nothing left to find, as bits in the order of `OUTCOMES`. */
  readonly wanted?: number;
  readonly canonical?: Canonical | null;
  /** Whether an intent without an answer, at an end, would get none from one calm attempt more. */
  readonly isStuck: (situation: Situation) => boolean;
}

export const ALL_OUTCOMES = (1 << OUTCOMES.length) - 1;
const STUCK = 1 << OUTCOMES.indexOf('stuck');

/**
 * Breadth-first over all schedules, by steps: waiting costs nothing, so each level is closed under it
 * before its events are taken, and the first state with an outcome lies on a shortest way to it.
 */
export class Search {
  readonly tables: Tables;
  readonly states: StateSet;
  /** Null where every row stands for itself. */
  readonly canonical: Canonical | null;
  transitions = 0;
  /** Outcomes found, as bits in the order of `OUTCOMES`. */
  found = 0;
  /** Number of the first state with each outcome; -1: none so far. */
  readonly firsts: number[] = OUTCOMES.map(() => -1);
  /** Fewest steps to each of them. */
  readonly steps: number[] = OUTCOMES.map(() => -1);
  readonly #isStuck: SearchOptions['isStuck'];
  readonly #statesMax: number;
  readonly #wanted: number;
  readonly #moves: Moves;
  readonly #lastWord: number;
  #steps = 0;
  #levelStart = 0;
  #levelEnd = 0;
  #waiting = true;
  #at = 0;
  #parent = -1;
  #done = false;

  constructor(tables: Tables, { bounds }: Question, options: SearchOptions) {
    const width = widthOf(tables.processes.length);
    this.tables = tables;
    this.states = new StateSet(width);
    this.canonical = options.canonical ?? null;
    this.#isStuck = options.isStuck;
    this.#statesMax = options.statesMax ?? EXPLORER_LIMITS.statesMax;
    this.#wanted = options.wanted ?? ALL_OUTCOMES;
    this.#lastWord = width - 1;
    this.#moves = new Moves(tables, width, () => {
      this.#visit();
    });
    writeRow(this.#moves.next, tables.start(), faultsWord(bounds));
    this.#visit();
  }

  /** Whether everything within the bounds has been seen, or all that was wanted has been found. */
  get complete(): boolean {
    return this.#done && this.states.size < this.#statesMax;
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at. */
  advance(count = Infinity): boolean {
    const { states } = this;
    for (let left = count; left > 0 && !this.#done; left -= 1) {
      if (this.#waiting && this.#at === states.size) this.#beginEvents();
      if (!this.#waiting && this.#at === this.#levelEnd && !this.#beginLevel()) break;
      this.#parent = this.#at;
      this.#moves.load(states.rows, this.#at * states.width);
      if (this.#waiting) this.#moves.wait();
      else if (!this.#moves.events()) this.#end();
      this.#at += 1;
      this.#done = (this.found & this.#wanted) === this.#wanted || states.size >= this.#statesMax;
    }
    return this.#done;
  }

  #beginEvents(): void {
    this.#waiting = false;
    this.#at = this.#levelStart;
    this.#levelEnd = this.states.size;
  }

  /** False if no event led anywhere new: that was the last level. */
  #beginLevel(): boolean {
    if (this.states.size === this.#levelEnd) {
      this.#done = true;
      return false;
    }
    this.#waiting = true;
    this.#levelStart = this.#levelEnd;
    this.#steps += 1;
    return true;
  }

  /** Nothing will happen any more: what is not there now will not be. */
  #end(): void {
    const situation = this.#moves.situation();
    const { atEnd, unanswered } = this.tables.recollections.of(situation.recollection);
    const mayBeStuck = unanswered.length > 0 && (this.found & STUCK) === 0;
    const stuck = mayBeStuck && this.#isStuck(situation) ? STUCK : 0;
    this.#find(atEnd | stuck, this.#parent, this.#steps);
  }

  #visit(): void {
    const { next } = this.#moves;
    if (this.#parent >= 0) this.transitions += 1;
    if (this.canonical !== null) this.canonical(next);
    const index = this.states.add(next, this.#parent);
    if (index < 0) return;
    const recollection = (next[this.#lastWord] as number) & RECOLLECTION;
    const outcomes = this.tables.recollections.already[recollection] as number;
    if ((outcomes & ~this.found) !== 0) {
      this.#find(outcomes, index, this.#waiting ? this.#steps : this.#steps + 1);
    }
  }

  #find(outcomes: number, index: number, steps: number): void {
    const fresh = outcomes & ~this.found;
    this.found |= fresh;
    OUTCOMES.forEach((_, place) => {
      if ((fresh & (1 << place)) === 0) return;
      this.firsts[place] = index;
      this.steps[place] = steps;
    });
  }
}
