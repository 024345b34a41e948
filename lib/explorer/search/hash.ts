/** Multiply and shift, for each integer in turn (the constant is the golden ratio of 2^32). */
export function mixed(hash: number, integer: number): number {
  const next = Math.imul(hash ^ integer, 0x9e3779b1);
  return next ^ (next >>> 15);
}

/** After the last of them (a constant of MurmurHash3, public domain). */
export function finished(hash: number): number {
  const last = Math.imul(hash, 0x85ebca6b);
  return last ^ (last >>> 13);
}
