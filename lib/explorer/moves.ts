import {
  CRASH,
  DUPLICATE,
  LOSS,
  processAt,
  processWords,
  putProcess,
  RECOLLECTION,
  writeRow,
} from '@/lib/explorer/row';
import type { ProcessTable } from '@/lib/explorer/tables/process-table';
import { BLOCKED } from '@/lib/explorer/tables/reactions';
import type { Situation, Tables } from '@/lib/explorer/tables/tables';
import { ITEM, ITEMS, NEVER } from '@/lib/explorer/tables/wires';

/** All that can happen next in one state, written down row by row. */
export class Moves {
  /** The state that was loaded, and the one that a move leads to. */
  readonly row: Int32Array;
  readonly next: Int32Array;
  readonly #tables: Tables;
  readonly #visit: () => void;
  readonly #words: number;
  /** The state of each process in the row. */
  readonly #current: Int32Array;

  /** `visit` is called whenever `next` holds what a move leads to. */
  constructor(tables: Tables, width: number, visit: () => void) {
    const count = tables.processes.length;
    this.#tables = tables;
    this.#visit = visit;
    this.#words = processWords(count);
    this.row = new Int32Array(width);
    this.next = new Int32Array(width);
    this.#current = new Int32Array(count);
  }

  load(rows: Int32Array, offset: number): void {
    const { row } = this;
    for (let place = 0; place < row.length; place += 1) row[place] = rows[offset + place] as number;
    const current = this.#current;
    for (let at = 0; at < current.length; at += 1) {
      current[at] = processAt(row, at);
    }
  }

  /** The state that was loaded, spelled out. */
  situation(): Situation {
    const wire = this.row[this.#words] as number;
    const last = this.row[this.#words + 1] as number;
    return { processes: [...this.#current], wire, recollection: last & RECOLLECTION };
  }

  /** Time passes only while nothing is overdue, and only if something is still to come. */
  wait(): void {
    const { processes, wires } = this.#tables;
    const wire = this.row[this.#words] as number;
    const current = this.#current;
    let soonest = NEVER;
    for (let at = 0; at < current.length; at += 1) {
      const timer = (processes[at] as ProcessTable).soonest[current[at] as number] as number;
      if (timer < soonest) soonest = timer;
    }
    if (soonest === 0) return;
    // Messages that nobody can take don't count; which they are matters only where it would decide.
    const arrival = wires.soonestOf(wire);
    if (arrival === 0 || (soonest === NEVER && arrival !== NEVER)) {
      soonest = Math.min(soonest, this.#receivable(wire));
    }
    if (soonest === 0 || soonest === NEVER) return;
    const { next } = this;
    for (let at = 0; at < current.length; at += 1) {
      const aged = (processes[at] as ProcessTable).aged(current[at] as number);
      putProcess(next, at, aged);
    }
    next[this.#words] = wires.aged(wire);
    next[this.#words + 1] = this.row[this.#words + 1] as number;
    this.#visit();
  }

  /** Everything but waiting. Returns whether anything will still happen if no fault does. */
  events(): boolean {
    const { processes, reactions } = this.#tables;
    const wire = this.row[this.#words] as number;
    const last = this.row[this.#words + 1] as number;
    let alive = this.#messages(wire, last);
    for (let at = 0; at < processes.length; at += 1) {
      const table = processes[at] as ProcessTable;
      const state = this.#current[at] as number;
      const soonest = table.soonest[state] as number;
      if (soonest === NEVER) continue;
      alive = true;
      if (soonest > 0) continue;
      for (const reaction of table.fires(state)) {
        if (reactions.isBeyond(reaction)) continue;
        const after = this.#tables.withSent(wire, reactions.sends(reaction));
        this.#react(at, reaction, after, last);
      }
    }
    if ((last & (15 * CRASH)) !== 0) this.#crashes(last);
    return alive;
  }

  /** Ticks until the first message that somebody can take is overdue. */
  #receivable(wire: number): number {
    const { wires, parcels, processes } = this.#tables;
    const items = wire + ITEMS;
    let soonest = NEVER;
    for (let item = wires.kindsOf(wire) - 1; item >= 0; item -= 1) {
      const parcel = wires.pool[items + item * ITEM] as number;
      const latest = parcels.latestIn[parcel] as number;
      if (latest >= soonest) continue;
      const to = parcels.process[parcel] as number;
      const table = processes[to] as ProcessTable;
      const kind = parcels.kind[parcel] as number;
      if (table.receive(this.#current[to] as number, kind, parcel) === BLOCKED) continue;
      if (latest === 0) return 0;
      soonest = latest;
    }
    return soonest;
  }

  /** Deliveries, losses and copies. Returns whether anything will still arrive. */
  #messages(wire: number, last: number): boolean {
    const { wires, parcels, processes, reactions } = this.#tables;
    const mayLose = (last & (15 * LOSS)) !== 0;
    const mayDuplicate = (last & (15 * DUPLICATE)) !== 0;
    const items = wire + ITEMS;
    let alive = false;
    for (let item = wires.kindsOf(wire) - 1; item >= 0; item -= 1) {
      const parcel = wires.pool[items + item * ITEM] as number;
      const at = parcels.process[parcel] as number;
      const reaction = (processes[at] as ProcessTable).receive(
        this.#current[at] as number,
        parcels.kind[parcel] as number,
        parcel,
      );
      if (reaction >= 0) {
        alive = true;
        if (parcels.hasLeft[parcel] && !reactions.isBeyond(reaction)) {
          const after = this.#tables.exchanged(wire, item, reactions.sends(reaction));
          this.#react(at, reaction, after, last);
        }
      }
      if (!parcels.lossy[parcel]) continue;
      if (mayLose) this.#travel(wires.without(wire, item), last - LOSS);
      if (mayDuplicate) this.#travel(wires.doubled(wire, item), last - DUPLICATE);
    }
    return alive;
  }

  /** What a reaction makes of the row; `wire` is what is on the wire after it. */
  #react(at: number, reaction: number, wire: number, last: number): void {
    const { reactions } = this.#tables;
    const { next, row } = this;
    const words = this.#words;
    for (let place = 0; place < words; place += 1) next[place] = row[place] as number;
    putProcess(next, at, reactions.next(reaction));
    next[words] = wire;
    const facts = reactions.facts(reaction);
    next[words + 1] =
      facts === 0
        ? last
        : (last & ~RECOLLECTION) | this.#tables.withFacts(last & RECOLLECTION, facts);
    this.#visit();
  }

  /** What happens on the wire alone. */
  #travel(wire: number, last: number): void {
    const { next, row } = this;
    for (let place = 0; place < this.#words; place += 1) next[place] = row[place] as number;
    next[this.#words] = wire;
    next[this.#words + 1] = last;
    this.#visit();
  }

  #crashes(last: number): void {
    const before = this.situation();
    this.#tables.processes.forEach(({ crashes }, position) => {
      if (!crashes) return;
      const after = this.#tables.crash(position, before);
      writeRow(this.next, after, (last & ~RECOLLECTION) - CRASH);
      this.#visit();
    });
  }
}
