import { enlarged } from '@/lib/explorer/enlarged';

/** What an `IntMap` has for an integer of which it knows nothing. */
export const UNKNOWN = -1;

/** Non-negative integers by small integers, as close together in memory as they can be. */
export class IntMap {
  #values = new Int32Array(64).fill(UNKNOWN);

  /** UNKNOWN where nothing was set. */
  get(key: number): number {
    return key < this.#values.length ? (this.#values[key] as number) : UNKNOWN;
  }

  set(key: number, value: number): void {
    const { length } = this.#values;
    if (key >= length) {
      this.#values = enlarged(this.#values, Math.max(2 * length, key + 1)).fill(UNKNOWN, length);
    }
    this.#values[key] = value;
  }
}
