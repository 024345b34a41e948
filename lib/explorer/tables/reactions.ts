import type { CoreStep } from '@/lib/engine/core';
import { enlarged } from '@/lib/explorer/enlarged';
import { Interner } from '@/lib/engine/interner';
import type { Fact, ProcessId } from '@/lib/engine/model';
import type { System } from '@/lib/engine/system';
import type { ParcelId, Parcels } from '@/lib/explorer/tables/parcels';

/** Nobody can take the message now. */
export const BLOCKED = -1;
/** It changes nothing and nobody hears of it. */
export const NOTHING = -2;

/** Where a reaction keeps what. */
const NEXT = 0;
const SENDS = 1;
const FACTS = 2;
const MARKS = 3;
const CELLS = 4;

/** Marks: messages were sent, and facts happened. They stand where a move has room for them. */
export const SENT = 1 << 3;
export const HAPPENED = 1 << 4;
/** A mark beside these: it sends what belongs to an attempt beyond the bound. */
const BEYOND = 1;

/** What events do to processes: one small integer for each, with what it does in four cells. */
export class Reactions {
  readonly system: System;
  #cells = new Int32Array(1024);
  readonly #sendings: (readonly ParcelId[])[] = [];
  #size = 0;
  readonly #parcels: Parcels;
  readonly #attemptsMax: number;
  readonly #sendLists = new Interner<null>();
  readonly #factLists = new Interner<readonly Fact[]>();

  constructor(system: System, parcels: Parcels, attemptsMax: number) {
    this.system = system;
    this.#parcels = parcels;
    this.#attemptsMax = attemptsMax;
    this.#sendLists.intern('', () => null);
    this.#factLists.intern('[]', () => []);
  }

  /** The state that the process is in afterwards. */
  next(reaction: number): number {
    return this.#cells[reaction * CELLS + NEXT] as number;
  }

  /** What is put on the wire, in whatever order, as an integer; 0: nothing. */
  sends(reaction: number): number {
    return this.#cells[reaction * CELLS + SENDS] as number;
  }

  /** The same messages in the order of sending. */
  sending(reaction: number): readonly ParcelId[] {
    return this.#sendings[reaction] as readonly ParcelId[];
  }

  /** The list of what happened; 0 is the empty list. */
  facts(reaction: number): number {
    return this.#cells[reaction * CELLS + FACTS] as number;
  }

  /** Whether it sends what belongs to an attempt beyond the bound. */
  isBeyond(reaction: number): boolean {
    return ((this.#cells[reaction * CELLS + MARKS] as number) & BEYOND) !== 0;
  }

  /** Whether anything is sent and anything happens, as marks. */
  marks(reaction: number): number {
    return (this.#cells[reaction * CELLS + MARKS] as number) & (SENT | HAPPENED);
  }

  /** Whether both lead to the same state, send the same and let the same happen. */
  areAlike(one: number, other: number): boolean {
    return (
      this.next(one) === this.next(other) &&
      this.sends(one) === this.sends(other) &&
      this.facts(one) === this.facts(other)
    );
  }

  happened(list: number): readonly Fact[] {
    return this.#factLists.at(list);
  }

  /** Only what the process itself sent and did counts: a crash also wakes the one that crashed. */
  add(process: ProcessId, next: number, { sent, facts }: CoreStep): number {
    const isOwn = (by: string): boolean => this.system.processOf(by).id === process;
    const own = sent.filter(({ by }) => isOwn(by)).map(({ parcel }) => parcel);
    const sending = own.map((parcel) => this.#parcels.of(parcel));
    const parcels = sending.toSorted((a, b) => a - b);
    const happened = facts.filter(({ by }) => isOwn(by)).map(({ fact }) => fact);
    if ((this.#size + 1) * CELLS > this.#cells.length) {
      this.#cells = enlarged(this.#cells, this.#cells.length * 2);
    }
    const at = this.#size * CELLS;
    this.#cells[at + NEXT] = next;
    this.#cells[at + SENDS] = this.#sendLists.intern(parcels.join(), () => null);
    this.#cells[at + FACTS] = this.#factLists.intern(JSON.stringify(happened), () => happened);
    this.#cells[at + MARKS] =
      (own.some((state) => this.#isBeyond(state)) ? BEYOND : 0) |
      (own.length > 0 ? SENT : 0) |
      (happened.length > 0 ? HAPPENED : 0);
    this.#sendings.push(sending);
    this.#size += 1;
    return this.#size - 1;
  }

  #isBeyond(state: number): boolean {
    const { attempt } = this.system.parcelOf(state).message;
    return typeof attempt === 'number' && attempt > this.#attemptsMax;
  }
}
