import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Commuting } from '@/lib/explorer/search/commuting';
import type { Draft } from '@/lib/explorer/search/draft';
import {
  COPIED,
  DELIVERED,
  FIRED,
  LOST,
  type Move,
  ofMessage,
  ofReaction,
  UNTOLD,
} from '@/lib/explorer/search/move';
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
} from '@/lib/explorer/search/row';
import { KNOWN, type StateSet } from '@/lib/explorer/search/state-set';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { NOTHING } from '@/lib/explorer/tables/reactions';
import type { Tables } from '@/lib/explorer/tables/tables';

/** It is no message that is reacted to. */
const NONE = -1;

/** All that can happen next in one state but waiting, written down row by row. */
export class Moves {
  /** Whether a move was left out since there would have been more messages on the wire than may be. */
  overflowed = false;
  /** Whether a move was left because it would send what belongs to an attempt beyond the bound. */
  beyond = false;
  /** How many moves were not made, since where they lead is found by another way. */
  passedOver = 0;
  readonly #tables: Tables;
  readonly #found: (index: number) => void;
  readonly #commuting: Commuting | null;
  readonly #states: StateSet;
  readonly #draft: Draft;
  #index = 0;
  /** The state that was loaded: the cells of its row up to the wire, and the messages on it. */
  readonly #head: Row;
  readonly #wire = new Int32Array(EXPLORER_LIMITS.onTheWireMax);
  #count = 0;

  /**
   * What a move leads to is written into the draft; `found` is called if it is new. With `commuting`, moves that lead
   * where another way leads are counted and not made.
   */
  constructor(
    tables: Tables,
    states: StateSet,
    draft: Draft,
    commuting: Commuting | null,
    found: (index: number) => void,
  ) {
    this.#tables = tables;
    this.#states = states;
    this.#draft = draft;
    this.#commuting = commuting;
    this.#found = found;
    this.#head = new Uint16Array(wireOf(tables.processes.length));
  }

  /** Makes all moves out of the state of this number. Returns whether anything will still happen if no fault does. */
  make(index: number): boolean {
    this.#load(index);
    const { processes, reactions } = this.#tables;
    const commuting = this.#commuting;
    let alive = this.#messages();
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#head[PROCESSES + at] as number;
      const soonest = table.soonest(state);
      if (soonest === NEVER) continue;
      alive = true;
      if (soonest > 0) continue;
      const earlier = commuting?.isEarlierTimer(at) === true ? commuting : null;
      const fires = table.fires(state);
      for (let nth = 0; nth < fires.length; nth += 1) {
        const reaction = fires[nth] as number;
        if (reactions.isBeyond(reaction)) {
          this.beyond = true;
          continue;
        }
        if (earlier?.commutes(at, reaction)) this.passedOver += 1;
        else this.#react(at, reaction, NONE, ofReaction(FIRED, nth, at, reactions.marks(reaction)));
      }
    }
    if (((this.#head[FAULTS] as number) & CRASHES) !== 0) {
      for (let at = 0; at < processes.length; at += 1) {
        if ((processes[at] as ProcessTable).crashes) this.#crash(at);
      }
    }
    return alive;
  }

  #load(index: number): void {
    const { cells, width } = this.#states;
    const head = this.#head;
    const wire = this.#wire;
    const offset = index * width;
    const end = offset + width;
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
    this.#commuting?.enter(index);
  }

