import { isGivingUp } from '@/lib/engine/step-actor';
import type { Freedom } from '@/lib/explorer/reductions/freedom';
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

const NOBODY: Handler = { process: -1, place: -1 };

/**
 * An answer that can't be lost, to a handler that does nothing but wait for it, is handed over at once:
 * nothing else can tell whether it came before or after. Not while somebody may still crash, since a
 * crash before the answer and one after it are different things; nor if the judge would hear of it; nor
 * while its way takes time that others could use; nor to a kind of handler that may give up on an answer,
 * since an older one may then come where a newer one is waited for.
 */
export class Eagerness {
  readonly #tables: Tables;
  readonly #wire: number;
  readonly #freedom: Freedom;
  readonly #crashing: boolean;
  /** Handlers that may be handed an answer, by name. */
  readonly #handlers = new Map<string, Handler>();
  /** To whom each message can be handed over, by its id. */
  readonly #addressees: (Handler | undefined)[] = [];

  constructor(tables: Tables, freedom: Freedom) {
    this.#tables = tables;
    this.#wire = wireOf(tables.processes.length);
    this.#freedom = freedom;
    this.#crashing = tables.processes.some(({ crashes }) => crashes);
    tables.processes.forEach((table, process) => {
      // A process of one actor may be asked by many, and who comes first may matter.
      if (table.actors.length < 2) return;
      table.actors.forEach((index, place) => {
        const actor = tables.system.actors[index];
        if (!actor || isGivingUp(actor.machine)) return;
        this.#handlers.set(actor.id, { process, place });
      });
    });
  }

  /** Hands over one such answer, in place. Returns whether there was one. */
  canonical(row: Row): boolean {
    if (this.#crashing && ((row[FAULTS] as number) & CRASHES) !== 0) return false;
    for (let place = this.#wire; row[place] !== 0; place += 1) {
      const parcel = (row[place] as number) - 1;
      const handler = (this.#addressees[parcel] ??= this.#addressee(parcel));
      if (handler !== NOBODY && this.#handOver(row, place, parcel, handler)) return true;
    }
    return false;
  }

  /** The handler to whom this can be handed over, if it waits for that. */
  #addressee(parcel: number): Handler {
    const { parcels } = this.#tables;
    const isSafe =
      !parcels.isLossy(parcel) && parcels.latestIn(parcel) === 0 && parcels.hasLeft(parcel);
    return (isSafe && this.#handlers.get(parcels.toActor(parcel) ?? '')) || NOBODY;
  }

  #handOver(row: Row, place: number, parcel: number, handler: Handler): boolean {
    const { processes, reactions } = this.#tables;
    const at = handler.process;
    const state = row[PROCESSES + at] as number;
    if (!this.#onlyWaitsFor(parcel, row, place, handler)) return false;
    const table = processes[at] as ProcessTable;
    const reaction = table.receive(state, parcel);
    if (reaction < 0 || reactions.facts(reaction) !== 0 || reactions.isBeyond(reaction)) {
      return false;
    }
    // It was not what was waited for: something else will come, and the order may matter.
    if (reactions.next(reaction) === state) return false;
    const sent = reactions.sending(reaction);
    if (!hasRoomFor(row, sent.length)) return false;
    row[PROCESSES + at] = reactions.next(reaction);
    takeMessage(row, place);
    for (const each of sent) putMessage(row, this.#wire, each);
    return true;
  }

  /** Busy, no timer of its own, no other message to it, and no other question of its own on the wire. */
  #onlyWaitsFor(parcel: number, row: Row, place: number, handler: Handler): boolean {
    const { parcels, processes, system } = this.#tables;
    const name = parcels.toActor(parcel);
    const state = row[PROCESSES + handler.process] as number;
    const own = processes[handler.process]?.statesOf(state)[handler.place] ?? -1;
    if (system.states.get(own).timers.length > 0) return false;
    if (this.#freedom.isFree(handler.process, own)) return false;
    for (let other = this.#wire; row[other] !== 0; other += 1) {
      if (other === place) continue;
      const it = (row[other] as number) - 1;
      if (parcels.toActor(it) === name) return false;
      if (parcels.sender(it) === name && !this.#isForClient(it)) return false;
    }
    return true;
  }

  /** What a handler tells a client is not a question. */
  #isForClient(parcel: number): boolean {
    const { parcels, processes, system } = this.#tables;
    const to = processes[parcels.processOf(parcel)];
    return to !== undefined && system.process(to.id).kind === 'client';
  }
}
