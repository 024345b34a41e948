/** What an index entry keeps of a row's hash beside its number, so that most strangers need no comparison. */
const TAG = 0xfc000000;
/** Numbers above this one would run into the tag. */
const ROWS_MAX = 0x3ffffff;

/** A typed array's item where it is known to be one. */
export const at = (items: Int32Array | Uint16Array, index: number): number => items[index] ?? 0;

/**
 * A set of rows of as many 32-bit words each, exact: two rows are one only if every word is the same. A
 * row is written into the room behind the last one, and then that is its place or it is overwritten.
 */
export class RowSet {
  readonly width: number;
  size = 0;
  /** How often a row was offered, new or not. */
  offers = 0;
  /** All rows, one after another, and room for one more. Replaced when it grows. */
  words: Int32Array;
  /** The same memory, two to a word. */
  halves: Uint16Array;
  #index = new Int32Array(1 << 16);
  /** Of each row, so that the index can grow without reading all of them again. */
  #hashes = new Int32Array(1 << 15);

  constructor(width: number) {
    this.width = width;
    this.words = new Int32Array(width << 16);
    this.halves = new Uint16Array(this.words.buffer);
  }

  /** Copies a row behind the last one, to be changed and then offered. Returns its first half. */
  open(from: number): number {
    const { words, width, size } = this;
    const to = size * width;
    for (let word = 0; word < width; word += 1) words[to + word] = at(words, from * width + word);
    return to * 2;
  }

  /** Keeps the row behind the last one if it is new. */
  offer(): void {
    const { width, words, size } = this;
    this.offers += 1;
    const row = size * width;
    const hash = hashOf(words, row, row + width);
    const index = this.#index;
    const mask = index.length - 1;
    const tag = hash & TAG;
    let place = hash & mask;
    for (let entry = at(index, place); entry !== 0; entry = at(index, place)) {
      if ((entry & TAG) === tag) {
        const known = ((entry & ROWS_MAX) - 1) * width;
        let word = 0;
        while (word < width && words[known + word] === words[row + word]) word += 1;
        if (word === width) return;
      }
      place = (place + 1) & mask;
    }
    index[place] = tag | (size + 1);
    this.#hashes[size] = hash;
    this.size = size + 1;
    if (this.size * 2 >= index.length) this.#growIndex();
    if ((this.size + 1) * width > words.length) this.#growRows();
  }

  #growIndex(): void {
    if (this.size >= ROWS_MAX / 2) throw new Error('More rows than the index can number');
    const index = new Int32Array(this.#index.length * 4);
    const mask = index.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      const hash = at(this.#hashes, number);
      let place = hash & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = (hash & TAG) | (number + 1);
    }
    const hashes = new Int32Array(index.length / 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#index = index;
  }

  #growRows(): void {
    const words = new Int32Array(this.words.length * 2);
    words.set(this.words);
    this.words = words;
    this.halves = new Uint16Array(words.buffer);
  }
}

function hashOf(words: Int32Array, from: number, end: number): number {
  let hash = 0;
  for (let word = from; word < end; word += 1) {
    hash = Math.imul(hash ^ at(words, word), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Puts a cell among others that are sorted, greatest first; the last of them is empty. */
export function putSorted(cells: Uint16Array, first: number, last: number, cell: number): void {
  let place = last;
  while (place > first && at(cells, place - 1) < cell) {
    cells[place] = at(cells, place - 1);
    place -= 1;
  }
  cells[place] = cell;
}

/** Takes the cell at `place` away; those behind it move up. */
export function takeSorted(cells: Uint16Array, place: number, last: number): void {
  for (let next = place; next < last; next += 1) cells[next] = at(cells, next + 1);
  cells[last] = 0;
}
