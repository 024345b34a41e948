import type { Beat } from '@/lib/projections/beats';

/** Index of the first step at which two stories differ; null if they are one and the same. */
export function firstDivergence(a: readonly Beat[], b: readonly Beat[]): number | null {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left?.sentence !== right?.sentence || left?.atMs !== right?.atMs) return index;
  }
  return null;
}
