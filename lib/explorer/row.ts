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

export const faultsWord = ({ losses, duplicates, crashes }: Faults): number =>
  losses * LOSS + duplicates * DUPLICATE + crashes * CRASH;

export const faultsOf = (word: number): Faults => ({
  losses: (word >>> 16) & 15,
  duplicates: (word >>> 20) & 15,
  crashes: (word >>> 24) & 15,
});

export function writeRow(
  row: Int32Array,
  { processes, wire, recollection }: Situation,
  faults: number,
): void {
  row.fill(0);
  processes.forEach((state, at) => {
    row[at >> 1] = (row[at >> 1] as number) | (state << ((at & 1) * 16));
  });
  row[row.length - 2] = wire;
  row[row.length - 1] = faults | recollection;
}

export const processAt = (row: Int32Array, offset: number, at: number): number =>
  ((row[offset + (at >> 1)] as number) >>> ((at & 1) * 16)) & 0xffff;
