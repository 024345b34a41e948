import type { StateId } from '@/lib/engine/actor-states';
import { IntMemo } from '@/lib/explorer/int-memo';
import { type Freedom, PLACES_MAX, placesWhere } from '@/lib/explorer/reductions/freedom';
import type { Spoken } from '@/lib/explorer/reductions/spoken';
import {
  CRASHES,
  FAULTS,
  hasRoomFor,
  PROCESSES,
  putMessage,
  type Row,
  takeMessage,
  wireOf,
} from '@/lib/explorer/search/row';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/** A process's position, and an actor's place in it. */
interface Handler {
  readonly process: number;
  readonly place: number;
}

/** A message that goes to none of the handlers, or can't be handed over. */
const NOBODY = 0;

/**
 * An answer to a handler that nobody else can have anything to do with meanwhile is handed over at once: nothing can tell
 * whether it came before or after. So it must not be able to get lost, nor may its way take time that others could use;
 * nobody else may know the handler's name, so that nothing else can come to it; nor may its own timers run, or somebody
 * still crash; and the judge must hear nothing of it, nor anybody else in its process.
 *
 * A handler that becomes free by it takes what others might have taken. That is all one only if whoever is free is in one
 * and the same state. Where that was not so, `isBroken`.
 */
export class Eagerness {
  /** How many answers it has handed over. */
  handedOver = 0;
  readonly #tables: Tables;
  readonly #wire: number;
  readonly #freedom: Freedom;
  readonly #spoken: readonly Spoken[];
  readonly #crashing: boolean;
  /** Handlers that may be handed an answer, by a number of theirs, and their numbers by name. */
  readonly #handlers: (Handler | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();
  /** By message: the handler to whom it can be handed over. */
  readonly #takers = new IntMemo((parcel) => this.#findTaker(parcel));
  /** By process: which places have a timer, as bits. */
  readonly #timed: readonly IntMemo[];
  /** Positions of the processes that have such handlers, and of those in which one was made free. */
  readonly #processes: readonly number[];
  readonly #freed = new Set<number>();

  constructor(tables: Tables, freedom: Freedom, spoken: readonly Spoken[]) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#freedom = freedom;
    this.#spoken = spoken;
    this.#crashing = tables.processes.some(({ crashes }) => crashes);
    const { states } = tables.system;
    const isTimed = (state: StateId): boolean => states.get(state).timers.length > 0;
    this.#timed = tables.processes.map(
      (table) => new IntMemo((state) => placesWhere(table.statesOf(state), isTimed)),
    );
    tables.processes.forEach((table, process) => {
      table.actors.slice(0, PLACES_MAX).forEach((index, place) => {
        const name = tables.system.actors[index]?.id as string;
        // Who is called like its process is known to everybody.
        if (name === table.id) return;
        this.#numbers.set(name, this.#handlers.length);
        this.#handlers.push({ process, place });
      });
    });
    this.#processes = [...new Set(this.#handlers.flatMap((handler) => handler?.process ?? []))];
  }

  get isBroken(): boolean {
    for (const process of this.#freed) if (!this.#freedom.isOne(process)) return true;
    return false;
  }

  /** Hands over one such answer, in place. Returns whether there was one. */
  canonical(row: Row): boolean {
    if (this.#crashing && ((row[FAULTS] as number) & CRASHES) !== 0) return false;
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      const parcel = (row[place] as number) - 1;
      const taker = this.#takers.of(parcel);
      if (taker === NOBODY) continue;
      if (this.#handOver(row, place, parcel, this.#handlers[taker] as Handler)) return true;
    }
    // Whoever is free is looked at, whether or not anything is handed over.
    for (let at = 0; at < this.#processes.length; at += 1) {
      const process = this.#processes[at] as number;
      this.#freedom.freeIn(process, row[PROCESSES + process] as number);
    }
    return false;
  }

  #findTaker(parcel: number): number {
    const { parcels } = this.#tables;
    const isSafe =
      !parcels.isLossy(parcel) && parcels.latestIn(parcel) === 0 && parcels.hasLeft(parcel);
    return (isSafe && this.#numbers.get(parcels.toActor(parcel) ?? '')) || NOBODY;
  }

  #handOver(row: Row, place: number, parcel: number, handler: Handler): boolean {
    const { processes, reactions } = this.#tables;
    const at = handler.process;
    const state = row[PROCESSES + at] as number;
    if (!this.#isWaiting(state, handler) || this.#isSpokenOf(row, place, handler)) return false;
    const reaction = (processes[at] as ProcessTable).receive(state, parcel);
    if (reaction < 0 || reactions.facts(reaction) !== 0 || reactions.isBeyond(reaction)) {
      return false;
    }
    const sent = reactions.sending(reaction);
    if (!hasRoomFor(row, sent.length)) return false;
    const next = reactions.next(reaction);
    if (!this.#isOwnAffair(state, next, handler)) return false;
    if ((this.#freedom.freeIn(at, next) & (1 << handler.place)) !== 0) this.#freed.add(at);
    row[PROCESSES + at] = next;
    takeMessage(row, place);
    for (const each of sent) putMessage(row, this.#wire, each);
    this.handedOver += 1;
    return true;
  }

  /** Whether nobody else in the process becomes another by it: they may be told within the same step. */
  #isOwnAffair(before: number, after: number, { process, place }: Handler): boolean {
    const table = this.#tables.processes[process] as ProcessTable;
    const then = table.statesOf(after);
    return table.statesOf(before).every((each, at) => at === place || each === then[at]);
  }

  /** Busy, and no timer of its own. */
  #isWaiting(state: number, { process, place }: Handler): boolean {
    const bit = 1 << place;
    const timed = (this.#timed[process] as IntMemo).of(state);
    return (timed & bit) === 0 && (this.#freedom.freeIn(process, state) & bit) === 0;
  }

  /** Whether anybody, or any other message, has its name. */
  #isSpokenOf(row: Row, answer: number, { process, place }: Handler): boolean {
    const bit = 1 << place;
    const spoken = this.#spoken[process] as Spoken;
    const { length } = this.#tables.processes;
    for (let at = 0; at < length; at += 1) {
      if ((spoken.inProcess(at, row[PROCESSES + at] as number) & bit) !== 0) return true;
    }
    for (let other = this.#wire; row[other] !== 0; other += 1) {
      if (other === answer) continue;
      if ((spoken.inParcel((row[other] as number) - 1) & bit) !== 0) return true;
    }
    return false;
  }
}
