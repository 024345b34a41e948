import { type Choice, recipientOf } from '@/lib/engine/core';
import type { Directive } from '@/lib/engine/directive';
import type { Ticks } from '@/lib/engine/model';
import type { World } from '@/lib/engine/world';

/**
 * Every choice enabled now: first what may happen on a calm day, in default order (due time, then
 * messages before timers, then age or the cast's order), then waiting, then the faults.
 */
export function choicesOf(world: World): readonly Choice[] {
  const due = dueOf(world);
  const slack = slackOf(world);
  return [
    ...due.map(({ choice }) => choice).filter((choice) => isEnabled(world, choice)),
    ...(slack !== null && slack > 0 ? [{ kind: 'wait', ticks: 1 } as const] : []),
    ...faultsOf(world),
  ];
}

/** What happens if nobody chooses: the next thing due, or time passing until it is. Null: nothing ever. */
export function defaultChoice(world: World): Choice | null {
  const [next] = dueOf(world);
  if (!next) return null;
  return next.inTicks === 0 ? next.choice : { kind: 'wait', ticks: next.inTicks };
}

/** The enabled choice that a directive names, if there is one now. */
export function choiceFor(world: World, directive: Directive): Choice | null {
  switch (directive.kind) {
    case 'wait': {
      const slack = slackOf(world);
      const { ticks } = directive;
      return slack !== null && slack >= ticks ? { kind: 'wait', ticks } : null;
    }
    case 'fire': {
      const actor = world.system.actors.findIndex(({ id }) => id === directive.actor);
      const place = directive.nth - 1 - (world.tally.fired[directive.actor] ?? 0);
      const timer = dueTimersOf(world, actor)[place];
      return timer === undefined ? null : { kind: 'fire', actor, timer };
    }
    case 'crash':
      return crashFor(world, directive);
    default: {
      const parcel = parcelFor(world, directive.from, directive.to, directive.nth);
      if (parcel < 0) return null;
      const choice = { kind: directive.kind, parcel } as const;
      return isEnabled(world, choice) ? choice : null;
    }
  }
}

/** Positions of an actor's timers that may go off now: its next `fire` directives, in this order. */
export function dueTimersOf({ system, core }: World, actor: number): readonly number[] {
  const state = core.actors[actor];
  const timers = state === undefined ? [] : system.states.get(state).timers;
  return timers.flatMap(({ dueIn }, timer) => (dueIn === 0 ? [timer] : []));
}

/** Among instances of one group, the one that handled the group's last event is the one that crashes. */
function crashFor(
  { system, tally }: World,
  { process, nth }: Extract<Directive, { kind: 'crash' }>,
): Choice | null {
  const candidates = system.named(process).filter(({ crashes }) => crashes);
  const events = candidates.reduce((sum, { id }) => sum + (tally.events[id] ?? 0), 0);
  const lastEntry = (id: string): number =>
    Math.max(-1, ...system.actorsOf(id).map((actor) => tally.last[actor.id] ?? -1));
  const [latest] = [...candidates].sort((a, b) => lastEntry(b.id) - lastEntry(a.id));
  return latest && events === nth ? { kind: 'crash', process: latest.id } : null;
}

const MESSAGE_FAULTS = ['lose', 'duplicate', 'delay'] as const;

interface Due {
  readonly choice: Choice;
  readonly inTicks: Ticks;
}

/** Deliveries and timers that will come, soonest first. */
function dueOf(world: World): readonly Due[] {
  const { system, core } = world;
  const deliveries = core.parcels.flatMap((state, parcel): readonly Due[] =>
    canReceive(world, parcel)
      ? [{ choice: { kind: 'deliver', parcel }, inTicks: system.parcelOf(state).usualIn }]
      : [],
  );
  const timers = core.actors.flatMap((state, actor) =>
    system.states.get(state).timers.map(({ dueIn }, timer): Due => ({
      choice: { kind: 'fire', actor, timer },
      inTicks: dueIn,
    })),
  );
  // Array.prototype.sort is stable: equal hours keep messages before timers; messages go by age, timers by cast.
  return [...deliveries, ...timers].sort((a, b) => a.inTicks - b.inTicks);
}

/** How long the world may wait before something is overdue; null if nothing is pending at all. */
function slackOf(world: World): Ticks | null {
  const { system, core } = world;
  const limits = [
    ...core.parcels.flatMap((state, parcel) =>
      canReceive(world, parcel) ? [system.parcelOf(state).latestIn] : [],
    ),
    ...core.actors.flatMap((state) => system.states.get(state).timers.map(({ dueIn }) => dueIn)),
  ];
  return limits.length === 0 ? null : Math.min(...limits);
}

function isEnabled(world: World, choice: Choice): boolean {
  switch (choice.kind) {
    case 'deliver':
      return canReceive(world, choice.parcel) && hasLeft(world, choice.parcel);
    case 'fire': {
      const state = world.core.actors[choice.actor] ?? -1;
      return world.system.states.get(state).timers[choice.timer]?.dueIn === 0;
    }
    case 'lose':
      return world.envelopes[choice.parcel]?.lossy ?? false;
    case 'duplicate':
      return world.envelopes[choice.parcel]?.doubles ?? false;
    case 'delay': {
      const state = world.core.parcels[choice.parcel];
      if (state === undefined) return false;
      const { usualIn, latestIn } = world.system.parcelOf(state);
      return latestIn > usualIn;
    }
    case 'crash':
    case 'wait':
      return true;
  }
}

/** A request waits outside while every handler of its process is busy, like a connection not yet accepted. */
function canReceive(world: World, parcel: number): boolean {
  const state = world.core.parcels[parcel];
  if (state === undefined) return false;
  const { to } = world.system.parcelOf(state);
  if (world.system.addressees(to).length === 0) return true;
  return recipientOf(world.system, world.core, state) !== null;
}

/** What comes from outside arrives at its hour; everything else may arrive as soon as it was sent. */
function hasLeft(world: World, position: number): boolean {
  const state = world.core.parcels[position];
  if (state === undefined) return false;
  const parcel = world.system.parcelOf(state);
  return parcel.usualIn === 0 || !world.system.isOpening(parcel);
}

function faultsOf(world: World): readonly Choice[] {
  const messages = world.core.parcels.flatMap((_, parcel) =>
    MESSAGE_FAULTS.map((kind): Choice => ({ kind, parcel })),
  );
  const crashes = world.system.cast.processes
    .filter(({ crashes: may }) => may)
    .map(({ id }): Choice => ({ kind: 'crash', process: id }));
  return [...messages.filter((choice) => isEnabled(world, choice)), ...crashes];
}

function parcelFor({ system, envelopes }: World, from: string, to: string, nth: number): number {
  const ends = [system.named(from), system.named(to)];
  const exact = ends.every((processes) => processes.length === 1);
  const [senders, receivers] = ends.map((processes) => processes.map(({ id }) => id));
  return envelopes.findIndex(
    (envelope) =>
      senders?.includes(envelope.from) &&
      receivers?.includes(envelope.to) &&
      (exact ? envelope.nth : envelope.nthOfGroup) === nth,
  );
}
