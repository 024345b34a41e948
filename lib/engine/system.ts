import {
  ActorStates,
  type EngineOptions,
  type Reaction,
  type StateId,
} from '@/lib/engine/actor-states';
import type {
  ActorSpec,
  Address,
  Cast,
  Link,
  Message,
  ProcessId,
  ProcessSpec,
  Ticks,
} from '@/lib/engine/model';
import { network, NOBODY, type Parcel } from '@/lib/engine/network';

/** An actor of a compiled cast. */
export interface SystemActor extends ActorSpec {
  readonly index: number;
  readonly process: ProcessSpec;
}

/**
 * A cast made ready to be stepped: names resolved to indexes, states and transitions shared. It
 * holds no history; many worlds, and the explorer, use one system.
 */
export class System {
  readonly cast: Cast;
  readonly timed: boolean;
  readonly states: ActorStates;
  readonly actors: readonly SystemActor[];
  readonly starts: readonly Reaction[];
  readonly #actorByName: ReadonlyMap<string, SystemActor>;
  readonly #processByName: ReadonlyMap<string, ProcessSpec>;
  readonly #actorsOf: ReadonlyMap<ProcessId, readonly SystemActor[]>;
  /** What is on the wire, by the message itself, which a reaction sends again and again. */
  readonly #sent = new WeakMap<Message, Map<string, StateId>>();
  readonly #deliveries: (number | undefined)[] = [];

  constructor(cast: Cast, options: EngineOptions = {}) {
    this.cast = cast;
    this.timed = options.timed ?? true;
    this.states = new ActorStates(options);
    this.actors = cast.processes
      .flatMap((process) => process.actors.map((actor) => ({ actor, process })))
      .map(({ actor, process }, index) => ({ ...actor, process, index }));
    this.#actorByName = new Map(this.actors.map((actor) => [actor.id, actor]));
    this.#processByName = new Map(cast.processes.map((process) => [process.id, process]));
    this.#actorsOf = new Map(
      cast.processes.map(({ id }) => [id, this.actors.filter((actor) => actor.process.id === id)]),
    );
    refuseMisnamed(cast, this.actors);
    this.starts = this.actors.map(({ machine, input }) => this.states.start(machine, input));
  }

  process(id: ProcessId): ProcessSpec {
    const process = this.#processByName.get(id);
    if (!process) throw new Error(`No process named "${id}" in the cast`);
    return process;
  }

  /** The process that an address, be it an actor's or a process's, belongs to. */
  processOf(address: string): ProcessSpec {
    return this.#actorByName.get(address)?.process ?? this.process(address);
  }

  /** Processes that go by a name: the one so called, or all of the group so called. */
  named(name: string): readonly ProcessSpec[] {
    const { processes } = this.cast;
    const one = processes.filter(({ id }) => id === name);
    return one.length > 0 ? one : processes.filter(({ group }) => group === name);
  }

  /** What a script calls a process: its group's name while it is the only instance. */
  nameOf(id: ProcessId): string {
    const { group } = this.process(id);
    return this.named(group).length === 1 ? group : id;
  }

  actorsOf(process: ProcessId): readonly SystemActor[] {
    return this.#actorsOf.get(process) ?? [];
  }

  actorNamed(name: string): SystemActor | null {
    return this.#actorByName.get(name) ?? null;
  }

  /** The actors that might take what is sent to `address`, in the order in which they are asked. */
  addressees(address: string): readonly SystemActor[] {
    const actor = this.#actorByName.get(address);
    return actor ? [actor] : this.actorsOf(address);
  }

  link(a: ProcessId, b: ProcessId): Link {
    const link = this.cast.links.find(
      ({ between: [x, y] }) => (x === a && y === b) || (x === b && y === a),
    );
    if (!link) throw new Error(`No link between "${a}" and "${b}" in the cast`);
    return link;
  }

  /** Puts a message on the wire. */
  parcel(from: string, to: string, message: Message): StateId {
    const way = `${from} ${to}`;
    const sent = this.#sent.get(message) ?? new Map<string, StateId>();
    const known = sent.get(way);
    if (known !== undefined) return known;
    const parcel = this.#newParcel(from, to, message);
    this.#sent.set(message, sent.set(way, parcel));
    return parcel;
  }

  #newParcel(from: string, to: string, message: Message): StateId {
    const link = [this.processOf(from).id, this.processOf(to).id] as const;
    const { usualTicks, latestTicks, doubles = true, ...way } = this.link(...link);
    const lossy = way.lossy === true || way.lossy === link[1];
    return this.#parcel({
      ...{ from, to, link, message, lossy, doubles: lossy && doubles },
      ...(this.timed
        ? { usualIn: usualTicks, latestIn: Math.max(usualTicks, latestTicks) }
        : { usualIn: 0, latestIn: 0 }),
    });
  }

  /** A message from outside arrives at its hour, and neither sooner nor later. */
  opening(from: ProcessId, to: Address, message: Message, atTicks: Ticks): StateId {
    return this.#parcel({
      ...{ from, to, link: [from, this.processOf(to).id], message, lossy: false, doubles: false },
      ...(this.timed ? { usualIn: atTicks, latestIn: atTicks } : { usualIn: 0, latestIn: 0 }),
    });
  }

  /** Whether a message is one from outside. */
  isOpening({ from }: Pick<Parcel, 'from'>): boolean {
    return isSomebody(from) && this.addressees(from).length === 0;
  }

  parcelOf(state: StateId): Parcel {
    return this.states.get(state).snapshot.context as Parcel;
  }

  /** The event, interned, that an actor receives when this parcel arrives. */
  deliveryOf(state: StateId): number {
    return (this.#deliveries[state] ??= this.states.internEvent(toEvent(this.parcelOf(state))));
  }

  #parcel(parcel: Parcel): StateId {
    return this.states.start(network, parcel).next;
  }
}

/** Names that would make a script, or a crash, mean something else than it says. */
function refuseMisnamed({ processes }: Cast, actors: readonly SystemActor[]): void {
  if (new Set(actors.map(({ id }) => id)).size !== actors.length) {
    throw new Error('Two actors share a name');
  }
  const ids = processes.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error('Two processes share a name');
  for (const { id, group, crashes, actors: own } of processes) {
    if (group !== id && ids.includes(group)) {
      throw new Error(`The group of "${id}" is called like another process, "${group}"`);
    }
    if (crashes && own.some((actor) => actor.id === id)) {
      throw new Error(
        `"${id}" may crash, so its actor needs a name of its own, such as "${id}.1": an answer to the dead must be told from a request to the process.`,
      );
    }
  }
}

const toEvent = ({ from, message }: Parcel) => ({ ...message, from });

/** Whether an answer sent to `address` would reach anybody. */
export const isSomebody = (address: string): boolean => address !== NOBODY;
