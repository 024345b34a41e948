import {
  COPIED,
  DELIVERED,
  kindOf,
  LOST,
  type Move,
  orderOf,
  orderOfMessage,
  orderOfTimer,
  processOf,
  UNTOLD,
  whatOf,
} from '@/lib/explorer/search/move';
import { PROCESSES } from '@/lib/explorer/search/row';
import type { StateSet } from '@/lib/explorer/search/state-set';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import { HAPPENED, SENT } from '@/lib/explorer/tables/reactions';
import type { Tables } from '@/lib/explorer/tables/tables';

const NOBODY = -1;

/**
 * Knows moves that need not be made, since where they lead is found by another way of as many steps.
 *
 * A state `t` was first reached from `s` by the move `a`. Take a move `b` out of `t` that was possible in `s`
 * already, comes before `a` in the order in which moves are made, and commutes with it: first `b` and
 * then `a` leads to the same state. Then `s` has led by `b` to a state that stands before `t` and is looked at
 * earlier, and going on from there by `a` finds what `b` would find here. So all states are found in the same
 * order and from the same parents as if every move were made. The idea is that of sleep sets (Godefroid,
 * Partial-Order Methods for the Verification of Concurrent Systems, LNCS 1032, chapter 5), one step deep; the
 * order of the search does the rest.
 */
export class Commuting {
  readonly #tables: Tables;
  readonly #states: StateSet;
  /** The state that is asked about, the move by which it was reached, and where that stands in the order. */
  #index = 0;
  #last: Move = UNTOLD;
  #order = orderOf(UNTOLD);
  /** What that move changed: a process, or nobody. */
  #process = NOBODY;

  constructor(tables: Tables, states: StateSet) {
    this.#tables = tables;
    this.#states = states;
  }

  /** From now on it is asked about moves out of this state. */
  enter(index: number): void {
    const move = this.#states.moves[index] as number;
    const kind = kindOf(move);
    this.#index = index;
    this.#last = move;
    this.#order = orderOf(move);
    this.#process = kind === LOST || kind === COPIED ? NOBODY : processOf(move);
  }

  /** Whether what can be done with this message could be done before, and need not be done here if it commutes. */
  isEarlier(parcel: number): boolean {
    return (
      orderOfMessage(parcel) < this.#order && ((this.#last & SENT) === 0 || !this.#hasSent(parcel))
    );
  }

  /** Whether it commutes that this process gets a message, and so reacts to it. */
  commutes(process: number, reaction: number): boolean {
    return (
      process !== this.#process &&
      ((this.#last & HAPPENED) === 0 || this.#tables.reactions.facts(reaction) === 0)
    );
  }

  /** The same of a timer of this process. */
  isEarlierTimer(process: number): boolean {
    return orderOfTimer(process) < this.#order;
  }

  /** Whether such a message was put on the wire by the last move: it may not have been there before. */
  #hasSent(parcel: number): boolean {
    const { processes, reactions } = this.#tables;
    const { cells, parents, width } = this.#states;
    const process = this.#process;
    const before = cells[(parents[this.#index] as number) * width + PROCESSES + process] as number;
    const table = processes[process] as ProcessTable;
    const what = whatOf(this.#last);
    const reaction =
      kindOf(this.#last) === DELIVERED
        ? table.receive(before, what)
        : (table.fires(before)[what] as number);
    const sent = reactions.sending(reaction);
    for (let place = 0; place < sent.length; place += 1) if (sent[place] === parcel) return true;
    return false;
  }
}
