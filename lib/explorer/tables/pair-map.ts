const FREE = -1;

/** A map from pairs of small non-negative integers to such integers: open addressing, no objects. */
export class PairMap {
  #entries = new Int32Array(3 * 1024).fill(FREE);
  #mask = 1023;
  #size = 0;

  /** The value of the pair, or -1. */
  get(a: number, b: number): number {
    const entries = this.#entries;
    const mask = this.#mask;
    for (let slot = hashPair(a, b) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3;
      const key = entries[at] as number;
      if (key === FREE) return -1;
      if (key === a && entries[at + 1] === b) return entries[at + 2] as number;
    }
  }

  /** The pair must not be known yet. */
  add(a: number, b: number, value: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#put(a, b, value);
    this.#size += 1;
  }

  #put(a: number, b: number, value: number): void {
    let slot = hashPair(a, b) & this.#mask;
    while (this.#entries[slot * 3] !== FREE) slot = (slot + 1) & this.#mask;
    this.#entries[slot * 3] = a;
    this.#entries[slot * 3 + 1] = b;
    this.#entries[slot * 3 + 2] = value;
  }

  #grow(): void {
    const old = this.#entries;
    this.#mask = this.#mask * 2 + 1;
    this.#entries = new Int32Array(3 * (this.#mask + 1)).fill(FREE);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at] !== FREE) this.#put(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
    }
  }
}

/** Two rounds of multiply and shift (constants of MurmurHash3, public domain). */
function hashPair(a: number, b: number): number {
  let hash = Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
