import { enlarged } from '@/lib/explorer/enlarged';

const FREE = 0;
/** What a slot keeps of a row's hash beside its number, so that most strangers need no comparison. */
const TAG = 0xf8000000;
const NUMBER = 0x07ffffff;

/**
 * A set of equally long rows of integers, numbered in the order in which they came. Rows are kept and
 * compared whole, so that two states are one only if they are equal.
 */
export class StateSet {
  readonly width: number;
  /** Row `n` stands at `n * width`. */
  rows: Int32Array;
  /** The row from which each came; -1 for the first. */
  parents: Int32Array;
  size = 0;
  /** A tag, and the number of a row counted from 1. */
  #slots = new Int32Array(1 << 15);

  constructor(width: number) {
    this.width = width;
    this.rows = new Int32Array(width << 14);
    this.parents = new Int32Array(1 << 14);
  }

  /** Puts a row in. Returns its number if it is new, and -1 if it was there. */
  add(row: Int32Array, parent: number): number {
    const { width, rows } = this;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashRow(row, 0, width);
    const tag = hash & TAG;
    let slot = hash & mask;
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === FREE) break;
      if ((entry & TAG) === tag) {
        const at = ((entry & NUMBER) - 1) * width;
        let place = 0;
        while (place < width && rows[at + place] === row[place]) place += 1;
        if (place === width) return -1;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = tag | (this.size + 1);
    return this.#append(row, parent);
  }

  /** Bytes that its rows and their numbers need, and bytes that it holds on to. */
  get bytes(): { readonly needed: number; readonly held: number } {
    const { rows, parents, size, width } = this;
    const index = this.#slots.byteLength;
    return {
      needed: size * (width + 1) * 4 + index,
      held: rows.byteLength + parents.byteLength + index,
    };
  }

  #append(row: Int32Array, parent: number): number {
    const index = this.size;
    if (index === this.parents.length) this.#growRows();
    const { rows, width } = this;
    const at = index * width;
    for (let place = 0; place < width; place += 1) rows[at + place] = row[place] as number;
    this.parents[index] = parent;
    this.size += 1;
    if (this.size * 2 > this.#slots.length) this.#growSlots();
    return index;
  }

  #growRows(): void {
    const capacity = Math.ceil(this.parents.length * 1.5);
    this.rows = enlarged(this.rows, capacity * this.width);
    this.parents = enlarged(this.parents, capacity);
  }

  #growSlots(): void {
    const { rows, width } = this;
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index += 1) {
      const hash = hashRow(rows, index * width, width);
      let slot = hash & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = (hash & TAG) | (index + 1);
    }
    this.#slots = slots;
  }
}

/** MurmurHash3's mixing of 32-bit words (Austin Appleby, public domain). */
function hashRow(rows: Int32Array, offset: number, width: number): number {
  let hash = width;
  for (let place = 0; place < width; place += 1) {
    let word = Math.imul(rows[offset + place] as number, 0xcc9e2d51);
    word = (word << 15) | (word >>> 17);
    hash ^= Math.imul(word, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash;
}
