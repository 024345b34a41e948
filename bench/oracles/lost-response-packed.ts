import { at, RowSet } from './row-set.ts';

/**
 * The lost response, searched by hand: every schedule of it within bounds, written without the engine,
 * without XState and without the machines, so that the explorer has something to agree with, and a speed
 * to keep up with. A state is a row of 16-bit cells:
 *
 *   client    what it does, attempt, ticks to its timer, the first answer
 *   world     charges made, the key's record, faults left
 *   handlers  what each does or awaits, attempt, charge, ticks to the latest arrival of what it awaits
 *   messages  on the lossy link, sorted: what, attempt, who answers, charge, ticks to the latest arrival
 *
 * A handler asks for one thing at a time and nothing it asks for is lost or doubled, so where its question
 * or its answer is, on the wire or at the store, is part of what the handler does.
 */
export interface PackedBounds {
  readonly key: 'none' | 'per-intent';
  readonly retries: number;
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes?: number;
}

export interface PackedResult {
  readonly states: number;
  readonly transitions: number;
  readonly duplicate: boolean;
  readonly lost: boolean;
  readonly stuck: boolean;
  readonly wrongReply: boolean;
  /** Choices, waiting ticks among them, to the nearest state that shows the outcome; null: none does. */
  readonly fewest: Readonly<Record<'duplicate' | 'lost' | 'stuck', number | null>>;
}

const TIMEOUT_TICKS = 5;
const BACKOFF_TICKS = 2;
const LATEST_TICKS = 6;

/** Client: doing | attempt << 3 | ticks << 6 | told << 9, where told is the charge it was told of. */
const IDLE = 0;
const AWAITING = 1;
const BACKING_OFF = 2;
const GAVE_UP = 3;
const ANSWERED = 4;

/** World: charges | record << 3 | losses << 7 | duplicates << 10 | crashes << 13. A done record is 2 and its charge. */
const FREE = 0;
const IN_PROGRESS = 1;
const DONE = 2;
const LOSS = 1 << 7;
const DUPLICATE = 1 << 10;
const CRASH = 1 << 13;

/** Handler: ticks | charge << 3 | attempt << 6 | phase << 9. Idle is 0. */
const CLAIM_SENT = 1;
const CLAIM_GRANTED = 2;
const CLAIM_REFUSED = 3;
const CLAIM_KNOWN = 4;
const CHARGE_SENT = 5;
const CHARGE_MADE = 6;
const SAVE_SENT = 7;
const SAVE_DONE = 8;
const phase = (doing: number, attempt: number, charge = 0, ticks = 0): number =>
  ticks | (charge << 3) | (attempt << 6) | (doing << 9);

/** Message: ticks | charge << 3 | handler << 6 | attempt << 9 | what << 12. No message is 0. Handler 0 is nobody. */
const REQUEST = 0;
const CREATED = 1;
const REPLAYED = 2;
const CONFLICT = 3;
/** What a dead process had asked of payments and keys. */
const ORPHAN_CHARGE = 4;
const ORPHAN_CLAIM = 5;
const ORPHAN_SAVE = 6;
const message = (what: number, attempt: number, handler: number, charge: number): number =>
  LATEST_TICKS | (charge << 3) | (handler << 6) | (attempt << 9) | (what << 12);

const CLIENT = 0;
const WORLD = 1;
const HANDLERS = 2;

export function explorePacked(bounds: PackedBounds): PackedResult {
  return new PackedSearch(bounds).run();
}

