import { enlarged } from '@/lib/explorer/enlarged';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Covering } from '@/lib/explorer/search/covering';
import { finished, mixed } from '@/lib/explorer/search/hash';
import type { Row } from '@/lib/explorer/search/row';

const FREE = 0;
/** What `offer` returns for a row that is there already. */
export const KNOWN = -1;
/** From so many slots on an index grows twofold and not fourfold: finding slots anew takes time, room takes memory. */
const LARGE = 1 << 23;
/** Words behind the last row, so that one may be written there that turns out to be too wide. */
const SLACK = EXPLORER_LIMITS.onTheWireMax;

/**
 * A set of equally long rows of 16-bit cells, numbered in the order in which they came. Rows are kept and
 * compared whole, so that two states are one only if they are equal. A row is written into the room
 * behind the last one and offered: it stays there if it is new, and is overwritten if it is not. Behind
 * what it says there must be nothing but zeros.
 *
 * With `covering` a row is known too if one covers it. Those of which one may cover another have one hash, so that
 * finding it takes no search of its own.
 */
export class StateSet {
  /** Row `n` stands at `n * width`. Replaced when it grows. */
  cells: Uint16Array;
  /** The row from which each came; -1 for the first. */
  parents: Int32Array;
  /** By what move each came, as whoever offers them writes it down; 0 where nobody did. */
  moves: Int32Array;
  size = 0;
  /** The same memory as the cells, two to a word. */
  #words: Int32Array;
  #wordsEach: number;
  /** The number of a row counted from 1, and above it as many bits of its hash as there is room for. */
  #slots = new Int32Array(1 << 15);
  readonly #covering: Covering | null;

  /** `width` is in cells, and even. */
  constructor(width: number, covering: Covering | null = null) {
    this.#covering = covering;
    this.#wordsEach = width >> 1;
    this.parents = new Int32Array(1 << 14);
    this.moves = new Int32Array(this.parents.length);
    this.#words = new Int32Array(this.parents.length * this.#wordsEach + SLACK);
    this.cells = new Uint16Array(this.#words.buffer);
  }

  /** Cells of a row. */
  get width(): number {
    return this.#wordsEach * 2;
  }

  /** Bytes of one row, its parent and its move; bytes that all rows and their index need, and that are held on to. */
  get bytes(): { readonly exact: number; readonly needed: number; readonly held: number } {
    const index = this.#slots.byteLength;
    const exact = (this.#wordsEach + 2) * 4;
    return {
      exact,
      needed: this.size * exact + index,
      held: this.#words.byteLength + this.parents.byteLength + this.moves.byteLength + index,
    };
  }

  /** Row `index`, with no more room than it has here. */
  row(index: number): Row {
    return this.cells.slice(index * this.width, (index + 1) * this.width);
  }

  /** Reads row `index` into the words of a row with more room. */
  read(index: number, words: Int32Array): void {
    const width = this.#wordsEach;
    const own = this.#words;
    const from = index * width;
    for (let word = 0; word < width; word += 1) words[word] = own[from + word] as number;
    for (let word = width; words[word] !== 0; word += 1) words[word] = 0;
  }

  /** Copies row `index` behind the last one, to be changed and then offered. Returns its first cell. */
  open(index: number): number {
    const words = this.#words;
    const width = this.#wordsEach;
    const from = index * width;
    const to = this.size * width;
    for (let word = 0; word < width; word += 1) words[to + word] = words[from + word] as number;
    return to * 2;
  }

  /** Keeps the row behind the last one if it is new. Returns its number, or KNOWN. */
  offer(parent: number, move = 0): number {
    while (this.cells[(this.size + 1) * this.#wordsEach * 2] !== 0) this.#widen();
    const width = this.#wordsEach;
    const { size } = this;
    const at = size * width;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = this.#hash(at);
    let slot = hash & mask;
    for (let entry = slots[slot] as number; entry !== FREE; entry = slots[slot] as number) {
      if (((entry ^ hash) & ~mask) === 0) {
        if (this.#isKnown(((entry & mask) - 1) * width, at)) return KNOWN;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = (hash & ~mask) | (size + 1);
    this.parents[size] = parent;
    this.moves[size] = move;
    this.size = size + 1;
    if (this.size === this.parents.length) this.#growRows();
    // Five of eight filled: few are looked at in vain, and these stand side by side.
    if (this.size * 8 > slots.length * 5) {
      this.#index(slots.length * (slots.length < LARGE ? 4 : 2));
    }
    return size;
  }

  /** Whether the row that begins at one word makes another needless. */
  #isKnown(known: number, at: number): boolean {
    const words = this.#words;
    const width = this.#wordsEach;
    const covering = this.#covering;
    if (covering !== null) return covering.covers(words, this.cells, known, at, width);
    let place = 0;
    while (place < width && words[known + place] === words[at + place]) place += 1;
    return place === width;
  }

  #hash(at: number): number {
    const words = this.#words;
    const width = this.#wordsEach;
    const covering = this.#covering;
    if (covering !== null) return covering.hash(words, this.cells, at, width);
    let hash = 0;
    for (let place = at; place < at + width; place += 1) hash = mixed(hash, words[place] as number);
    return finished(hash);
  }

  /** Offers a row that was written elsewhere, as words, with zeros up to its end. */
  offerRow(words: Int32Array, parent: number, move = 0): number {
    while (words[this.#wordsEach] !== 0) this.#widen();
    const width = this.#wordsEach;
    const own = this.#words;
    const to = this.size * width;
    for (let word = 0; word < width; word += 1) own[to + word] = words[word] as number;
    return this.offer(parent, move);
  }

  /** The same rows with room for two cells more in each, which are 0. What stands behind them stays there. */
  #widen(): void {
    const [before, former, { size }] = [this.#wordsEach, this.#words, this];
    const width = before + 1;
    const words = new Int32Array(this.parents.length * width + SLACK);
    for (let index = 0; index < size; index += 1) {
      for (let word = 0; word < before; word += 1) {
        words[index * width + word] = former[index * before + word] as number;
      }
    }
    words.set(former.subarray(size * before, size * before + SLACK), size * width);
    this.#wordsEach = width;
    this.#words = words;
    this.cells = new Uint16Array(words.buffer);
    this.#index(this.#slots.length);
  }

  /** Keeps room for one row more than there are. */
  #growRows(): void {
    const capacity = this.parents.length * 2;
    this.#words = enlarged(this.#words, capacity * this.#wordsEach + SLACK);
    this.cells = new Uint16Array(this.#words.buffer);
    this.parents = enlarged(this.parents, capacity);
    this.moves = enlarged(this.moves, capacity);
  }

  /** Finds a slot for every row anew. */
  #index(length: number): void {
    const width = this.#wordsEach;
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let index = 0; index < this.size; index += 1) {
      const hash = this.#hash(index * width);
      let slot = hash & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (index + 1);
    }
    this.#slots = slots;
  }
}
