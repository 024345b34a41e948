import { CRASH, processAt, processWords } from '@/lib/explorer/row';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import type { Tables } from '@/lib/explorer/tables/tables';

/**
 * An answer that can't be lost, to a handler that does nothing but wait for it, is handed over at once:
 * nothing else can tell whether it came before or after. Not while somebody may still crash, since a
 * crash before the answer and one after it are different things; nor if the judge would hear of it; nor
 * while its way takes time that others could use.
 */
export class Eagerness {
  readonly #tables: Tables;
  readonly #crashing: boolean;
  /** By actor's name: its place in its process. */
  readonly #places = new Map<string, { readonly process: number; readonly place: number }>();

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#crashing = tables.processes.some(({ crashes }) => crashes);
    tables.processes.forEach((table, process) => {
      // A process of one actor may be asked by many, and who comes first may matter.
      if (table.actors.length < 2) return;
      table.actors.forEach((index, place) => {
        const name = tables.system.actors[index]?.id;
        if (name !== undefined) this.#places.set(name, { process, place });
      });
    });
  }

  /** Hands over one such answer, in place. Returns whether there was one. */
  canonical(row: Int32Array): boolean {
    const { wires, parcels, processes, reactions } = this.#tables;
    const words = processWords(processes.length);
    const wire = row[words] as number;
    const last = row[words + 1] as number;
    if (this.#crashing && (last & (15 * CRASH)) !== 0) return false;
    for (let item = wires.kindsOf(wire) - 1; item >= 0; item -= 1) {
      const parcel = wires.parcelAt(wire, item);
      if (parcels.lossy[parcel] || parcels.toActor[parcel] === null) continue;
      if (parcels.latestIn[parcel] !== 0 || !parcels.hasLeft[parcel]) continue;
      const at = parcels.process[parcel] as number;
      const state = processAt(row, 0, at);
      if (!this.#onlyWaitsFor(parcel, wire, item, state)) continue;
      const table = processes[at] as ProcessTable;
      const reaction = table.receive(state, parcels.kind[parcel] as number, parcel);
      if (reaction < 0 || reactions.facts(reaction) !== 0 || reactions.isBeyond(reaction)) {
        continue;
      }
      const shift = (at & 1) * 16;
      row[at >> 1] =
        ((row[at >> 1] as number) & ~(0xffff << shift)) | (reactions.next(reaction) << shift);
      row[words] = this.#tables.withSent(wires.without(wire, item), reactions.sends(reaction));
      return true;
    }
    return false;
  }

  /** No timer of its own, no other message to it, and no question of its own still on the wire. */
  #onlyWaitsFor(parcel: number, wire: number, item: number, state: number): boolean {
    const { wires, parcels, processes, system } = this.#tables;
    const name = parcels.toActor[parcel] ?? '';
    const home = this.#places.get(name);
    if (!home) return false;
    const own = processes[home.process]?.statesOf(state)[home.place] ?? -1;
    if (system.states.get(own).timers.length > 0) return false;
    if (wires.countAt(wire, item) > 1) return false;
    for (let other = wires.kindsOf(wire) - 1; other >= 0; other -= 1) {
      if (other === item) continue;
      const it = wires.parcelAt(wire, other);
      if (parcels.toActor[it] === name) return false;
      if (parcels.senders[it] === name && !this.#isAnswer(it)) return false;
    }
    return true;
  }

  /** What goes to a named client or over a lossy way is no question that a store will answer. */
  #isAnswer(parcel: number): boolean {
    return this.#tables.parcels.lossy[parcel] === true;
  }
}
