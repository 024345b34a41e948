import { Futures } from '@/lib/explorer/reductions/futures';
import { mapWire, PROCESSES, type Row, wireOf } from '@/lib/explorer/search/row';
import { PairMap } from '@/lib/explorer/tables/pair-map';
import type { Tables } from '@/lib/explorer/tables/tables';

/** A client of one actor that is addressed by name. (Stores answer everything, so nothing is inert there.) */
interface Solo {
  /** The position of its process. */
  readonly at: number;
  readonly futures: Futures;
  /** What is left of a message, by its state and the message; one more than its id, 0 for nothing. */
  readonly left: PairMap;
}

/**
 * What can't matter any more about messages to clients. A message that would change nothing, whatever
 * else happens to its addressee first, such as an answer to an attempt that was given up, might as well
 * have arrived already: it is taken off the wire. And where the addressee does the same whoever it is
 * from, its sender is forgotten.
 *
 * What can happen to a client is found out over all kinds of messages that were ever met. A kind met
 * later may prove something to matter after all: `holds` says whether any has.
 */
export class Inertness {
  readonly #tables: Tables;
  readonly #wire: number;
  readonly #solos: readonly Solo[];
  readonly #claims = new Map<string, () => boolean>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#solos = tables.processes.flatMap(({ actors, id }, at) => {
      const actor = tables.system.actorNamed(id);
      if (actors.length !== 1 || actor?.process.kind !== 'client') return [];
      return [{ at, futures: new Futures(tables, at, actor), left: new PairMap() }];
    });
  }

  /** Rewrites a row in place. */
  canonical(row: Row): void {
    for (const solo of this.#solos) {
      const state = row[PROCESSES + solo.at] as number;
      if (!this.#isLeftWhole(row, solo, state)) this.#leave(row, solo, state);
    }
  }

  /** Whether all that was taken off the wire would still be, knowing what is known now. */
  holds(): boolean {
    return [...this.#claims.values()].every((stillHolds) => stillHolds());
  }

  /** Whether no message changes. As a rule none does, and asking costs less than writing them all anew. */
  #isLeftWhole(row: Row, solo: Solo, state: number): boolean {
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      const parcel = (row[place] as number) - 1;
      if (this.#leftOf(parcel, solo, state) !== parcel) return false;
    }
    return true;
  }

  /** Apart from the loop that calls it: what it makes for a callback would be made for every row there. */
  #leave(row: Row, solo: Solo, state: number): void {
    mapWire(row, this.#wire, (parcel) => this.#leftOf(parcel, solo, state));
  }

  /** What is left of a message while a client is in this state; -1 if nothing. */
  #leftOf(parcel: number, solo: Solo, state: number): number {
    const { parcels } = this.#tables;
    if (parcels.processOf(parcel) !== solo.at || !parcels.hasLeft(parcel)) return parcel;
    const known = solo.left.get(state, parcel);
    if (known >= 0) return known - 1;
    const left = this.#findLeft(parcel, solo, solo.futures.timeless(state));
    solo.left.add(state, parcel, left + 1);
    return left;
  }

  #findLeft(parcel: number, { at, futures }: Solo, state: number): number {
    const { parcels } = this.#tables;
    const kind = parcels.kindOf(parcel);
    const isInert = (): boolean => !futures.mayMatter(state, kind);
    if (isInert()) {
      this.#claims.set(`inert ${at} ${state} ${kind}`, isInert);
      return -1;
    }
    const unsigned = parcels.unsigned(parcel);
    const isOfNobody = (): boolean => futures.doTheSame(state, parcel, unsigned);
    if (unsigned === parcel || !isOfNobody()) return parcel;
    this.#claims.set(`nobody ${at} ${state} ${kind}`, isOfNobody);
    return unsigned;
  }
}
