import type { Fact, IntentId, ProcessKind } from '@/lib/engine/model';
import type { Parcel } from '@/lib/engine/network';
import { isOnward } from '@/lib/engine/onward';
import type { Question } from '@/lib/explorer/question';
import type { ParcelId } from '@/lib/explorer/tables/parcels';
import type { Tables } from '@/lib/explorer/tables/tables';

/** What a message costs. */
const FREE = 0;
export const CALL = 1;
export const OPERATION = 2;

const STORES: readonly ProcessKind[] = ['store', 'database', 'provider', 'queue'];

/** What a day has to know of each message and each list of facts, looked up once and kept in columns. */
export class Columns {
  readonly intents: readonly IntentId[];
  /** Ticks to its usual and to its latest arrival, from its sending. */
  readonly usual: number[] = [];
  readonly latest: number[] = [];
  /** CALL from a client, OPERATION at a store, or FREE, as answers are. */
  readonly cost: number[] = [];
  /** Which intent it is about, by its place; -1: none. */
  readonly intent: number[] = [];
  readonly #tables: Tables;
  /** How many of them are known here. */
  #known = 0;
  /** By list of facts: which intents it gives a final answer, as bits. */
  readonly #answers: (number | undefined)[] = [];

  constructor(tables: Tables, { meant }: Question) {
    this.#tables = tables;
    this.intents = meant.intents.map(({ id }) => id);
  }

  /** Catches up with the messages that the tables have come to know. */
  read(): void {
    const { met } = this.#tables.parcels;
    for (; this.#known < met.length; this.#known += 1) this.#read(met[this.#known] as ParcelId);
  }

  /** Intents, as bits, that these facts give a final answer to. */
  answersIn(list: number): number {
    return (this.#answers[list] ??= this.#answersOf(this.#tables.reactions.happened(list)));
  }

  #read(parcel: ParcelId): void {
    const { system, parcels } = this.#tables;
    const sent = system.parcelOf(parcels.states[parcel] ?? -1);
    const { to, link, message, usualIn, latestIn } = sent;
    // No holes: not every number is a message's, and arrays without holes are read faster.
    for (let next = this.usual.length; next <= parcel; next += 1) {
      for (const column of [this.usual, this.latest, this.cost, this.intent]) column.push(0);
    }
    const isFromOutside = system.isOpening(sent);
    const { usualTicks } = isFromOutside ? { usualTicks: usualIn } : system.link(...link);
    this.usual[parcel] = usualTicks;
    this.latest[parcel] = latestIn;
    this.cost[parcel] = isFromOutside ? FREE : this.#costOf(link, system.processOf(to).kind);
    this.intent[parcel] = this.intents.findIndex((id) => id === message.intent);
  }

  /** What is asked costs something, and no answer does: what goes on to the right, and what a consumer tells its queue. */
  #costOf([from, to]: Parcel['link'], kind: ProcessKind): number {
    const { system } = this.#tables;
    const asker = system.process(from).kind;
    if (!isOnward(system.cast, from, to) && asker !== 'consumer') return FREE;
    if (asker === 'client') return CALL;
    return STORES.includes(kind) ? OPERATION : FREE;
  }

  #answersOf(facts: readonly Fact[]): number {
    return facts.reduce((bits, { intent, says }) => {
      const place = this.intents.indexOf(intent);
      return says === undefined || place < 0 ? bits : bits | (1 << place);
    }, 0);
  }
}
