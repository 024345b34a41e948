import {
  ANSWERED,
  AWAITING,
  BACKING_OFF,
  BACKOFF_TICKS,
  CHARGE_MADE,
  CHARGE_SENT,
  CLAIM_GRANTED,
  CLAIM_KNOWN,
  CLAIM_REFUSED,
  CLAIM_SENT,
  CLIENT,
  CONFLICT,
  CRASH,
  CREATED,
  DONE,
  DUPLICATE,
  FREE,
  GAVE_UP,
  HANDLERS,
  IN_PROGRESS,
  LATEST_TICKS,
  LOSS,
  ORPHAN_CHARGE,
  ORPHAN_CLAIM,
  ORPHAN_SAVE,
  REPLAYED,
  REQUEST,
  SAVE_DONE,
  SAVE_SENT,
  TIMEOUT_TICKS,
  WORLD,
  message,
  phase,
} from './lost-response-cells.ts';
import { at, putSorted, RowSet, takeSorted } from './row-set.ts';

export interface PackedBounds {
  readonly key: 'none' | 'per-intent';
  readonly retries: number;
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes?: number;
}

/** What each choice does to a row of the lost response. Each writes one row and offers it to the set. */
export class Moves {
  readonly set: RowSet;
  /** The row that all of them start from, and its first cell. */
  row = 0;
  now = 0;
  /** Where the messages begin and end in a row; the handlers stand before them. */
  readonly messages: number;
  readonly end: number;
  readonly #retries: number;
  readonly #keyed: boolean;

  constructor({ key, retries, losses, duplicates, crashes = 0 }: PackedBounds) {
    // Every attempt and every copy is one message, one handler at work, or gone.
    const copies = retries + 1 + duplicates;
    if (copies > 7 || losses > 7 || crashes > 3) throw new Error('More than a cell can count');
    this.#retries = retries;
    this.#keyed = key === 'per-intent';
    this.messages = HANDLERS + retries + 2;
    this.end = this.messages + copies;
    this.set = new RowSet((this.end + 1) >> 1);
    this.set.halves[WORLD] = losses * LOSS + duplicates * DUPLICATE + crashes * CRASH;
    this.set.offer();
  }

  handlerStep(handler: number, cell: number, world: number): void {
    const row = this.#open();
    const { halves } = this.set;
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
    this.set.offer();
  }

  sendAttempt(attempt: number): void {
    const row = this.#open();
    this.set.halves[row + CLIENT] = AWAITING | (attempt << 3) | (TIMEOUT_TICKS << 6);
    this.#put(row, message(REQUEST, attempt, 0, 0));
    this.set.offer();
  }

  clientTimer(client: number): void {
    const attempt = (client >> 3) & 7;
    if ((client & 7) === BACKING_OFF || attempt <= this.#retries) {
      this.sendAttempt(attempt + 1);
      return;
    }
    const row = this.#open();
    this.set.halves[row + CLIENT] = GAVE_UP | (attempt << 3);
    this.set.offer();
  }

  deliver(place: number, cell: number, free: number, client: number, world: number): void {
    const row = this.#open();
    const { halves } = this.set;
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
    this.set.offer();
  }

  lose(place: number, world: number): void {
    const row = this.#open();
    this.#take(row, place);
    this.set.halves[row + WORLD] = world - LOSS;
    this.set.offer();
  }

  duplicate(cell: number, world: number): void {
    const row = this.#open();
    this.#put(row, cell);
    this.set.halves[row + WORLD] = world - DUPLICATE;
    this.set.offer();
  }

  /** Answers to the process reach nobody, its own are nobody's, what it asked is answered to nobody. */
  crash(world: number): void {
    const row = this.#open();
    const { halves } = this.set;
    halves[row + WORLD] = world - CRASH;
    for (let place = this.messages; place < this.end; place += 1) halves[row + place] = 0;
    for (let place = this.messages; place < this.end; place += 1) {
      const cell = at(halves, this.now + place);
      if (cell !== 0) this.#put(row, cell & ~(7 << 6));
    }
    for (let place = HANDLERS; place < this.messages; place += 1) {
      const cell = at(halves, row + place);
      halves[row + place] = 0;
      const doing = cell >> 9;
      if (doing === CHARGE_SENT) this.#put(row, (ORPHAN_CHARGE << 12) | (cell & 7));
      if (doing === CLAIM_SENT) this.#put(row, ORPHAN_CLAIM << 12);
      if (doing === SAVE_SENT) this.#put(row, (ORPHAN_SAVE << 12) | (cell & (7 << 3)));
    }
    this.set.offer();
  }

  wait(): void {
    const row = this.#open();
    const { halves } = this.set;
    const client = at(halves, row + CLIENT);
    if ((client & (7 << 6)) !== 0) halves[row + CLIENT] = client - (1 << 6);
    // Ticks are the lowest bits, so what was sorted stays sorted.
    for (let place = HANDLERS; place < this.end; place += 1) {
      const cell = at(halves, row + place);
      if ((cell & 7) !== 0) halves[row + place] = cell - 1;
    }
    this.set.offer();
  }

  #open(): number {
    return this.set.open(this.row);
  }

  #put(row: number, cell: number): void {
    putSorted(this.set.halves, row + this.messages, row + this.end - 1, cell);
  }

  #take(row: number, place: number): void {
    takeSorted(this.set.halves, row + place, row + this.end - 1);
  }
}
