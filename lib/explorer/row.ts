import { LimitExceeded } from '@/lib/engine/limits';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Bounds } from '@/lib/explorer/question';
import type { Situation } from '@/lib/explorer/tables/tables';

/**
 * How a moment is written down: two processes a word, then the wire, then what is remembered and the
 * faults that are left. The words after the processes are named here once.
 */
export const processWords = (processes: number): number => Math.ceil(processes / 2);
export const widthOf = (processes: number): number => processWords(processes) + 2;

export type Faults = Pick<Bounds, 'losses' | 'duplicates' | 'crashes'>;

export const LOSS = 1 << 16;
export const DUPLICATE = 1 << 20;
export const CRASH = 1 << 24;
export const RECOLLECTION = 0xffff;

/** Throws `LimitExceeded` if there are more faults of a kind than their four bits can count. */
export function faultsWord({ losses, duplicates, crashes }: Faults): number {
  const { faultsMax } = EXPLORER_LIMITS;
  for (const count of [losses, duplicates, crashes]) {
    if (!Number.isInteger(count) || count < 0 || count > faultsMax) {
      throw new LimitExceeded(
        `A search takes at most ${faultsMax} faults of a kind, a whole number, and not ${count}`,
      );
    }
  }
  return losses * LOSS + duplicates * DUPLICATE + crashes * CRASH;
}

export function writeRow(
  row: Int32Array,
  { processes, wire, recollection }: Situation,
  faults: number,
): void {
  row.fill(0);
  processes.forEach((state, at) => putProcess(row, at, state));
  row[row.length - 2] = wire;
  row[row.length - 1] = faults | recollection;
}

export const processAt = (row: Int32Array, at: number): number =>
  ((row[at >> 1] as number) >>> ((at & 1) << 4)) & 0xffff;

export function putProcess(row: Int32Array, at: number, state: number): void {
  const shift = (at & 1) << 4;
  row[at >> 1] = ((row[at >> 1] as number) & ~(0xffff << shift)) | (state << shift);
}
