import { PROCESS_BITS, PROCESS_MASK } from '@/lib/explorer/tables/parcels';

/**
 * A move, as an integer that is kept with the state it first led to: what was done, with which message or
 * timer, and in short what came of it. Moves out of one state are made in the order of `orderOf`.
 */
export type Move = number;

/** What nobody asks about: how everything starts, waiting, a crash, a move to a state that stands for many. */
export const UNTOLD: Move = 0;
export const DELIVERED = 1;
export const LOST = 2;
export const COPIED = 3;
export const FIRED = 4;

/** From its lowest bit: the kind in three, the marks of the reaction in two, a process, a message or timer. */
const KINDS = 7;
const PROCESS = 5;
const WHAT = PROCESS + PROCESS_BITS;

/** A message was lost or doubled. */
export const ofMessage = (kind: number, parcel: number): Move => (parcel << WHAT) | kind;

/** A process reacted to a message, or to the timer that is the so-and-so-many-th of those due. */
export const ofReaction = (kind: number, what: number, process: number, marks: number): Move =>
  (what << WHAT) | (process << PROCESS) | marks | kind;

export const kindOf = (move: Move): number => move & KINDS;
export const whatOf = (move: Move): number => move >> WHAT;
export const processOf = (move: Move): number => (move >> PROCESS) & PROCESS_MASK;

/** What is done with messages comes first, greatest number first, and then timers, process by process. */
export const orderOfMessage = (parcel: number): number => -1 - parcel;
export const orderOfTimer = (process: number): number => process;
/** Nothing comes before what is untold. */
export const orderOf = (move: Move): number => {
  if (move === UNTOLD) return -(2 ** 30);
  return kindOf(move) === FIRED ? orderOfTimer(processOf(move)) : orderOfMessage(whatOf(move));
};
