import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import {
  clearWire,
  CRASH,
  CRASHES,
  DUPLICATE,
  DUPLICATES,
  FAULTS,
  LOSS,
  LOSSES,
  mapWire,
  PROCESSES,
  putMessage,
  RECOLLECTION,
  type Row,
  takeMessage,
  wireOf,
} from '@/lib/explorer/row';
import type { StateSet } from '@/lib/explorer/state-set';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { BLOCKED, NOTHING } from '@/lib/explorer/tables/reactions';
import type { Tables } from '@/lib/explorer/tables/tables';

/** It is no message that is reacted to. */
const NONE = -1;

/** All that can happen next in one state, written down row by row. */
export class Moves {
  /** Whether a move was left out since there would have been more messages on the wire than may be. */
  overflowed = false;
  readonly #tables: Tables;
  readonly #visit: () => void;
  readonly #states: StateSet;
  readonly #draft: Row | null;
  /** The row that a move leads to, and where in it that begins. */
  #next: Uint16Array;
  #base = 0;
  #index = 0;
  /** The state that was loaded: the cells of its row up to the wire, and the messages on it. */
  readonly #head: Row;
  readonly #wire = new Int32Array(EXPLORER_LIMITS.onTheWireMax);
  #count = 0;

  /**
   * What a move leads to is written into the draft, if there is one, and otherwise where the states would
   * keep it. Then `visit` is called.
   */
  constructor(tables: Tables, states: StateSet, draft: Row | null, visit: () => void) {
    this.#tables = tables;
    this.#states = states;
    this.#draft = draft;
    this.#next = draft ?? states.cells;
    this.#visit = visit;
    this.#head = new Uint16Array(wireOf(tables.processes.length));
  }

