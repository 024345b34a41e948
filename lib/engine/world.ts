import type { EngineOptions, StateId } from '@/lib/engine/actor-states';
import { type Core, type CoreStep, initialCore } from '@/lib/engine/core';
import type { Json } from '@/lib/engine/json';
import type { ActorId, Cast, Opening, ProcessId, Ticks } from '@/lib/engine/model';
import { System } from '@/lib/engine/system';
import type { Envelope, StateView } from '@/lib/engine/trace';

/**
 * A moment of a run: the core, and the bookkeeping by which entries and directives name things.
 * Immutable. Nothing but `step` makes the next one.
 */
export interface World {
  readonly system: System;
  readonly core: Core;
  readonly nowTicks: Ticks;
  /** One for each parcel of the core, in its order. */
  readonly envelopes: readonly Envelope[];
  readonly tally: Tally;
}

/** Counts of what has happened so far, keyed by name. */
export interface Tally {
  readonly entries: number;
  readonly sendings: number;
  /** Messages by `from to`, for processes and for groups. */
  readonly sent: Readonly<Record<string, number>>;
  /** Events handled by process. */
  readonly events: Readonly<Record<ProcessId, number>>;
  /** Timers gone off, by actor. */
  readonly fired: Readonly<Record<ActorId, number>>;
  /** Index of the last entry that changed the actor. */
  readonly last: Readonly<Record<ActorId, number>>;
  /** Index of the entry that set the timer, by `actor timer`. */
  readonly set: Readonly<Record<string, number>>;
}

export function createWorld(cast: Cast, options: EngineOptions = {}): World {
  const system = new System(cast, options);
  const { core, sent } = initialCore(system);
  return { system, core, nowTicks: 0, ...label(system, sent, NOTHING_YET, -1, 0) };
}

/** A world that stands at `core`, whatever led there. */
export function worldAt(system: System, core: Core): World {
  const sent = core.parcels.map((parcel) => ({ by: system.parcelOf(parcel).from, parcel }));
  return { system, core, nowTicks: 0, ...label(system, sent, NOTHING_YET, -1, 0) };
}

const NOTHING_YET: Tally = {
  ...{ entries: 0, sendings: 0, sent: {}, events: {}, fired: {}, last: {}, set: {} },
};

/** The present state of every actor, by name. */
export function statesOf(world: World): Readonly<Record<ActorId, StateView>> {
  return Object.fromEntries(
    world.system.actors.map(({ id, index }) => [
      id,
      viewOf(world.system, world.core.actors[index] ?? -1),
    ]),
  );
}

export function envelopeAt(world: World, position: number): Envelope {
  const envelope = world.envelopes[position];
  if (!envelope) throw new Error(`No message ${position} on the wire`);
  return envelope;
}

export function viewOf(system: System, state: StateId): StateView {
  const { snapshot } = system.states.get(state);
  return { value: snapshot.value as StateView['value'], context: snapshot.context as Json };
}

/** Gives new parcels their names: which message on which link. */
export function label(
  system: System,
  sent: CoreStep['sent'],
  tally: Tally,
  sentIn: number,
  sentAtTicks: Ticks,
): { readonly envelopes: readonly Envelope[]; readonly tally: Tally } {
  const counts: Record<string, number> = { ...tally.sent };
  const envelopes = sent.map(({ parcel }, position): Envelope => {
    const { link, to, from, message, lossy, doubles, latestIn, usualIn } = system.parcelOf(parcel);
    const [nth, nthOfGroup] = [link, link.map((id) => `group ${system.process(id).group}`)].map(
      (ends) => (counts[ends.join(' ')] = (counts[ends.join(' ')] ?? 0) + 1),
    ) as [number, number];
    return {
      ...{ id: tally.sendings + position, from: link[0], to: link[1], sender: from, addressee: to },
      ...{ nth, nthOfGroup, message, lossy, doubles, delayable: latestIn > usualIn },
      ...{ sentIn, sentAtTicks },
    };
  });
  return {
    envelopes,
    tally: { ...tally, sendings: tally.sendings + sent.length, sent: counts },
  };
}

/** The same world with one more message from outside, to be delivered now. */
export function inject(world: World, opening: Omit<Opening, 'atTicks'>): World {
  const { system, core, nowTicks } = world;
  const parcel = system.opening(opening.from, opening.to, opening.message, 0);
  const sent = [{ by: opening.from, parcel }];
  const { envelopes, tally } = label(system, sent, world.tally, -1, nowTicks);
  return {
    ...world,
    core: { ...core, parcels: [...core.parcels, parcel] },
    envelopes: [...world.envelopes, ...envelopes],
    tally,
  };
}
