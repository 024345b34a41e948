/**
 * A state of the lost response, packed into a row of 16-bit cells:
 *
 *   client    what it does, attempt, ticks to its timer, the first answer
 *   world     charges made, the key's record, faults left
 *   handlers  what each does or awaits, attempt, charge, ticks to the latest arrival of what it awaits
 *   messages  on the lossy link, sorted: what, attempt, who answers, charge, ticks to the latest arrival
 *
 * A handler asks for one thing at a time and nothing it asks for is lost or doubled, so where its question
 * or its answer is, on the wire or at the store, is part of what the handler does.
 */
export const TIMEOUT_TICKS = 5;
export const BACKOFF_TICKS = 2;
export const LATEST_TICKS = 6;

/** Client: doing | attempt << 3 | ticks << 6 | told << 9, where told is the charge it was told of. */
export const IDLE = 0;
export const AWAITING = 1;
export const BACKING_OFF = 2;
export const GAVE_UP = 3;
export const ANSWERED = 4;

/** World: charges | record << 3 | losses << 7 | duplicates << 10 | crashes << 13. A done record is 2 and its charge. */
export const FREE = 0;
export const IN_PROGRESS = 1;
export const DONE = 2;
export const LOSS = 1 << 7;
export const DUPLICATE = 1 << 10;
export const CRASH = 1 << 13;

/** Handler: ticks | charge << 3 | attempt << 6 | phase << 9. Idle is 0. */
export const CLAIM_SENT = 1;
export const CLAIM_GRANTED = 2;
export const CLAIM_REFUSED = 3;
export const CLAIM_KNOWN = 4;
export const CHARGE_SENT = 5;
export const CHARGE_MADE = 6;
export const SAVE_SENT = 7;
export const SAVE_DONE = 8;
export const phase = (doing: number, attempt: number, charge = 0, ticks = 0): number =>
  ticks | (charge << 3) | (attempt << 6) | (doing << 9);

/** Message: ticks | charge << 3 | handler << 6 | attempt << 9 | what << 12. No message is 0. Handler 0 is nobody. */
export const REQUEST = 0;
export const CREATED = 1;
export const REPLAYED = 2;
export const CONFLICT = 3;
/** What a dead process had asked of payments and keys. */
export const ORPHAN_CHARGE = 4;
export const ORPHAN_CLAIM = 5;
export const ORPHAN_SAVE = 6;
export const message = (what: number, attempt: number, handler: number, charge: number): number =>
  LATEST_TICKS | (charge << 3) | (handler << 6) | (attempt << 9) | (what << 12);

export const CLIENT = 0;
export const WORLD = 1;
export const HANDLERS = 2;
