import { enlarged } from '@/lib/explorer/enlarged';

const UNKNOWN = -1;

/** What a function says of small integers, asked once for each. It says non-negative integers, kept close together. */
export class IntMemo {
  #values = new Int32Array(64).fill(UNKNOWN);
  readonly #find: (key: number) => number;

  constructor(find: (key: number) => number) {
    this.#find = find;
  }

  of(key: number): number {
    const known = key < this.#values.length ? (this.#values[key] as number) : UNKNOWN;
    return known === UNKNOWN ? this.#ask(key) : known;
  }

  #ask(key: number): number {
    const value = this.#find(key);
    const { length } = this.#values;
    if (key >= length) {
      this.#values = enlarged(this.#values, Math.max(2 * length, key + 1)).fill(UNKNOWN, length);
    }
    return (this.#values[key] = value);
  }
}
