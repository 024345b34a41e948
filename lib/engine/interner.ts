/** Gives equal keys equal small integers, in the order in which they are first seen. */
export class Interner<T> {
  readonly #ids = new Map<string, number>();
  readonly #values: T[] = [];
  readonly #keys: string[] = [];

  /** The id of `key`; `make` is called only for a key never seen before. */
  intern(key: string, make: () => T): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#ids.set(key, id);
    this.#values.push(make());
    this.#keys.push(key);
    return id;
  }

  at(id: number): T {
    const value = this.#values[id];
    if (value === undefined) throw new Error(`Nothing was interned as ${id}`);
    return value;
  }

  keyOf(id: number): string {
    const key = this.#keys[id];
    if (key === undefined) throw new Error(`Nothing was interned as ${id}`);
    return key;
  }

  get size(): number {
    return this.#values.length;
  }
}
