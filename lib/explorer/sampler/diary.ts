import { SAMPLER_LIMITS } from '@/lib/explorer/sampler/limits';
import { PROCESS_BITS, PROCESS_MASK } from '@/lib/explorer/tables/parcels';

/** A choice as it is written down: its kind in the low bits, and which one above them. */
export const DELIVER = 0;
export const LOSE = 1;
export const DUPLICATE = 2;
export const FIRE = 3;
export const CRASH = 4;
export const WAIT = 5;
const KIND_BITS = 3;

export const noted = (kind: number, which: number): number => (which << KIND_BITS) | kind;
export const kindOf = (choice: number): number => choice & ((1 << KIND_BITS) - 1);
export const whichOf = (choice: number): number => choice >> KIND_BITS;

/** A timer, by the position of its process and its place among the process's timers that are due. */
export const timerOf = (process: number, place: number): number =>
  (place << PROCESS_BITS) | process;
export const processOf = (timer: number): number => timer & PROCESS_MASK;
export const placeOf = (timer: number): number => timer >> PROCESS_BITS;

/** An event can lose or double each message that it sends, and time can pass before each. */
const ROOM = 4 * SAMPLER_LIMITS.eventsPerDayMax;

/** All that was chosen on one day, and what happened: enough to live through it again. */
export class Diary {
  readonly choices = new Int32Array(ROOM);
  length = 0;
  /** Lists of facts, in order. */
  readonly facts = new Int32Array(ROOM);
  happenings = 0;
  /** Entries that a trace of the day has: waiting leaves none. */
  events = 0;
  /** Messages lost and doubled, and crashes. */
  faults = 0;

  clear(): void {
    this.length = 0;
    this.happenings = 0;
    this.events = 0;
    this.faults = 0;
  }

  note(kind: number, which: number): void {
    this.choices[this.length] = noted(kind, which);
    this.length += 1;
    if (kind !== WAIT) this.events += 1;
    if (kind === LOSE || kind === DUPLICATE || kind === CRASH) this.faults += 1;
  }

  happen(facts: number): void {
    this.facts[this.happenings] = facts;
    this.happenings += 1;
  }
}
