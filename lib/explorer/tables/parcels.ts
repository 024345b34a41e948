import type { StateId } from '@/lib/engine/actor-states';
import { ABSENT, stepCore } from '@/lib/engine/core';
import { Interner } from '@/lib/engine/interner';
import { canonical } from '@/lib/engine/json';
import { LimitExceeded } from '@/lib/engine/limits';
import type { ProcessId } from '@/lib/engine/model';
import type { Parcel } from '@/lib/engine/network';
import type { System } from '@/lib/engine/system';
import { enlarged } from '@/lib/explorer/enlarged';
import { EXPLORER_LIMITS } from '@/lib/explorer/limits';

/**
 * Where a row keeps what: process, kind and marks of a message; ticks until it must arrive; the same a tick later; and
 * what it is, however long it has to go.
 */
const KIND = 0;
const LATEST = 1;
const LATER = 2;
const CONTENT = 3;
const CELLS = 4;

const UNKNOWN = -1;

const LOSSY = 1;
const LEFT = 2;
const DOUBLES = 4;
/** Bits of the marks above, and of a process's position. */
const MARKS = 3;
export const PROCESS_BITS = Math.log2(EXPLORER_LIMITS.processesMax);
export const PROCESS_MASK = EXPLORER_LIMITS.processesMax - 1;

/**
 * A message on the wire, as a small integer. Equal messages with equally long to go have equal ids. The same message
 * with one tick more to go has the next greater id.
 */
export type ParcelId = number;

/**
 * Messages on the wire, interned. Their usual latency is left out: a search lets each arrive at every
 * moment from its sending to its latest arrival, so it decides nothing.
 */
export class Parcels {
  /** One of the engine's states of each that was met. */
  readonly states: (StateId | undefined)[] = [];
  /** Those that were met, in that order. */
  readonly met: ParcelId[] = [];
  readonly #toActor: (string | null)[] = [];
  readonly #senders: string[] = [];
  /** Row by row what a search asks at every step. */
  #cells = new Int32Array(64 * CELLS);
  readonly #system: System;
  readonly #positions: ReadonlyMap<ProcessId, number>;
  /** What a message is, however long it has to go: its first id, with nothing to go. */
  readonly #contents = new Interner<ParcelId>();
  /** The first id that is not taken. */
  #free = 0;
  readonly #byState: (ParcelId | undefined)[] = [];
  readonly #kinds: Interner<number>[];
  readonly #unsigned: (ParcelId | undefined)[] = [];
  readonly #orphaned: (ParcelId | undefined)[][] = [];
  readonly #nobody: readonly StateId[];

  constructor(system: System, processes: readonly ProcessId[]) {
    this.#system = system;
    this.#positions = new Map(processes.map((id, position) => [id, position]));
    this.#kinds = processes.map(() => new Interner());
    this.#nobody = system.actors.map(() => ABSENT);
  }

  /** What it is, however long it has to go: a small integer for each such thing. */
  contentOf(parcel: ParcelId): number {
    return this.#cells[parcel * CELLS + CONTENT] as number;
  }

  /** The one actor that it is addressed to; null where any free handler may take it. */
  toActor(parcel: ParcelId): string | null {
    return this.#toActor[this.contentOf(parcel)] ?? null;
  }

  sender(parcel: ParcelId): string {
    return this.#senders[this.contentOf(parcel)] ?? '';
  }

