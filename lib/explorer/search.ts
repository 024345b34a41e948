import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Question } from '@/lib/explorer/question';
import {
  CRASH,
  DUPLICATE,
  faultsWord,
  LOSS,
  processWords,
  RECOLLECTION,
  widthOf,
  writeRow,
} from '@/lib/explorer/row';
import { StateSet } from '@/lib/explorer/state-set';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { OUTCOMES } from '@/lib/outcomes/judge';

/** Makes one row stand for many, in place. */
export type Canonical = (row: Int32Array) => void;

export interface SearchOptions {
  readonly statesMax?: number;
  /** Outcomes after which there is nothing left to find, as bits in the order of `OUTCOMES`. */
  readonly wanted?: number;
  readonly canonical?: Canonical;
  /** Whether an intent without an answer, at an end, would get one from one calm attempt more. */
  readonly isStuck: (situation: Situation) => boolean;
}

export const ALL_OUTCOMES = (1 << OUTCOMES.length) - 1;
export const STUCK = 1 << OUTCOMES.indexOf('stuck');

/**
 * Breadth-first over all schedules, by steps: waiting costs nothing, so each level is closed under it
 * before its events are taken, and the first state with an outcome lies on a shortest way to it.
 */
export class Search {
  readonly tables: Tables;
  readonly states: StateSet;
  transitions = 0;
  /** Number of the first state with each outcome, in the order of `OUTCOMES`; -1: none so far. */
  readonly firsts: number[] = OUTCOMES.map(() => -1);
  found = 0;
  /** Fewest steps to each of the firsts. */
  readonly steps: number[] = OUTCOMES.map(() => -1);
  level = 0;
  done = false;
  readonly #options: SearchOptions;
  readonly #statesMax: number;
  readonly #wanted: number;
  readonly #row: Int32Array;
  readonly #next: Int32Array;
  readonly #current: Int32Array;
  readonly #words: number;
  readonly #alreadyBits: number[];
  #at = 0;
  #levelEnd = 0;
  #waiting = true;
  #parent = -1;