  /** Reads the state of this number. */
  load(index: number): void {
    const { cells, width } = this.#states;
    const [head, wire] = [this.#head, this.#wire];
    const [offset, end] = [index * width, (index + 1) * width];
    this.#index = index;
    for (let cell = 0; cell < head.length; cell += 1) head[cell] = cells[offset + cell] as number;
    let count = 0;
    for (let place = offset + head.length; place < end; place += 1) {
      const cell = cells[place] as number;
      if (cell === 0) break;
      wire[count] = cell - 1;
      count += 1;
    }
    this.#count = count;
  }

  /** Time passes only while nothing is overdue, and only if something is still to come. */
  wait(): void {
    const { processes, parcels } = this.#tables;
    const head = this.#head;
    let soonest = NEVER;
    for (let at = 0; at < processes.length; at += 1) {
      const state = head[PROCESSES + at] as number;
      const timer = (processes[at] as ProcessTable).soonest[state] as number;
      if (timer < soonest) soonest = timer;
    }
    if (soonest === 0) return;
    for (let place = 0; place < this.#count; place += 1) {
      const parcel = this.#wire[place] as number;
      const latest = parcels.latestIn[parcel] as number;
      if (latest >= soonest) continue;
      // Messages that nobody can take don't count; which they are matters only where it would decide.
      if (latest > 0 && soonest !== NEVER) continue;
      if (this.#reactionTo(parcel) === BLOCKED) continue;
      if (latest === 0) return;
      soonest = latest;
    }
    if (soonest === NEVER) return;
    const base = this.#begin();
    const next = this.#next;
    for (let at = 0; at < processes.length; at += 1) {
      const cell = PROCESSES + at;
      next[base + cell] = (processes[at] as ProcessTable).aged(head[cell] as number);
    }
    const wire = base + head.length;
    clearWire(next, wire);
    for (let place = 0; place < this.#count; place += 1) {
      putMessage(next, wire, parcels.aged(this.#wire[place] as number));
    }
    this.#visit();
  }

  /** Everything but waiting. Returns whether anything will still happen if no fault does. */
  events(): boolean {
    const { processes, reactions } = this.#tables;
    let alive = this.#messages();
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#head[PROCESSES + at] as number;
      const soonest = table.soonest[state] as number;
      if (soonest === NEVER) continue;
      alive = true;
      if (soonest > 0) continue;
      for (const reaction of table.fires(state)) {
        if (!reactions.isBeyond(reaction)) this.#react(at, reaction, NONE);
      }
    }
    if (((this.#head[FAULTS] as number) & CRASHES) !== 0) {
      for (let at = 0; at < processes.length; at += 1) {
        if ((processes[at] as ProcessTable).crashes) this.#crash(at);
      }
    }
    return alive;
  }

  /** Deliveries, losses and copies. Returns whether anything will still arrive. */
  #messages(): boolean {
    const { parcels, reactions } = this.#tables;
    const faults = this.#head[FAULTS] as number;
    const wire = this.#wire;
    let alive = false;
    for (let place = this.#count - 1; place >= 0; place -= 1) {
      const parcel = wire[place] as number;
      // Which of several equal messages it is makes no difference.
      if (place > 0 && wire[place - 1] === parcel) continue;
      const reaction = this.#reactionTo(parcel);
      if (reaction >= 0) {
        alive = true;
        if (parcels.hasLeft[parcel] && !reactions.isBeyond(reaction)) {
          this.#react(parcels.process[parcel] as number, reaction, place);
        }
      }
      if (!parcels.lossy[parcel]) continue;
      if ((faults & LOSSES) !== 0) this.#lose(place);
      if ((faults & DUPLICATES) !== 0) this.#duplicate(parcel);
    }
    return alive;
  }

  #reactionTo(parcel: number): number {
    const { parcels, processes } = this.#tables;
    const to = parcels.process[parcel] as number;
    return (processes[to] as ProcessTable).receive(
      this.#head[PROCESSES + to] as number,
      parcels.kind[parcel] as number,
      parcel,
    );
  }

  /** What a reaction makes of the row; the message at `arrived` is what it reacts to. */
  #react(at: number, reaction: number, arrived: number): void {
    const base = this.#begin();
    let others = this.#count;
    if (arrived !== NONE) {
      takeMessage(this.#next, base + this.#head.length + arrived);
      others -= 1;
    }
    if (this.#carryOut(base, at, reaction, others)) this.#visit();
  }

  #lose(place: number): void {
    const base = this.#begin();
    takeMessage(this.#next, base + this.#head.length + place);
    this.#next[base + FAULTS] = (this.#head[FAULTS] as number) - LOSS;
    this.#visit();
  }

  #duplicate(parcel: number): void {
    if (this.#isTooMany(this.#count + 1)) return;
    const base = this.#begin();
    putMessage(this.#next, base + this.#head.length, parcel);
    this.#next[base + FAULTS] = (this.#head[FAULTS] as number) - DUPLICATE;
    this.#visit();
  }

  /** The process forgets all, connections to it close, and what was on the wire may change by it. */
  #crash(position: number): void {
    const { processes, parcels } = this.#tables;
    const crashed = processes[position] as ProcessTable;
    const base = this.#begin();
    const next = this.#next;
    next[base + FAULTS] = (this.#head[FAULTS] as number) - CRASH;
    mapWire(next, base + this.#head.length, (parcel) =>
      parcels.afterCrash(parcel, crashed.id, position),
    );
    let count = this.#count;
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#head[PROCESSES + at] as number;
      const reaction = at === position ? table.restart : table.closing(state, crashed);
      if (reaction === NOTHING) continue;
      if (!this.#carryOut(base, at, reaction, count)) return;
      count += this.#tables.reactions.sending(reaction).length;
    }
    this.#visit();
  }

  /** The next row is the one that was loaded. Returns where it begins. */
  #begin(): number {
    const draft = this.#draft;
    if (draft === null) {
      this.#base = this.#states.open(this.#index);
      this.#next = this.#states.cells;
    } else this.#states.read(this.#index, draft);
    return this.#base;
  }

  /**
   * The process changes, messages are put on the wire beside at most `count` others, and the judge hears of
   * facts. False if those would be too many messages.
   */
  #carryOut(base: number, at: number, reaction: number, count: number): boolean {
    const { reactions } = this.#tables;
    const next = this.#next;
    next[base + PROCESSES + at] = reactions.next(reaction);
    if (reactions.sends(reaction) !== 0) {
      const sent = reactions.sending(reaction);
      const wire = base + this.#head.length;
      if (this.#isTooMany(count + sent.length)) {
        clearWire(next, wire);
        return false;
      }
      for (let place = 0; place < sent.length; place += 1) {
        putMessage(next, wire, sent[place] as number);
      }
    }
    const facts = reactions.facts(reaction);
    if (facts !== 0) {
      const before = next[base + RECOLLECTION] as number;
      next[base + RECOLLECTION] = this.#tables.withFacts(before, facts);
    }
    return true;
  }

  #isTooMany(messages: number): boolean {
    if (messages <= EXPLORER_LIMITS.onTheWireMax) return false;
    this.overflowed = true;
    return true;
  }
}