  /** Position of the process that it goes to, among those that have actors. */
  processOf(parcel: ParcelId): number {
    return ((this.#cells[parcel * CELLS + KIND] as number) >> MARKS) & PROCESS_MASK;
  }

  /** What it says, to whom in that process and from whom: a small integer for each such thing. */
  kindOf(parcel: ParcelId): number {
    return (this.#cells[parcel * CELLS + KIND] as number) >> (MARKS + PROCESS_BITS);
  }

  isLossy(parcel: ParcelId): boolean {
    return ((this.#cells[parcel * CELLS + KIND] as number) & LOSSY) !== 0;
  }

  doubles(parcel: ParcelId): boolean {
    return ((this.#cells[parcel * CELLS + KIND] as number) & DOUBLES) !== 0;
  }

  /** Whether it can arrive now: what comes from outside comes at its hour. */
  hasLeft(parcel: ParcelId): boolean {
    return ((this.#cells[parcel * CELLS + KIND] as number) & LEFT) !== 0;
  }

  /** Ticks until it must arrive. */
  latestIn(parcel: ParcelId): number {
    return this.#cells[parcel * CELLS + LATEST] as number;
  }

  /** How many kinds of messages to a process were met. */
  kindsOf(process: number): number {
    return this.#kinds[process]?.size ?? 0;
  }

  /** A message of this kind. */
  sampleOf(process: number, kind: number): ParcelId {
    return this.#kinds[process]?.at(kind) ?? -1;
  }

  /** The id of a message that the engine knows by its state. */
  of(state: StateId): ParcelId {
    return (this.#byState[state] ??= this.#intern(state));
  }

  /** The same message a tick later. */
  aged(parcel: ParcelId): ParcelId {
    const known = this.#cells[parcel * CELLS + LATER] as number;
    return known === UNKNOWN ? this.#age(parcel) : known;
  }

  /** The same message from nobody. */
  unsigned(parcel: ParcelId): ParcelId {
    return (this.#unsigned[parcel] ??= this.of(
      this.#system.states.react(
        this.states[parcel] ?? ABSENT,
        this.#system.states.internEvent({ type: 'sender.crashed' }),
      ).next,
    ));
  }

  /** What is left of the message when a process crashes: -1 if nothing. */
  afterCrash(parcel: ParcelId, process: ProcessId, position: number): ParcelId {
    const memo = (this.#orphaned[position] ??= []);
    const known = memo[parcel];
    if (known !== undefined) return known;
    const [state] = this.#after(parcel, { kind: 'crash', process });
    return (memo[parcel] = state === undefined ? -1 : this.of(state));
  }

  #age(parcel: ParcelId): ParcelId {
    const later = this.of(this.#after(parcel, { kind: 'wait', ticks: 1 })[0] ?? ABSENT);
    return (this.#cells[parcel * CELLS + LATER] = later);
  }

  #after(parcel: ParcelId, choice: Parameters<typeof stepCore>[2]): readonly StateId[] {
    const parcels = [this.states[parcel] ?? ABSENT];
    const done = stepCore(this.#system, { actors: this.#nobody, parcels }, choice);
    return done.core.parcels.slice(0, 1 - done.removed.length);
  }

  #intern(state: StateId): ParcelId {
    const parcel = this.#system.parcelOf(state);
    const { from, to, message, usualIn, latestIn, lossy, doubles } = parcel;
    const isOpening = this.#system.isOpening(parcel);
    // What comes at its hour has no other time to come.
    const [hour, ticks] = isOpening ? [usualIn, 0] : [null, latestIn];
    const longest = this.#longest(parcel);
    if (ticks > longest) {
      throw new Error(`A message to "${to}" has longer to go than its way takes`);
    }
    // Of nobody there may be equal messages on ways that take differently long.
    const key = canonical([from, to, message, lossy, doubles, hour, longest]);
    const content = this.#contents.intern(key, () => {
      const first = this.#free;
      this.#free += 1 + longest;
      return first;
    });
    const id = this.#contents.at(content) + ticks;
    if (this.states[id] !== undefined) return id;
    const process = this.#positions.get(this.#system.processOf(to).id);
    if (process === undefined) throw new Error(`"${to}" has no actors to take a message`);
    const event = this.#system.deliveryOf(state);
    if (id >= EXPLORER_LIMITS.parcelsMax) {
      throw new LimitExceeded('There are more messages than a search can number');
    }
    this.states[id] = state;
    this.met.push(id);
    this.#toActor[content] = this.#system.actorNamed(to)?.id ?? null;
    this.#senders[content] = from;
    const kind = this.#kinds[process]?.intern(`${to} ${event}`, () => id) ?? -1;
    const left = !isOpening || usualIn === 0;
    const marks = (lossy ? LOSSY : 0) | (left ? LEFT : 0) | (doubles ? DOUBLES : 0);
    while ((id + 1) * CELLS > this.#cells.length) {
      this.#cells = enlarged(this.#cells, this.#cells.length * 2);
    }
    this.#cells[id * CELLS + KIND] = (((kind << PROCESS_BITS) | process) << MARKS) | marks;
    this.#cells[id * CELLS + LATEST] = latestIn;
    this.#cells[id * CELLS + LATER] = UNKNOWN;
    this.#cells[id * CELLS + CONTENT] = content;
    return id;
  }

  /** In ticks, how long any message between these two may take. What comes from outside is there at its hour. */
  #longest({ link: [from, to] }: Parcel): number {
    if (!this.#system.timed || this.#system.actorsOf(from).length === 0) return 0;
    const { usualTicks, latestTicks } = this.#system.link(from, to);
    return Math.max(usualTicks, latestTicks);
  }
}