  constructor(tables: Tables, { bounds }: Question, options: SearchOptions) {
    const count = tables.processes.length;
    this.tables = tables;
    this.states = new StateSet(widthOf(count));
    this.#options = options;
    this.#statesMax = options.statesMax ?? EXPLORER_LIMITS.statesMax;
    this.#wanted = options.wanted ?? ALL_OUTCOMES;
    this.#words = processWords(count);
    this.#row = new Int32Array(widthOf(count));
    this.#next = new Int32Array(widthOf(count));
    this.#current = new Int32Array(count);
    this.#alreadyBits = tables.recollections.already;
    writeRow(this.#next, tables.start(), faultsWord(bounds));
    this.#visit();
    this.#levelEnd = this.states.size;
  }

  /** Whether everything within the bounds has been seen, or all that was wanted has been found. */
  get complete(): boolean {
    return this.done && this.states.size < this.#statesMax;
  }

  /** Looks at up to `count` states more. Returns whether there is nothing left to look at. */
  advance(count = Infinity): boolean {
    let left = count;
    while (!this.done && left > 0) {
      left -= 1;
      if (this.#at === this.states.size && this.#waiting) this.#endOfWaiting();
      if (this.#at === this.#levelEnd && !this.#waiting) this.#nextLevel();
      if (this.done) break;
      this.#load(this.#at);
      if (this.#waiting) this.#wait();
      else this.#expand();
      this.#at += 1;
      if ((this.found & this.#wanted) === this.#wanted) this.done = true;
      if (this.states.size >= this.#statesMax) this.done = true;
    }
    return this.done;
  }

  #levelStart = 0;

  #endOfWaiting(): void {
    this.#waiting = false;
    this.#at = this.#levelStart;
    this.#levelEnd = this.states.size;
  }

  #nextLevel(): void {
    if (this.states.size === this.#levelEnd) {
      this.done = true;
      return;
    }
    this.#waiting = true;
    this.#levelStart = this.#levelEnd;
    this.#at = this.#levelStart;
    this.level += 1;
  }

  #load(index: number): void {
    const { rows, width } = this.states;
    const row = this.#row;
    const offset = index * width;
    for (let place = 0; place < width; place += 1) row[place] = rows[offset + place] as number;
    const current = this.#current;
    for (let at = 0; at < current.length; at += 1) {
      current[at] = ((row[at >> 1] as number) >>> ((at & 1) << 4)) & 0xffff;
    }
    this.#parent = index;
  }

  /** Time passes only while nothing is overdue, and only if something is still to come. */
  #wait(): void {
    const { processes, wires } = this.tables;
    const wire = this.#row[this.#words] as number;
    const soonest = wires.soonestOf(wire);
    let pending = soonest < 2 ** 30;
    if (soonest === 0 || pending) {
      const receivable = this.#receivable(wire);
      if (receivable === 0) return;
      pending = receivable < 2 ** 30;
    }
    const current = this.#current;
    for (let at = 0; at < current.length; at += 1) {
      const timer = (processes[at] as ProcessTable).soonest[current[at] as number] as number;
      if (timer === 0) return;
      if (timer < 2 ** 30) pending = true;
    }
    if (!pending) return;
    const next = this.#next;
    next.fill(0, 0, this.#words);
    for (let at = 0; at < current.length; at += 1) {
      const aged = (processes[at] as ProcessTable).aged(current[at] as number);
      next[at >> 1] = (next[at >> 1] as number) | (aged << ((at & 1) << 4));
    }
    next[this.#words] = wires.aged(wire);
    next[this.#words + 1] = this.#row[this.#words + 1] as number;
    this.#visit();
  }

  /** Ticks until the first message that somebody can take is overdue. */
  #receivable(wire: number): number {
    const { wires, parcels, processes } = this.tables;
    let soonest = 2 ** 30;
    for (let item = wires.kindsOf(wire) - 1; item >= 0; item -= 1) {
      const parcel = wires.parcelAt(wire, item);
      const latest = parcels.latestIn[parcel] as number;
      if (latest >= soonest) continue;
      const to = parcels.process[parcel] as number;
      const table = processes[to] as ProcessTable;
      const state = this.#current[to] as number;
      if (table.receive(state, parcels.kind[parcel] as number, parcel) !== -1) soonest = latest;
    }
    return soonest;
  }

  #expand(): void {
    const { processes } = this.tables;
    const wire = this.#row[this.#words] as number;
    const last = this.#row[this.#words + 1] as number;
    let alive = this.#messages(wire, last);
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#current[at] as number;
      const soonest = table.soonest[state] as number;
      if (soonest === 2 ** 30) continue;
      alive = true;
      if (soonest > 0) continue;
      for (const reaction of table.fires(state)) this.#react(at, reaction, wire, last);
    }
    if ((last & (15 * CRASH)) !== 0) this.#crashes(wire, last);
    if (!alive) this.#end(wire, last);
  }

  /** Deliveries, losses and copies. Returns whether anything will still arrive. */
  #messages(wire: number, last: number): boolean {
    const { wires, parcels, processes } = this.tables;
    const mayLose = (last & (15 * LOSS)) !== 0;
    const mayDuplicate = (last & (15 * DUPLICATE)) !== 0;
    let alive = false;
    for (let item = wires.kindsOf(wire) - 1; item >= 0; item -= 1) {
      const parcel = wires.parcelAt(wire, item);
      const at = parcels.process[parcel] as number;
      const table = processes[at] as ProcessTable;
      const reaction = table.receive(
        this.#current[at] as number,
        parcels.kind[parcel] as number,
        parcel,
      );
      if (reaction >= 0) {
        alive = true;
        if (parcels.hasLeft[parcel]) this.#react(at, reaction, wires.without(wire, item), last);
      }
      if (!parcels.lossy[parcel]) continue;
      if (mayLose) this.#travel(wires.without(wire, item), last - LOSS);
      if (mayDuplicate) this.#travel(wires.with(wire, parcel), last - DUPLICATE);
    }
    return alive;
  }

  #react(at: number, reaction: number, wire: number, last: number): void {
    const { reactions, recollections } = this.tables;
    if (reactions.beyond[reaction] === 1) return;
    const next = this.#next;
    const row = this.#row;
    const words = this.#words;
    for (let place = 0; place < words; place += 1) next[place] = row[place] as number;
    const shift = (at & 1) << 4;
    next[at >> 1] =
      ((next[at >> 1] as number) & ~(0xffff << shift)) |
      ((reactions.next[reaction] as number) << shift);
    const sends = reactions.sends[reaction] as number;
    const facts = reactions.facts[reaction] as number;
    next[words] = sends === 0 ? wire : this.tables.withSent(wire, sends);
    next[words + 1] =
      facts === 0
        ? last
        : (last & ~RECOLLECTION) |
          recollections.after(last & RECOLLECTION, facts, reactions.happened(facts));
    this.#visit();
  }

  #travel(wire: number, last: number): void {
    const next = this.#next;
    for (let place = 0; place < this.#words; place += 1) next[place] = this.#row[place] as number;
    next[this.#words] = wire;
    next[this.#words + 1] = last;
    this.#visit();
  }

  #crashes(wire: number, last: number): void {
    const { processes } = this.tables;
    const before = this.#situation(wire, last);
    processes.forEach(({ crashes }, position) => {
      if (!crashes) return;
      const after = this.tables.crash(position, before);
      writeRow(this.#next, after, (last & ~RECOLLECTION) - CRASH);
      this.#visit();
    });
  }

  #situation(wire: number, last: number): Situation {
    return { processes: [...this.#current], wire, recollection: last & RECOLLECTION };
  }

  /** Nothing will happen any more: what is not there now will not be. */
  #end(wire: number, last: number): void {
    const { atEnd, unanswered } = this.tables.recollections.of(last & RECOLLECTION);
    const stuck =
      unanswered.length > 0 &&
      (this.found & STUCK) === 0 &&
      this.#options.isStuck(this.#situation(wire, last));
    this.#find(atEnd | (stuck ? STUCK : 0), this.#parent, this.level);
  }

  #find(outcomes: number, index: number, steps: number): void {
    const fresh = outcomes & ~this.found;
    if (fresh === 0) return;
    this.found |= fresh;
    OUTCOMES.forEach((_, place) => {
      if ((fresh & (1 << place)) === 0) return;
      this.firsts[place] = index;
      this.steps[place] = steps;
    });
  }

  #visit(): void {
    this.transitions += 1;
    this.#options.canonical?.(this.#next);
    const index = this.states.add(this.#next, this.#parent);
    if (index < 0) return;
    const recollection = (this.#next[this.#words + 1] as number) & RECOLLECTION;
    const outcomes = this.#alreadyBits[recollection] as number;
    if ((outcomes & ~this.found) !== 0) {
      const steps = this.#waiting || this.#parent < 0 ? this.level : this.level + 1;
      this.#find(outcomes, index, steps);
    }
  }
}
