import { mapWire, PROCESSES, type Row, wireOf } from '@/lib/explorer/search/row';
import { PairMap } from '@/lib/explorer/tables/pair-map';
import { NEVER, type ProcessTable } from '@/lib/explorer/tables/process-table';
import { NOTHING } from '@/lib/explorer/tables/reactions';
import type { Tables } from '@/lib/explorer/tables/tables';

/** Somebody who can come into more states than this is held to listen to everything. */
const FUTURES_MAX = 200;

/** What may become of somebody, and which kinds of messages do anything in any of these states. */
interface Ahead {
  readonly futures: ReadonlySet<number>;
  readonly mattering: ReadonlySet<number>;
}

/** What one message, tick or crash may do to somebody, as far as it was found out. */
interface Step {
  /** Kinds of messages that were asked about. */
  kinds: number;
  readonly next: number[];
  readonly mattering: number[];
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
  /** Clients of one actor that is addressed by name. (Stores answer everything, so nothing is inert there.) */
  readonly #solos: readonly number[];
  readonly #aheads: (Ahead | undefined)[][];
  readonly #steps: (Step | undefined)[][];
  readonly #kindsKnown: number[];
  /** What is left of a message, by process, its state and the message; one more than its id, 0 for nothing. */
  readonly #left: PairMap[];
  readonly #claims = new Map<string, () => boolean>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#solos = tables.processes.flatMap(({ actors, id }, at) =>
      actors.length === 1 &&
      tables.system.actorNamed(id) &&
      tables.system.process(id).kind === 'client'
        ? [at]
        : [],
    );
    this.#aheads = tables.processes.map(() => []);
    this.#steps = tables.processes.map(() => []);
    this.#kindsKnown = tables.processes.map(() => 0);
    this.#left = tables.processes.map(() => new PairMap());
  }

  /** Rewrites a row in place. */
  canonical(row: Row): void {
    for (const at of this.#solos) {
      const state = row[PROCESSES + at] as number;
      if (!this.#isLeftWhole(row, at, state)) this.#leave(row, at, state);
    }
  }

  /** Whether all that was taken off the wire would still be, knowing what is known now. */
  holds(): boolean {
    return [...this.#claims.values()].every((stillHolds) => stillHolds());
  }

  /** Whether no message changes. As a rule none does, and asking costs less than writing them all anew. */
  #isLeftWhole(row: Row, at: number, state: number): boolean {
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      const parcel = (row[place] as number) - 1;
      if (this.#leftOf(parcel, at, state) !== parcel) return false;
    }
    return true;
  }

  /** Apart from the loop that calls it: what it makes for a callback would be made for every row there. */
  #leave(row: Row, at: number, state: number): void {
    mapWire(row, this.#wire, (parcel) => this.#leftOf(parcel, at, state));
  }

  /** What is left of a message while a client is in this state; -1 if nothing. */
  #leftOf(parcel: number, at: number, state: number): number {
    const { parcels } = this.#tables;
    if (parcels.processOf(parcel) !== at || !parcels.hasLeft(parcel)) return parcel;
    const memo = this.#left[at] as PairMap;
    const known = memo.get(state, parcel);
    if (known >= 0) return known - 1;
    const left = this.#findLeft(parcel, at, state);
    memo.add(state, parcel, left + 1);
    return left;
  }

  #findLeft(parcel: number, at: number, state: number): number {
    const { parcels } = this.#tables;
    const kind = parcels.kindOf(parcel);
    const isInert = (): boolean => !this.#matters(at, state).has(kind);
    if (isInert()) {
      this.#claims.set(`inert ${at} ${state} ${kind}`, isInert);
      return -1;
    }
    const unsigned = parcels.unsigned(parcel);
    const isOfNobody = (): boolean => this.#doTheSame(at, state, parcel, unsigned);
    if (unsigned === parcel || !isOfNobody()) return parcel;
    this.#claims.set(`nobody ${at} ${state} ${kind}`, isOfNobody);
    return unsigned;
  }

  /** Kinds of messages that may change something, now or after anything that may happen first. */
  #matters(at: number, state: number): ReadonlySet<number> {
    return this.#ahead(at, state).mattering;
  }

  /** Whether two messages do the same, now and after anything that may happen first. */
  #doTheSame(at: number, state: number, one: number, other: number): boolean {
    const { processes, reactions } = this.#tables;
    const table = processes[at] as ProcessTable;
    const { futures } = this.#ahead(at, state);
    if (futures.size > FUTURES_MAX) return false;
    return [...futures].every((each) => {
      const [a, b] = [table.receive(each, one), table.receive(each, other)];
      return a >= 0 && b >= 0 && reactions.areAlike(a, b);
    });
  }

  #ahead(at: number, state: number): Ahead {
    const { parcels } = this.#tables;
    if (this.#kindsKnown[at] !== parcels.kindsOf(at)) {
      this.#kindsKnown[at] = parcels.kindsOf(at);
      this.#aheads[at] = [];
    }
    const memo = this.#aheads[at] as (Ahead | undefined)[];
    const known = memo[state];
    if (known) return known;
    const mattering = new Set<number>();
    const futures = new Set([state]);
    for (const each of futures) {
      // There is no end to what may happen to it.
      if (futures.size > FUTURES_MAX) {
        for (let kind = 0; kind < parcels.kindsOf(at); kind += 1) mattering.add(kind);
        break;
      }
      const step = this.#step(at, each);
      for (const kind of step.mattering) mattering.add(kind);
      for (const next of step.next) futures.add(next);
    }
    return (memo[state] = { mattering, futures });
  }

  /** Kinds that were met since it was last asked are all that is asked about. */
  #step(at: number, state: number): Step {
    const { parcels, processes } = this.#tables;
    const table = processes[at] as ProcessTable;
    const memo = this.#steps[at] as (Step | undefined)[];
    const step = (memo[state] ??= {
      ...{ kinds: 0, next: this.#otherwise(table, state), mattering: [] },
    });
    for (; step.kinds < parcels.kindsOf(at); step.kinds += 1) {
      const next = this.#effective(table, state, parcels.sampleOf(at, step.kinds));
      if (next === null) continue;
      step.mattering.push(step.kinds);
      step.next.push(next);
    }
    return step;
  }

  /** The state after a message that does something; null if it does nothing. */
  #effective(table: ProcessTable, state: number, parcel: number): number | null {
    const { reactions } = this.#tables;
    const reaction = table.receive(state, parcel);
    // Nobody can take it: it waits, and that matters.
    if (reaction < 0) return state;
    const next = reactions.next(reaction);
    const isNothing =
      next === state && reactions.sends(reaction) === 0 && reactions.facts(reaction) === 0;
    return isNothing ? null : next;
  }

  /** What time and crashes may make of a state. */
  #otherwise(table: ProcessTable, state: number): number[] {
    const { processes, reactions } = this.#tables;
    const soonest = table.soonest(state);
    const crashing = processes.filter(({ crashes }) => crashes);
    const heard = crashing.map((other) =>
      other === table ? table.restart : table.closing(state, other),
    );
    return [
      ...(soonest > 0 && soonest < NEVER ? [table.aged(state)] : []),
      ...[...(soonest === 0 ? table.fires(state) : []), ...heard]
        .filter((reaction) => reaction !== NOTHING)
        .map((reaction) => reactions.next(reaction)),
    ];
  }
}
