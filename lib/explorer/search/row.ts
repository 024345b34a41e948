import { LimitExceeded } from '@/lib/engine/limits';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import type { Bounds } from '@/lib/explorer/question';
import type { Situation } from '@/lib/explorer/tables/tables';

/**
 * How a moment is written down: a row of 16-bit cells. First what the judge remembers, then the faults
 * that are left, then the state of each process, then every message on the wire as its parcel's number
 * plus one, least first and as often as it is there. After the last message all cells are 0, so that a
 * row means the same with more room behind it.
 */
export type Row = Uint16Array;

export const RECOLLECTION = 0;
export const FAULTS = 1;
/** Cell of the first process. */
export const PROCESSES = 2;

/** Cell of the first message. */
export const wireOf = (processes: number): number => PROCESSES + processes;

/** A row with room for so many messages, and some 0 behind them. */
export const roomyRow = (processes: number, messages: number = EXPLORER_LIMITS.onTheWireMax): Row =>
  new Uint16Array(even(wireOf(processes) + messages + 2));

/** The same memory as a row's with an even number of cells, two to a word. */
export const wordsOf = ({ buffer, byteOffset, length }: Row): Int32Array =>
  new Int32Array(buffer, byteOffset, length >> 1);

/** So many cells, or one more: rows are kept and compared two cells at a time. */
export const even = (cells: number): number => cells + (cells & 1);

export type Faults = Pick<Bounds, 'losses' | 'duplicates' | 'crashes'>;

/** How the three budgets share a cell: one of each kind, and the bits in which each is counted. */
export const LOSS = 1;
export const DUPLICATE = 1 << 4;
export const CRASH = 1 << 8;
export const LOSSES = 15 * LOSS;
export const DUPLICATES = 15 * DUPLICATE;
export const CRASHES = 15 * CRASH;

/** Throws `LimitExceeded` if there are more faults of a kind than their four bits can count. */
export function faultsCell({ losses, duplicates, crashes }: Faults): number {
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

/** Throws `LimitExceeded` if the row has no room for all messages. */
export function writeRow(
  row: Row,
  { processes, parcels, recollection }: Situation,
  faults: number,
): void {
  if (wireOf(processes.length) + parcels.length > row.length - 2) {
    throw new LimitExceeded(`There are ${parcels.length} messages on the wire at once`);
  }
  row.fill(0);
  row[RECOLLECTION] = recollection;
  row[FAULTS] = faults;
  row.set(processes, PROCESSES);
  row.set(
    parcels.toSorted((a, b) => a - b).map((parcel) => parcel + 1),
    wireOf(processes.length),
  );
}

/** What a row says, spelled out, but for the faults. */
export function situationOf(row: Row, processes: number): Situation {
  const wire = wireOf(processes);
  const end = row.indexOf(0, wire);
  const messages = row.subarray(wire, end < 0 ? row.length : end);
  return {
    processes: [...row.subarray(PROCESSES, wire)],
    parcels: Array.from(messages, (cell) => cell - 1),
    recollection: row[RECOLLECTION] as number,
  };
}

/** Puts a message where it belongs among the others; `wire` is the first message's cell. */
export function putMessage(row: Row, wire: number, parcel: number): void {
  let cell = parcel + 1;
  let place = wire;
  while (row[place] !== 0 && (row[place] as number) < cell) place += 1;
  for (; cell !== 0; place += 1) {
    const pushed = row[place] as number;
    row[place] = cell;
    cell = pushed;
  }
}

/** Takes the message at `place` off the wire. */
export function takeMessage(row: Row, place: number): void {
  for (let to = place; row[to] !== 0; to += 1) row[to] = row[to + 1] as number;
}

/** Whether so many messages more fit in the row. */
export const hasRoomFor = (row: Row, messages: number): boolean =>
  row[row.length - 2 - messages] === 0;

/** Takes everything off the wire. */
export function clearWire(row: Row, wire: number): void {
  for (let place = wire; row[place] !== 0; place += 1) row[place] = 0;
}

/** Turns each message into another, or into nothing where `change` says -1. */
export function mapWire(row: Row, wire: number, change: (parcel: number) => number): void {
  let kept = wire;
  for (let place = wire; row[place] !== 0; place += 1) {
    const left = change((row[place] as number) - 1) + 1;
    row[place] = 0;
    if (left === 0) continue;
    // Those that are kept stand before the one being read, in order.
    let to = kept;
    for (; to > wire && (row[to - 1] as number) > left; to -= 1) row[to] = row[to - 1] as number;
    row[to] = left;
    kept += 1;
  }
}
