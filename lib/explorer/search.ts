import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { Moves } from '@/lib/explorer/moves';
import type { Question } from '@/lib/explorer/question';
import {
  faultsCell,
  RECOLLECTION,
  roomyRow,
  type Row,
  situationOf,
  wireOf,
  writeRow,
} from '@/lib/explorer/row';
import { KNOWN, StateSet } from '@/lib/explorer/state-set';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/judge';

/** Makes one row stand for many, in place. */
export type Canonical = (row: Row) => void;

export interface SearchOptions {
  readonly statesMax?: number;
  /** Outcomes after which there is nothing left to find, as bits in the order of `OUTCOMES`. */
  readonly wanted?: number;
  readonly canonical?: Canonical | null;
  /** Whether an intent without an answer, at an end, would get none from one calm attempt more. */
  readonly isStuck: (situation: Situation) => boolean;
}

export const ALL_OUTCOMES = (1 << OUTCOMES.length) - 1;
/** Messages on the wire that a row has room for before it is found to need more. */
const MESSAGES_AT_FIRST = 2;
const even = (cells: number): number => cells + (cells & 1);
/** Where the first state came from. */
const NOBODY = -1;
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
  /** Where a row is made to stand for many; null where each stands for itself. */
  readonly #draft: Row | null;
  #steps = 0;
  #levelStart = 0;
  #levelEnd = 0;
  #waiting = true;
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
    this.#wanted = options.wanted ?? ALL_OUTCOMES;
    this.#draft = this.canonical === null ? null : first;
    this.#moves = new Moves(tables, this.states, this.#draft, () => {
      this.transitions += 1;
      this.#visit();
    });
    this.canonical?.(first);
    this.#judge(this.states.offerRow(first, NOBODY));
  }

  /** Whether everything within the bounds has been seen, or all that was wanted has been found. */
  get complete(): boolean {
    return this.#done && !this.#moves.overflowed && this.states.size < this.#statesMax;
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at. */
  advance(count = Infinity): boolean {
    const { states } = this;
    for (let left = count; left > 0 && !this.#done; left -= 1) {
      if (this.#waiting && this.#at === states.size) this.#beginEvents();
      if (!this.#waiting && this.#at === this.#levelEnd && !this.#beginLevel()) break;
      this.#moves.load(this.#at);
      if (this.#waiting) this.#moves.wait();
      else if (!this.#moves.events()) this.#end();
      this.#at += 1;
      this.#done =
        (this.found & this.#wanted) === this.#wanted ||
        states.size >= this.#statesMax ||
        this.#moves.overflowed;
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
    const row = this.states.row(this.#at);
    const situation = situationOf(row, this.tables.processes.length);
    const { atEnd, unanswered } = this.tables.recollections.of(situation.recollection);
    const mayBeStuck = unanswered.length > 0 && (this.found & STUCK) === 0;
    const stuck = mayBeStuck && this.#isStuck(situation) ? STUCK : 0;
    this.#find(atEnd | stuck, this.#at, this.#steps);
  }

  #visit(): void {
    const draft = this.#draft;
    let index;
    if (draft === null) index = this.states.offer(this.#at);
    else {
      this.canonical?.(draft);
      index = this.states.offerRow(draft, this.#at);
    }
    if (index !== KNOWN) this.#judge(index);
  }

  /** Whether a new state shows an outcome, whatever comes after. */
  #judge(index: number): void {
    const { cells, width } = this.states;
    const recollection = cells[index * width + RECOLLECTION] as number;
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