class PackedSearch {
  readonly #retries: number;
  readonly #keyed: boolean;
  /** Where the messages begin and end in a row; the handlers stand before them. */
  readonly #messages: number;
  readonly #end: number;
  readonly #set: RowSet;
  /** The row being expanded, in cells. */
  #now = 0;
  #transitions = 0;
  readonly #fewest: { duplicate: number | null; lost: number | null; stuck: number | null } = {
    ...{ duplicate: null, lost: null, stuck: null },
  };

  constructor({ key, retries, losses, duplicates, crashes = 0 }: PackedBounds) {
    // Every attempt and every copy is one message, one handler at work, or gone.
    const copies = retries + 1 + duplicates;
    if (copies > 7 || losses > 7 || crashes > 3) throw new Error('More than a cell can count');
    this.#retries = retries;
    this.#keyed = key === 'per-intent';
    this.#messages = HANDLERS + retries + 2;
    this.#end = this.#messages + copies;
    this.#set = new RowSet((this.#end + 1) >> 1);
    this.#set.halves[WORLD] = losses * LOSS + duplicates * DUPLICATE + crashes * CRASH;
    this.#set.keep();
  }

  run(): PackedResult {
    const set = this.#set;
    let depth = 0;
    let levelEnd = set.size;
    for (let row = 0; row < set.size; row += 1) {
      if (row === levelEnd) {
        levelEnd = set.size;
        depth += 1;
      }
      this.#now = row * set.width * 2;
      this.#expand(depth);
    }
    const { duplicate, lost, stuck } = this.#fewest;
    return {
      ...{ states: set.size, transitions: this.#transitions, fewest: this.#fewest },
      ...{ duplicate: duplicate !== null, lost: lost !== null, stuck: stuck !== null },
      // Only one answer is ever heard, and it never says that the charge failed.
      wrongReply: false,
    };
  }

  #expand(depth: number): void {
    const { halves } = this.#set;
    const client = at(halves, this.#now + CLIENT);
    const world = at(halves, this.#now + WORLD);
    if ((world & 7) > 1) this.#fewest.duplicate ??= depth;
    let pending = false;
    let overdue = false;
    let free = 0;
    for (let handler = 1; handler <= this.#retries + 2; handler += 1) {
      const cell = at(this.#set.halves, this.#now + HANDLERS - 1 + handler);
      if (cell === 0) {
        if (free === 0) free = handler;
        continue;
      }
      pending = true;
      if ((cell & 7) === 0) overdue = true;
      this.#handlerStep(handler, cell, world);
    }
    const doing = client & 7;
    if (doing === IDLE) {
      pending = true;
      overdue = true;
      this.#sendAttempt(1);
    } else if (doing === AWAITING || doing === BACKING_OFF) {
      pending = true;
      if (((client >> 6) & 7) === 0) {
        overdue = true;
        this.#clientTimer(client);
      }
    }
    let last = 0;
    for (let place = this.#messages; place < this.#end; place += 1) {
      const cell = at(this.#set.halves, this.#now + place);
      if (cell === 0) break;
      const what = cell >> 12;
      if (what !== REQUEST || free !== 0) {
        pending = true;
        if ((cell & 7) === 0) overdue = true;
      }
      // Sorted, so equal messages are neighbours, and one choice.
      if (cell === last) continue;
      last = cell;
      if (what !== REQUEST || free !== 0) this.#deliver(place, cell, free, client, world);
      if (what >= ORPHAN_CHARGE) continue;
      if ((world & (7 * LOSS)) !== 0) this.#lose(place, world);
      if ((world & (7 * DUPLICATE)) !== 0) this.#duplicate(cell, world);
    }
    if (world >= CRASH) this.#crash(world);
    if (!pending) this.#judgeEnd(client, world, depth);
    else if (!overdue) this.#wait();
  }

  #judgeEnd(client: number, world: number, depth: number): void {
    const told = client >> 9 !== 0;
    if (told && (world & 7) === 0) this.#fewest.lost ??= depth;
    // One calm attempt more is refused only while the key is claimed, and nobody is left who will save it.
    if (!told && ((world >> 3) & 15) === IN_PROGRESS) this.#fewest.stuck ??= depth;
  }

  #handlerStep(handler: number, cell: number, world: number): void {
    const row = this.#open();
    const { halves } = this.#set;
    const place = row + HANDLERS - 1 + handler;
    const attempt = (cell >> 6) & 7;
    const charge = (cell >> 3) & 7;
    halves[place] = 0;
    switch (cell >> 9) {
      case CLAIM_SENT: {
        const record = (world >> 3) & 15;
        if (record === FREE) {
          halves[row + WORLD] = world | (IN_PROGRESS << 3);
          halves[place] = phase(CLAIM_GRANTED, attempt);
        } else if (record === IN_PROGRESS) halves[place] = phase(CLAIM_REFUSED, attempt);
        else halves[place] = phase(CLAIM_KNOWN, attempt, record - DONE);
        break;
      }
      case CLAIM_GRANTED:
        halves[place] = phase(CHARGE_SENT, attempt, 0, LATEST_TICKS);
        break;
      case CLAIM_REFUSED:
        this.#put(row, message(CONFLICT, attempt, handler, 0));
        break;
      case CLAIM_KNOWN:
        this.#put(row, message(REPLAYED, attempt, handler, charge));
        break;
      case CHARGE_SENT:
        halves[row + WORLD] = world + 1;
        halves[place] = phase(CHARGE_MADE, attempt, (world & 7) + 1, LATEST_TICKS);
        break;
      case CHARGE_MADE:
        if (this.#keyed) halves[place] = phase(SAVE_SENT, attempt, charge);
        else this.#put(row, message(CREATED, attempt, handler, charge));
        break;
      case SAVE_SENT:
        halves[row + WORLD] = (world & ~(15 << 3)) | ((DONE + charge) << 3);
        halves[place] = phase(SAVE_DONE, attempt, charge);
        break;
      default:
        this.#put(row, message(CREATED, attempt, handler, charge));
    }
    this.#close();
  }

  #sendAttempt(attempt: number): void {
    const row = this.#open();
    this.#set.halves[row + CLIENT] = AWAITING | (attempt << 3) | (TIMEOUT_TICKS << 6);
    this.#put(row, message(REQUEST, attempt, 0, 0));
    this.#close();
  }

  #clientTimer(client: number): void {
    const attempt = (client >> 3) & 7;
    if ((client & 7) === BACKING_OFF || attempt <= this.#retries) {
      this.#sendAttempt(attempt + 1);
      return;
    }
    const row = this.#open();
    this.#set.halves[row + CLIENT] = GAVE_UP | (attempt << 3);
    this.#close();
  }

  #deliver(place: number, cell: number, free: number, client: number, world: number): void {
    const row = this.#open();
    const { halves } = this.#set;
    this.#take(row, place);
    const what = cell >> 12;
    const attempt = (cell >> 9) & 7;
    const charge = (cell >> 3) & 7;
    switch (what) {
      case REQUEST:
        halves[row + HANDLERS - 1 + free] = this.#keyed
          ? phase(CLAIM_SENT, attempt)
          : phase(CHARGE_SENT, attempt, 0, LATEST_TICKS);
        break;
      case ORPHAN_CHARGE:
        halves[row + WORLD] = world + 1;
        break;
      case ORPHAN_CLAIM:
        if (((world >> 3) & 15) === FREE) halves[row + WORLD] = world | (IN_PROGRESS << 3);
        break;
      case ORPHAN_SAVE:
        halves[row + WORLD] = (world & ~(15 << 3)) | ((DONE + charge) << 3);
        break;
      default: {
        if ((client & 7) !== AWAITING || ((client >> 3) & 7) !== attempt) break;
        const next =
          what !== CONFLICT
            ? ANSWERED | (charge << 9)
            : attempt <= this.#retries
              ? BACKING_OFF | (BACKOFF_TICKS << 6)
              : GAVE_UP;
        halves[row + CLIENT] = next | (attempt << 3);
      }
    }
    this.#close();
  }

  #lose(place: number, world: number): void {
    const row = this.#open();
    this.#take(row, place);
    this.#set.halves[row + WORLD] = world - LOSS;
    this.#close();
  }

  #duplicate(cell: number, world: number): void {
    const row = this.#open();
    this.#put(row, cell);
    this.#set.halves[row + WORLD] = world - DUPLICATE;
    this.#close();
  }

  /** Answers to the process reach nobody, its own are nobody's, what it asked is answered to nobody. */
  #crash(world: number): void {
    const row = this.#open();
    const { halves } = this.#set;
    halves[row + WORLD] = world - CRASH;
    for (let place = this.#messages; place < this.#end; place += 1) halves[row + place] = 0;
    for (let place = this.#messages; place < this.#end; place += 1) {
      const cell = at(halves, this.#now + place);
      if (cell !== 0) this.#put(row, cell & ~(7 << 6));
    }
    for (let place = HANDLERS; place < this.#messages; place += 1) {
      const cell = at(halves, row + place);
      halves[row + place] = 0;
      const doing = cell >> 9;
      if (doing === CHARGE_SENT) this.#put(row, (ORPHAN_CHARGE << 12) | (cell & 7));
      if (doing === CLAIM_SENT) this.#put(row, ORPHAN_CLAIM << 12);
      if (doing === SAVE_SENT) this.#put(row, (ORPHAN_SAVE << 12) | (cell & (7 << 3)));
    }
    this.#close();
  }

  #wait(): void {
    const row = this.#open();
    const { halves } = this.#set;
    const client = at(halves, row + CLIENT);
    if ((client & (7 << 6)) !== 0) halves[row + CLIENT] = client - (1 << 6);
    // Ticks are the lowest bits, so what was sorted stays sorted.
    for (let place = HANDLERS; place < this.#end; place += 1) {
      const cell = at(halves, row + place);
      if ((cell & 7) !== 0) halves[row + place] = cell - 1;
    }
    this.#close();
  }

  /** A copy of the row being expanded, to be changed and then closed. */
  #open(): number {
    const { words, width, size } = this.#set;
    const from = this.#now >> 1;
    const to = size * width;
    for (let word = 0; word < width; word += 1) words[to + word] = at(words, from + word);
    return to * 2;
  }

  #close(): void {
    this.#transitions += 1;
    this.#set.keep();
  }

  #put(row: number, cell: number): void {
    const { halves } = this.#set;
    let place = row + this.#end - 1;
    const first = row + this.#messages;
    while (place > first && at(halves, place - 1) < cell) {
      halves[place] = at(halves, place - 1);
      place -= 1;
    }
    halves[place] = cell;
  }

  #take(row: number, place: number): void {
    const { halves } = this.#set;
    const last = row + this.#end - 1;
    for (let slot = row + place; slot < last; slot += 1) halves[slot] = at(halves, slot + 1);
    halves[last] = 0;
  }
}
