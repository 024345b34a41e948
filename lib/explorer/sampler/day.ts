import { initialCore } from '@/lib/engine/core';
import type { Question } from '@/lib/explorer/question';
import { Columns } from '@/lib/explorer/sampler/columns';
import { Costs } from '@/lib/explorer/sampler/costs';
import * as diary from '@/lib/explorer/sampler/diary';
import { ARRIVES, Flights, IS_DOUBLED, IS_LOST } from '@/lib/explorer/sampler/flights';
import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { Random, thresholdOf } from '@/lib/explorer/sampler/random';
import type { Rates } from '@/lib/explorer/sampler/weather';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { BLOCKED, NOTHING } from '@/lib/explorer/tables/reactions';
import { STUCK, Stuckness } from '@/lib/explorer/tables/stuck';
import { Tables } from '@/lib/explorer/tables/tables';

/**
 * Days drawn at random: `live(n)` lives through the day of seed n and leaves what came of it in the
 * fields. The same seed gives the same day, whatever was lived through before.
 *
 * What can happen, and when, is as in `lib/engine/choices.ts`; what it does comes out of the explorer's
 * tables, which ask the engine once. A message's fate and hour are drawn when it is sent, a crash after
 * each event of a process that may crash, and the order of what is due at the same tick as it comes up.
 * No event allocates anything, so a day costs a few microseconds.
 */
export class Days {
  readonly tables: Tables;
  readonly columns: Columns;
  readonly diary = new diary.Diary();
  readonly costs: Costs;
  /** Bits in the order of `OUTCOMES`. */
  outcomes = 0;
  /** Whether a limit was hit: then lost, stuck and swallowed are not known and stand as absent. */
  cutOff = false;
  /** What the judge remembers of it. */
  recollection = 0;

  readonly #random = new Random();
  readonly #lossBelow: number;
  readonly #doubleBelow: number;
  readonly #lateBelow: number;
  readonly #crashBelow: number;
  readonly #shuffled: boolean;
  readonly #stuckness: Stuckness;
  readonly #processes: readonly ProcessTable[];
  readonly #first: { readonly processes: readonly number[]; readonly recollection: number };
  readonly #firstParcels: readonly number[];
  readonly #states: Int32Array;
  readonly #flights = new Flights();
  /** What could happen now, written as in the diary. */
  readonly #due = new Int32Array(SAMPLER_LIMITS.inFlightMax + 1_024);
  #now = 0;

  constructor(question: Question, rates: Rates) {
    this.tables = new Tables(question, { timed: true });
    this.columns = new Columns(this.tables, question);
    this.costs = new Costs(this.columns);
    this.#stuckness = new Stuckness(this.tables, question, this.tables.system);
    this.#processes = this.tables.processes;
    this.#first = this.tables.start();
    const { parcels } = initialCore(this.tables.system).core;
    this.#firstParcels = parcels.map((parcel) => this.tables.parcels.of(parcel));
    this.#states = new Int32Array(this.#processes.length);
    this.#lossBelow = thresholdOf(rates.loss);
    this.#doubleBelow = thresholdOf(rates.loss + rates.duplicate);
    this.#lateBelow = thresholdOf(rates.late);
    this.#crashBelow = thresholdOf(rates.crash);
    this.#shuffled = rates.shuffled;
  }

  live(seed: number): void {
    this.#random.seed(seed);
    this.#begin();
    while (!this.cutOff) {
      const due = this.#collectDue();
      if (due > 0) this.#take(due);
      else if (!this.#passTime()) break;
      if (
        this.diary.events >= SAMPLER_LIMITS.eventsPerDayMax ||
        this.#now >= SAMPLER_LIMITS.ticksPerDayMax ||
        this.#flights.count > SAMPLER_LIMITS.inFlightMax
      ) {
        this.cutOff = true;
      }
    }
    this.outcomes = this.cutOff
      ? (this.tables.recollections.already[this.recollection] as number)
      : this.#outcomesAtEnd();
  }

  #begin(): void {
    this.diary.clear();
    this.costs.clear();
    this.cutOff = false;
    this.recollection = this.#first.recollection;
    this.#flights.count = 0;
    this.#now = 0;
    for (let at = 0; at < this.#states.length; at += 1) {
      this.#states[at] = this.#first.processes[at] as number;
    }
    this.#send(this.#firstParcels);
    this.#strike(0);
  }

  /** What could happen now: messages by age, then timers by cast. Returns how much there is. */
  #collectDue(): number {
    const { arrivals, count } = this.#flights;
    let due = 0;
    for (let at = 0; at < count; at += 1) {
      if ((arrivals[at] as number) > this.#now || this.#reactionTo(at) === BLOCKED) continue;
      this.#due[due] = diary.noted(diary.DELIVER, at);
      due += 1;
    }
    for (let at = 0; at < this.#processes.length; at += 1) {
      const table = this.#processes[at] as ProcessTable;
      const state = this.#states[at] as number;
      if (table.soonest(state) !== 0) continue;
      const timers = table.fires(state).length;
      for (let place = 0; place < timers; place += 1) {
        this.#due[due] = diary.noted(diary.FIRE, diary.timerOf(at, place));
        due += 1;
      }
    }
    return due;
  }

  #reactionTo(at: number): number {
    const { parcels } = this.tables;
    const parcel = this.#flights.parcels[at] as number;
    const to = parcels.processOf(parcel);
    const table = this.#processes[to] as ProcessTable;
    return table.receive(this.#states[to] as number, parcel);
  }

