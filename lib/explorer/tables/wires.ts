import { hashPair, PairMap } from '@/lib/explorer/tables/pair-map';
import type { ParcelId, Parcels } from '@/lib/explorer/tables/parcels';

/** All that is on the wire at a moment, whatever the order of sending, as a small integer. 0: nothing. */
export type WireId = number;

const UNKNOWN = -1;
/** Where an entry of the pool keeps what. */
const COUNT = 0;
const SOONEST = 1;
const AGED = 2;
const ITEMS = 3;
/** An item is a parcel, how many there are of it, and the wire without one of them. */
const ITEM = 3;

/**
 * Multisets of messages, interned: each is written once into one pool of integers, with links to the
 * wires that it turns into, filled in when first asked for.
 */
export class Wires {
  pool = new Int32Array(4096);
  /** Where each wire starts in the pool. */
  readonly starts: number[] = [];
  #used = 0;
  #slots = new Int32Array(1024).fill(UNKNOWN);
  readonly #added = new PairMap();
  readonly #parcels: Parcels;

  constructor(parcels: Parcels) {
    this.#parcels = parcels;
    this.#intern([]);
  }

  get size(): number {
    return this.starts.length;
  }

  get bytes(): number {
    return this.pool.byteLength + this.#slots.byteLength + this.#added.bytes + 8 * this.size;
  }

  /** How many different messages there are. */
  kindsOf(wire: WireId): number {
    return this.pool[(this.starts[wire] as number) + COUNT] as number;
  }

  parcelAt(wire: WireId, item: number): ParcelId {
    return this.pool[(this.starts[wire] as number) + ITEMS + item * ITEM] as number;
  }

  countAt(wire: WireId, item: number): number {
    return this.pool[(this.starts[wire] as number) + ITEMS + item * ITEM + 1] as number;
  }

  /** Ticks until the first of them is overdue; 2^30 if nothing is there. */
  soonestOf(wire: WireId): number {
    return this.pool[(this.starts[wire] as number) + SOONEST] as number;
  }

  /** Without one of the messages at `item`. */
  without(wire: WireId, item: number): WireId {
    const at = (this.starts[wire] as number) + ITEMS + item * ITEM + 2;
    const known = this.pool[at] as number;
    if (known !== UNKNOWN) return known;
    const items = this.#itemsOf(wire);
    const [parcel, count] = items[item] as [number, number];
    if (count > 1) items[item] = [parcel, count - 1];
    else items.splice(item, 1);
    const found = this.#intern(items);
    this.pool[at] = found;
    return found;
  }

  with(wire: WireId, parcel: ParcelId): WireId {
    const known = this.#added.get(wire, parcel);
    if (known >= 0) return known;
    const items = this.#itemsOf(wire);
    const place = items.findIndex(([other]) => other >= parcel);
    const there = items[place];
    if (there?.[0] === parcel) items[place] = [parcel, there[1] + 1];
    else items.splice(place < 0 ? items.length : place, 0, [parcel, 1]);
    const found = this.#intern(items);
    this.#added.add(wire, parcel, found);
    return found;
  }

  withAll(wire: WireId, parcels: readonly ParcelId[]): WireId {
    let found = wire;
    for (const parcel of parcels) found = this.with(found, parcel);
    return found;
  }

  /** A tick later. */
  aged(wire: WireId): WireId {
    const at = (this.starts[wire] as number) + AGED;
    const known = this.pool[at] as number;
    if (known !== UNKNOWN) return known;
    const found = this.map(wire, (parcel) => this.#parcels.aged(parcel));
    this.pool[(this.starts[wire] as number) + AGED] = found;
    return found;
  }

  /** With each message turned into another, or into nothing where `change` says -1. */
  map(wire: WireId, change: (parcel: ParcelId) => ParcelId): WireId {
    return this.withAll(
      0,
      this.all(wire)
        .map(change)
        .filter((parcel) => parcel >= 0),
    );
  }

  /** Every message, as often as it is there. */
  all(wire: WireId): readonly ParcelId[] {
    return this.#itemsOf(wire).flatMap(([parcel, count]) => Array<ParcelId>(count).fill(parcel));
  }

  #itemsOf(wire: WireId): [ParcelId, number][] {
    return Array.from({ length: this.kindsOf(wire) }, (_, item) => [
      this.parcelAt(wire, item),
      this.countAt(wire, item),
    ]);
  }

  #intern(items: readonly (readonly [ParcelId, number])[]): WireId {
    let slot = hashOf(items) & (this.#slots.length - 1);
    for (;;) {
      const wire = this.#slots[slot] as number;
      if (wire === UNKNOWN) break;
      if (this.#equals(wire, items)) return wire;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const made = this.starts.length;
    this.#slots[slot] = made;
    this.#write(items);
    if (made * 2 > this.#slots.length) this.#rehash();
    return made;
  }

  #equals(wire: WireId, items: readonly (readonly [ParcelId, number])[]): boolean {
    if (this.kindsOf(wire) !== items.length) return false;
    return items.every(
      ([parcel, count], item) =>
        this.parcelAt(wire, item) === parcel && this.countAt(wire, item) === count,
    );
  }

  #write(items: readonly (readonly [ParcelId, number])[]): void {
    const length = ITEMS + items.length * ITEM;
    if (this.#used + length > this.pool.length) {
      const larger = new Int32Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
    }
    const start = this.#used;
    this.starts.push(start);
    this.#used += length;
    this.pool[start + COUNT] = items.length;
    this.pool[start + SOONEST] = Math.min(
      2 ** 30,
      ...items.map(([parcel]) => this.#parcels.latestIn[parcel] ?? 0),
    );
    this.pool[start + AGED] = UNKNOWN;
    items.forEach(([parcel, count], item) => {
      this.pool[start + ITEMS + item * ITEM] = parcel;
      this.pool[start + ITEMS + item * ITEM + 1] = count;
      this.pool[start + ITEMS + item * ITEM + 2] = UNKNOWN;
    });
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(UNKNOWN);
    for (let wire = 0; wire < this.size; wire += 1) {
      let slot = hashOf(this.#itemsOf(wire)) & (this.#slots.length - 1);
      while (this.#slots[slot] !== UNKNOWN) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = wire;
    }
  }
}

function hashOf(items: readonly (readonly [ParcelId, number])[]): number {
  return items.reduce((hash, [parcel, count]) => hashPair(hash, parcel * 8 + count), 17);
}