  /** Deliveries, losses and copies. Returns whether anything will still arrive. */
  #messages(): boolean {
    const { parcels, processes, reactions } = this.#tables;
    const commuting = this.#commuting;
    const faults = this.#head[FAULTS] as number;
    const wire = this.#wire;
    let alive = false;
    for (let place = this.#count - 1; place >= 0; place -= 1) {
      const parcel = wire[place] as number;
      // Which of several equal messages it is makes no difference.
      if (place > 0 && wire[place - 1] === parcel) continue;
      const earlier = commuting?.isEarlier(parcel) === true ? commuting : null;
      const to = parcels.processOf(parcel);
      const state = this.#head[PROCESSES + to] as number;
      const reaction = (processes[to] as ProcessTable).receive(state, parcel);
      if (reaction >= 0) {
        alive = true;
        if (reactions.isBeyond(reaction)) this.beyond = true;
        else if (parcels.hasLeft(parcel)) {
          if (earlier?.commutes(to, reaction)) this.passedOver += 1;
          else {
            const marks = reactions.marks(reaction);
            this.#react(to, reaction, place, ofReaction(DELIVERED, parcel, to, marks));
          }
        }
      }
      if (!parcels.isLossy(parcel)) continue;
      if ((faults & LOSSES) !== 0) {
        if (earlier) this.passedOver += 1;
        else this.#lose(place, parcel);
      }
      if ((faults & DUPLICATES) !== 0 && parcels.doubles(parcel)) {
        if (earlier) this.passedOver += 1;
        else this.#duplicate(parcel);
      }
    }
    return alive;
  }

  /** What a reaction makes of the row; the message at `arrived` is what it reacts to. */
  #react(at: number, reaction: number, arrived: number, move: Move): void {
    const base = this.#draft.begin(this.#index);
    let others = this.#count;
    if (arrived !== NONE) {
      takeMessage(this.#draft.cells, base + this.#head.length + arrived);
      others -= 1;
    }
    if (this.#carryOut(base, at, reaction, others)) this.#finish(move);
  }

  #lose(place: number, parcel: number): void {
    const base = this.#draft.begin(this.#index);
    const { cells } = this.#draft;
    takeMessage(cells, base + this.#head.length + place);
    cells[base + FAULTS] = (this.#head[FAULTS] as number) - LOSS;
    this.#finish(ofMessage(LOST, parcel));
  }

  #duplicate(parcel: number): void {
    if (this.#isTooMany(this.#count + 1)) return;
    const base = this.#draft.begin(this.#index);
    const { cells } = this.#draft;
    putMessage(cells, base + this.#head.length, parcel);
    cells[base + FAULTS] = (this.#head[FAULTS] as number) - DUPLICATE;
    this.#finish(ofMessage(COPIED, parcel));
  }

  /** The process forgets all, connections to it close, and what was on the wire may change by it. */
  #crash(position: number): void {
    const { processes, parcels } = this.#tables;
    const crashed = processes[position] as ProcessTable;
    const base = this.#draft.begin(this.#index);
    const { cells } = this.#draft;
    cells[base + FAULTS] = (this.#head[FAULTS] as number) - CRASH;
    mapWire(cells, base + this.#head.length, (parcel) =>
      parcels.afterCrash(parcel, crashed.id, position),
    );
    let count = this.#count;
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#head[PROCESSES + at] as number;
      const reaction = at === position ? table.restart : table.closing(state, crashed);
      if (reaction === NOTHING) continue;
      // Who hears of it may ask again, as somebody whose patience is at an end.
      if (this.#tables.reactions.isBeyond(reaction)) {
        this.beyond = true;
        clearWire(cells, base + this.#head.length);
        return;
      }
      if (!this.#carryOut(base, at, reaction, count)) return;
      count += this.#tables.reactions.sending(reaction).length;
    }
    this.#finish(UNTOLD);
  }

  #finish(move: Move): void {
    const index = this.#draft.finish(this.#index, move);
    if (index !== KNOWN) this.#found(index);
  }

  /**
   * The process changes, messages are put on the wire beside at most `count` others, and the judge hears of
   * facts. False if those would be too many messages.
   */
  #carryOut(base: number, at: number, reaction: number, count: number): boolean {
    const { reactions } = this.#tables;
    const { cells } = this.#draft;
    cells[base + PROCESSES + at] = reactions.next(reaction);
    if (reactions.sends(reaction) !== 0) {
      const sent = reactions.sending(reaction);
      const wire = base + this.#head.length;
      if (this.#isTooMany(count + sent.length)) {
        clearWire(cells, wire);
        return false;
      }
      for (let place = 0; place < sent.length; place += 1) {
        putMessage(cells, wire, sent[place] as number);
      }
    }
    const facts = reactions.facts(reaction);
    if (facts !== 0) {
      const before = cells[base + RECOLLECTION] as number;
      cells[base + RECOLLECTION] = this.#tables.withFacts(before, facts);
    }
    return true;
  }

  #isTooMany(messages: number): boolean {
    if (messages <= EXPLORER_LIMITS.onTheWireMax) return false;
    this.overflowed = true;
    return true;
  }
}
