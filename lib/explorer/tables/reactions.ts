import type { CoreStep } from '@/lib/engine/core';
import { Interner } from '@/lib/engine/interner';
import type { Fact, ProcessId } from '@/lib/engine/model';
import type { System } from '@/lib/engine/system';
import type { ParcelId, Parcels } from '@/lib/explorer/tables/parcels';

/** Nobody can take the message now. */
export const BLOCKED = -1;
/** It changes nothing and nobody hears of it. */
export const NOTHING = -2;

/** What events do to processes: one small integer for each, with what it does in columns. */
export class Reactions {
  readonly system: System;
  /** The state that the process is in afterwards. */
  readonly next: number[] = [];
  /** Lists of what was put on the wire, and of what happened; 0 is the empty list. */
  readonly sends: number[] = [];
  readonly facts: number[] = [];
  /** The same messages, in the order in which they were sent. */
  readonly sendings: (readonly ParcelId[])[] = [];
  /** 1 where a message belongs to an attempt beyond the bound. */
  readonly beyond: number[] = [];
  readonly #parcels: Parcels;
  readonly #attemptsMax: number;
  readonly #sendLists = new Interner<readonly ParcelId[]>();
  readonly #factLists = new Interner<readonly Fact[]>();

  constructor(system: System, parcels: Parcels, attemptsMax: number) {
    this.system = system;
    this.#parcels = parcels;
    this.#attemptsMax = attemptsMax;
    this.#sendLists.intern('', () => []);
    this.#factLists.intern('[]', () => []);
  }

  get size(): number {
    return this.next.length;
  }

  sent(list: number): readonly ParcelId[] {
    return this.#sendLists.at(list);
  }

  happened(list: number): readonly Fact[] {
    return this.#factLists.at(list);
  }

  /** Only what the process itself sent and did counts: a crash also wakes the one that crashed. */
  add(process: ProcessId, next: number, { sent, facts }: CoreStep): number {
    const isOwn = (by: string): boolean => this.system.processOf(by).id === process;
    const own = sent.filter(({ by }) => isOwn(by)).map(({ parcel }) => parcel);
    const sending = own.map((parcel) => this.#parcels.of(parcel));
    const parcels = sending.toSorted((a, b) => a - b);
    const happened = facts.filter(({ by }) => isOwn(by)).map(({ fact }) => fact);
    const id = this.next.length;
    this.next.push(next);
    this.sendings.push(sending);
    this.sends.push(this.#sendLists.intern(parcels.join(), () => parcels));
    this.facts.push(this.#factLists.intern(JSON.stringify(happened), () => happened));
    this.beyond.push(own.some((state) => this.#isBeyond(state)) ? 1 : 0);
    return id;
  }

  #isBeyond(state: number): boolean {
    const { attempt } = this.system.parcelOf(state).message;
    return typeof attempt === 'number' && attempt > this.#attemptsMax;
  }
}
