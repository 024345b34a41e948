import {
  AWAITING,
  BACKING_OFF,
  CLIENT,
  CRASH,
  DUPLICATE,
  HANDLERS,
  IDLE,
  IN_PROGRESS,
  LOSS,
  ORPHAN_CHARGE,
  REQUEST,
  WORLD,
} from './lost-response-cells.ts';
import { Moves, type PackedBounds } from './lost-response-moves.ts';
import { at } from './row-set.ts';

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

/**
 * The lost response, searched by hand: every schedule of it within bounds, written without the engine,
 * without XState and without the machines, so that the explorer has something to agree with, and a speed
 * to keep up with.
 */
export function explorePacked(bounds: PackedBounds): PackedResult {
  return new PackedSearch(bounds).run();
}

class PackedSearch {
  readonly #moves: Moves;
  readonly #fewest: { duplicate: number | null; lost: number | null; stuck: number | null } = {
    ...{ duplicate: null, lost: null, stuck: null },
  };

  constructor(bounds: PackedBounds) {
    this.#moves = new Moves(bounds);
  }

  run(): PackedResult {
    const { set } = this.#moves;
    let depth = 0;
    let levelEnd = set.size;
    for (let row = 0; row < set.size; row += 1) {
      if (row === levelEnd) {
        levelEnd = set.size;
        depth += 1;
      }
      this.#moves.row = row;
      this.#moves.now = row * set.width * 2;
      this.#expand(depth);
    }
    const { duplicate, lost, stuck } = this.#fewest;
    return {
      ...{ states: set.size, transitions: set.offers - 1, fewest: this.#fewest },
      ...{ duplicate: duplicate !== null, lost: lost !== null, stuck: stuck !== null },
      // Only one answer is ever heard, and it never says that the charge failed.
      wrongReply: false,
    };
  }

  #expand(depth: number): void {
    const moves = this.#moves;
    const { set, now, messages, end } = moves;
    const client = at(set.halves, now + CLIENT);
    const world = at(set.halves, now + WORLD);
    if ((world & 7) > 1) this.#fewest.duplicate ??= depth;
    let pending = false;
    let overdue = false;
    let free = 0;
    for (let handler = 1; handler <= messages - HANDLERS; handler += 1) {
      const cell = at(set.halves, now + HANDLERS - 1 + handler);
      if (cell === 0) {
        if (free === 0) free = handler;
        continue;
      }
      pending = true;
      if ((cell & 7) === 0) overdue = true;
      moves.handlerStep(handler, cell, world);
    }
    const doing = client & 7;
    if (doing === IDLE) {
      pending = true;
      overdue = true;
      moves.sendAttempt(1);
    } else if (doing === AWAITING || doing === BACKING_OFF) {
      pending = true;
      if (((client >> 6) & 7) === 0) {
        overdue = true;
        moves.clientTimer(client);
      }
    }
    let last = 0;
    for (let place = messages; place < end; place += 1) {
      const cell = at(set.halves, now + place);
      if (cell === 0) break;
      const what = cell >> 12;
      if (what !== REQUEST || free !== 0) {
        pending = true;
        if ((cell & 7) === 0) overdue = true;
      }
      // Sorted, so equal messages are neighbours, and one choice.
      if (cell === last) continue;
      last = cell;
      if (what !== REQUEST || free !== 0) moves.deliver(place, cell, free, client, world);
      if (what >= ORPHAN_CHARGE) continue;
      if ((world & (7 * LOSS)) !== 0) moves.lose(place, world);
      if ((world & (7 * DUPLICATE)) !== 0) moves.duplicate(cell, world);
    }
    if (world >= CRASH) moves.crash(world);
    if (!pending) this.#judgeEnd(client, world, depth);
    else if (!overdue) moves.wait();
  }

  #judgeEnd(client: number, world: number, depth: number): void {
    const told = client >> 9 !== 0;
    if (told && (world & 7) === 0) this.#fewest.lost ??= depth;
    // One calm attempt more is refused only while the key is claimed, and nobody is left who will save it.
    if (!told && ((world >> 3) & 15) === IN_PROGRESS) this.#fewest.stuck ??= depth;
  }
}
