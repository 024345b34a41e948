import { enlarged } from '@/lib/explorer/enlarged';
import { hashPair } from '@/lib/explorer/tables/pair-map';
import type { ParcelId, Parcels } from '@/lib/explorer/tables/parcels';

/** All that is on the wire at a moment, whatever the order of sending, as an integer. 0: nothing. */
export type WireId = number;

/** Lists of messages, by their ids; 0 is the empty list. */
export interface Lists {
  readonly sent: (list: number) => readonly ParcelId[];
}

/** Nothing comes any more. */
export const NEVER = 2 ** 30;

const UNKNOWN = -1;
/** Where a wire's stretch of the pool keeps what. */
const COUNT = 0;
const SOONEST = 1;
const AGED = 2;
/** Where its items begin. */
export const ITEMS = 3;
/**
 * An item is a parcel and how many there are of it; then links to other wires: without one of them, with
 * one more, and, for the list of messages that last took the place of one, with those in its place.
 */
export const ITEM = 6;
const WITHOUT = 2;
const DOUBLED = 3;
const LIST = 4;
const EXCHANGED = 5;

/**
 * Multisets of messages, interned: each is written once into one pool of integers, and its place there
 * is its id. It holds links to the wires that it turns into, filled in when first asked for.
 */
export class Wires {
  /** Read it anew after any call here: it is replaced when it grows. */
  get pool(): Int32Array {
    return this.#pool;
  }

  #pool = new Int32Array(1 << 16);
  #size = 0;
  #used = 0;
  #slots = new Int32Array(1 << 13).fill(UNKNOWN);
  readonly #parcels: Parcels;
  /** A wire in the making: parcels in order, each with how many there are of it. */
  #draft = new Int32Array(64);
  #drafted = 0;