  #take(due: number): void {
    const picked = due > 1 && this.#shuffled ? this.#random.below(due) : 0;
    const choice = this.#due[picked] as number;
    const which = diary.whichOf(choice);
    if (diary.kindOf(choice) === diary.FIRE) {
      this.diary.note(diary.FIRE, which);
      const at = diary.processOf(which);
      const fires = (this.#processes[at] as ProcessTable).fires(this.#states[at] as number);
      this.#event(at, fires[diary.placeOf(which)] as number);
      return;
    }
    this.diary.note(diary.DELIVER, which);
    const to = this.tables.parcels.processOf(this.#flights.parcels[which] as number);
    const reaction = this.#reactionTo(which);
    this.#flights.remove(which);
    this.#event(to, reaction);
  }

  /** What an event does to a process, and whether it crashes right after it. */
  #event(at: number, reaction: number): void {
    const sentFrom = this.#flights.count;
    this.#carryOut(at, reaction);
    this.#strike(sentFrom);
    const { crashes } = this.#processes[at] as ProcessTable;
    if (crashes && this.#crashBelow > 0 && this.#random.next() < this.#crashBelow) this.#crash(at);
  }

  #carryOut(at: number, reaction: number): void {
    const { reactions, recollections } = this.tables;
    this.#states[at] = reactions.next(reaction);
    const facts = reactions.facts(reaction);
    if (facts !== 0) {
      this.recollection = recollections.after(this.recollection, facts, reactions.happened(facts));
      this.diary.happen(facts);
      this.costs.happened(facts, this.#now);
    }
    const sending = reactions.sending(reaction);
    if (sending.length > 0) this.#send(sending);
  }

  /** Puts messages on the wire and draws what becomes of each. */
  #send(sending: readonly number[]): void {
    this.columns.read();
    for (let place = 0; place < sending.length; place += 1) {
      const parcel = sending[place] as number;
      this.costs.sent(parcel);
      this.#put(parcel, this.#fateOf(parcel));
    }
  }

  /** Loses and doubles those that were put on the wire from this place on, if that is their fate. */
  #strike(from: number): void {
    const flights = this.#flights;
    for (let at = from, left = flights.count - from; left > 0; left -= 1) {
      const fate = flights.fates[at] as number;
      if (fate === IS_LOST) {
        this.diary.note(diary.LOSE, at);
        flights.remove(at);
        continue;
      }
      if (fate === IS_DOUBLED) {
        this.diary.note(diary.DUPLICATE, at);
        this.#put(flights.parcels[at] as number, ARRIVES);
      }
      at += 1;
    }
  }

  #fateOf(parcel: number): number {
    if (!this.tables.parcels.isLossy(parcel) || this.#doubleBelow === 0) return ARRIVES;
    const drawn = this.#random.next();
    if (drawn < this.#lossBelow) return IS_LOST;
    return drawn < this.#doubleBelow && this.tables.parcels.doubles(parcel) ? IS_DOUBLED : ARRIVES;
  }

  #put(parcel: number, fate: number): void {
    const usual = this.columns.usual[parcel] as number;
    const latest = this.columns.latest[parcel] as number;
    let travels = usual;
    if (latest > usual && this.#lateBelow > 0 && this.#random.next() < this.#lateBelow) {
      travels += 1 + this.#random.below(latest - usual);
    }
    if (!this.#flights.put(parcel, this.#now + travels, fate)) this.cutOff = true;
  }

  /** The process forgets, what it had on the wire changes or ends, and whoever listens hears of it. */
  #crash(position: number): void {
    this.diary.note(diary.CRASH, position);
    const crashed = this.#processes[position] as ProcessTable;
    const flights = this.#flights;
    for (let at = 0; at < flights.count;) {
      const parcel = flights.parcels[at] as number;
      const left = this.tables.parcels.afterCrash(parcel, crashed.id, position);
      if (left < 0) flights.remove(at);
      else {
        flights.parcels[at] = left;
        at += 1;
      }
    }
    const sentFrom = flights.count;
    this.#carryOut(position, crashed.restart);
    for (let at = 0; at < this.#processes.length; at += 1) {
      if (at === position) continue;
      const table = this.#processes[at] as ProcessTable;
      const reaction = table.closing(this.#states[at] as number, crashed);
      if (reaction !== NOTHING) this.#carryOut(at, reaction);
    }
    this.#strike(sentFrom);
  }

  /** Lets time pass until something is due. False if nothing ever will be. */
  #passTime(): boolean {
    const { arrivals, count } = this.#flights;
    let ticks = NEVER;
    for (let at = 0; at < count; at += 1) {
      const toGo = (arrivals[at] as number) - this.#now;
      if (toGo > 0 && toGo < ticks && this.#reactionTo(at) !== BLOCKED) ticks = toGo;
    }
    for (let at = 0; at < this.#processes.length; at += 1) {
      const table = this.#processes[at] as ProcessTable;
      const soonest = table.soonest(this.#states[at] as number);
      if (soonest < ticks) ticks = soonest;
    }
    if (ticks === NEVER) return false;
    for (let at = 0; at < this.#processes.length; at += 1) {
      const table = this.#processes[at] as ProcessTable;
      let state = this.#states[at] as number;
      if (table.soonest(state) === NEVER) continue;
      for (let tick = 0; tick < ticks; tick += 1) state = table.aged(state);
      this.#states[at] = state;
    }
    this.#now += ticks;
    this.diary.note(diary.WAIT, ticks);
    return true;
  }

  #outcomesAtEnd(): number {
    const { atEnd, unanswered } = this.tables.recollections.of(this.recollection);
    if (unanswered.length === 0) return atEnd;
    const { parcels, count } = this.#flights;
    const isStuck = this.#stuckness.isStuck({
      processes: [...this.#states],
      parcels: [...parcels.subarray(0, count)],
      recollection: this.recollection,
    });
    return isStuck ? atEnd | STUCK : atEnd;
  }
}
