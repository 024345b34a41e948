/** What an index entry keeps of a row's hash beside its number, so that most strangers need no comparison. */
const TAG = 0xfc000000;
/** Numbers above this one would run into the tag. */
const ROWS_MAX = 0x3ffffff;

/** A typed array's item where it is known to be one. */
export const at = (items: Int32Array | Uint16Array, index: number): number => items[index] ?? 0;

/**
 * A set of rows of as many 32-bit words each, exact: two rows are one only if every word is the same. A
 * row is written into the room behind the last one and then either kept or not, so nothing is copied.
 */
export class RowSet {
  readonly width: number;
  size = 0;
  /** All rows, one after another, and room for one more. Replaced when it grows. */
  words: Int32Array;
  /** The same memory, two to a word. */
  halves: Uint16Array;
  #index = new Int32Array(1 << 16);

  constructor(width: number) {
    this.width = width;
    this.words = new Int32Array(width << 16);
    this.halves = new Uint16Array(this.words.buffer);
  }

  /** Keeps the row behind the last one if it is new. */
  keep(): boolean {
    const { width, words, size } = this;
    const row = size * width;
    const hash = this.#hash(row);
    const index = this.#index;
    const mask = index.length - 1;
    const tag = hash & TAG;
    let place = hash & mask;
    for (let entry = at(index, place); entry !== 0; entry = at(index, place)) {
      if ((entry & TAG) === tag) {
        const known = ((entry & ROWS_MAX) - 1) * width;
        let word = 0;
        while (word < width && words[known + word] === words[row + word]) word += 1;
        if (word === width) return false;
      }
      place = (place + 1) & mask;
    }
    index[place] = tag | (size + 1);
    this.size = size + 1;
    if (this.size * 2 > index.length) this.#growIndex();
    if ((this.size + 1) * width > words.length) this.#growRows();
    return true;
  }

  #hash(row: number): number {
    const { width, words } = this;
    let hash = 0;
    for (let word = 0; word < width; word += 1) {
      hash = Math.imul(hash ^ at(words, row + word), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash, 0x85ebca6b);
    return hash ^ (hash >>> 13);
  }

  #growIndex(): void {
    if (this.size >= ROWS_MAX / 2) throw new Error('More rows than the index can number');
    const index = new Int32Array(this.#index.length * 2);
    const mask = index.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      const hash = this.#hash(number * this.width);
      let place = hash & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = (hash & TAG) | (number + 1);
    }
    this.#index = index;
  }

  #growRows(): void {
    const words = new Int32Array(this.words.length * 2);
    words.set(this.words);
    this.words = words;
    this.halves = new Uint16Array(words.buffer);
  }
}