  constructor(parcels: Parcels) {
    this.#parcels = parcels;
    this.#intern();
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes that all of it holds on to. */
  get bytes(): number {
    return this.#pool.byteLength + this.#slots.byteLength;
  }

  /** How many different messages there are. */
  kindsOf(wire: WireId): number {
    return this.#pool[wire + COUNT] as number;
  }

  parcelAt(wire: WireId, item: number): ParcelId {
    return this.#pool[wire + ITEMS + item * ITEM] as number;
  }

  countAt(wire: WireId, item: number): number {
    return this.#pool[wire + ITEMS + item * ITEM + 1] as number;
  }

  /** Ticks until the first of them is overdue. */
  soonestOf(wire: WireId): number {
    return this.#pool[wire + SOONEST] as number;
  }

  /** Without one of the messages at `item`. */
  without(wire: WireId, item: number): WireId {
    const at = wire + ITEMS + item * ITEM + WITHOUT;
    const known = this.#pool[at] as number;
    return known === UNKNOWN ? (this.#pool[at] = this.#exchange(wire, item, [])) : known;
  }

  /** With one more of the messages at `item`. */
  doubled(wire: WireId, item: number): WireId {
    const at = wire + ITEMS + item * ITEM + DOUBLED;
    const known = this.#pool[at] as number;
    if (known !== UNKNOWN) return known;
    return (this.#pool[at] = this.withAll(wire, [this.parcelAt(wire, item)]));
  }

  /** With the messages of a list in place of one at `item`. The same list is often asked for again. */
  exchanged(wire: WireId, item: number, list: number, lists: Lists): WireId {
    if (list === 0) return this.without(wire, item);
    const at = wire + ITEMS + item * ITEM;
    const pool = this.#pool;
    if (pool[at + LIST] === list) return pool[at + EXCHANGED] as number;
    const found = this.#exchange(wire, item, lists.sent(list));
    this.#pool[at + LIST] = list;
    this.#pool[at + EXCHANGED] = found;
    return found;
  }

  #exchange(wire: WireId, item: number, parcels: readonly ParcelId[]): WireId {
    this.#begin(wire);
    const count = this.#draft[item * 2 + 1] as number;
    if (count > 1) this.#draft[item * 2 + 1] = count - 1;
    else {
      this.#draft.copyWithin(item * 2, item * 2 + 2, this.#drafted * 2);
      this.#drafted -= 1;
    }
    for (const parcel of parcels) this.#put(parcel, 1);
    return this.#intern();
  }

  withAll(wire: WireId, parcels: readonly ParcelId[]): WireId {
    this.#begin(wire);
    for (const parcel of parcels) this.#put(parcel, 1);
    return this.#intern();
  }

  /** A tick later. */
  aged(wire: WireId): WireId {
    const known = this.#pool[wire + AGED] as number;
    if (known !== UNKNOWN) return known;
    const found = this.map(wire, (parcel) => this.#parcels.aged(parcel));
    this.#pool[wire + AGED] = found;
    return found;
  }

  /** With each message turned into another, or into nothing where `change` says -1. It must not ask for wires. */
  map(wire: WireId, change: (parcel: ParcelId) => ParcelId): WireId {
    this.#drafted = 0;
    for (let item = 0; item < this.kindsOf(wire); item += 1) {
      const parcel = change(this.parcelAt(wire, item));
      if (parcel >= 0) this.#put(parcel, this.countAt(wire, item));
    }
    return this.#intern();
  }

  /** Every message, as often as it is there. */
  all(wire: WireId): readonly ParcelId[] {
    return Array.from({ length: this.kindsOf(wire) }, (_, item) =>
      Array<ParcelId>(this.countAt(wire, item)).fill(this.parcelAt(wire, item)),
    ).flat();
  }

  /** The draft is this wire. */
  #begin(wire: WireId): void {
    const kinds = this.kindsOf(wire);
    const from = wire + ITEMS;
    this.#reserve(kinds + 1);
    for (let item = 0; item < kinds; item += 1) {
      this.#draft[item * 2] = this.#pool[from + item * ITEM] as number;
      this.#draft[item * 2 + 1] = this.#pool[from + item * ITEM + 1] as number;
    }
    this.#drafted = kinds;
  }

  #put(parcel: ParcelId, count: number): void {
    this.#reserve(this.#drafted + 1);
    const draft = this.#draft;
    let place = this.#drafted;
    while (place > 0 && (draft[place * 2 - 2] as number) >= parcel) place -= 1;
    if (place < this.#drafted && draft[place * 2] === parcel) {
      draft[place * 2 + 1] = (draft[place * 2 + 1] as number) + count;
      return;
    }
    draft.copyWithin(place * 2 + 2, place * 2, this.#drafted * 2);
    draft[place * 2] = parcel;
    draft[place * 2 + 1] = count;
    this.#drafted += 1;
  }

  #reserve(items: number): void {
    if (items * 2 <= this.#draft.length) return;
    this.#draft = enlarged(this.#draft, items * 4);
  }

  /** The id of the draft. */
  #intern(): WireId {
    const draft = this.#draft;
    let hash = 17;
    for (let item = 0; item < this.#drafted; item += 1) {
      hash = hashItem(hash, draft[item * 2] as number, draft[item * 2 + 1] as number);
    }
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const wire = this.#slots[slot] as number;
      if (wire === UNKNOWN) break;
      if (this.#isDraft(wire)) return wire;
      slot = (slot + 1) & mask;
    }
    const made = this.#used;
    this.#slots[slot] = made;
    this.#write();
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return made;
  }

  #isDraft(wire: WireId): boolean {
    const [pool, draft] = [this.#pool, this.#draft];
    if (pool[wire + COUNT] !== this.#drafted) return false;
    for (let item = 0; item < this.#drafted; item += 1) {
      const at = wire + ITEMS + item * ITEM;
      if (pool[at] !== draft[item * 2] || pool[at + 1] !== draft[item * 2 + 1]) return false;
    }
    return true;
  }

  #write(): void {
    const length = ITEMS + this.#drafted * ITEM;
    if (this.#used + length > this.#pool.length) {
      this.#pool = enlarged(this.#pool, this.#pool.length * 2);
    }
    const [pool, draft, start] = [this.#pool, this.#draft, this.#used];
    this.#size += 1;
    this.#used += length;
    let soonest = NEVER;
    for (let item = 0; item < this.#drafted; item += 1) {
      const parcel = draft[item * 2] as number;
      const at = start + ITEMS + item * ITEM;
      pool[at] = parcel;
      pool[at + 1] = draft[item * 2 + 1] as number;
      pool.fill(UNKNOWN, at + WITHOUT, at + ITEM);
      soonest = Math.min(soonest, this.#parcels.latestIn[parcel] as number);
    }
    pool[start + COUNT] = this.#drafted;
    pool[start + SOONEST] = soonest;
    pool[start + AGED] = UNKNOWN;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(UNKNOWN);
    const mask = this.#slots.length - 1;
    for (let wire = 0; wire < this.#used; wire += ITEMS + this.kindsOf(wire) * ITEM) {
      let hash = 17;
      for (let item = 0; item < this.kindsOf(wire); item += 1) {
        hash = hashItem(hash, this.parcelAt(wire, item), this.countAt(wire, item));
      }
      let slot = hash & mask;
      while (this.#slots[slot] !== UNKNOWN) slot = (slot + 1) & mask;
      this.#slots[slot] = wire;
    }
  }
}

const hashItem = (hash: number, parcel: number, count: number): number =>
  hashPair(hash, parcel * 8 + count);
