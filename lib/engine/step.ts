import { dueTimersOf } from '@/lib/engine/choices';
import { type Choice, type CoreStep, recipientOf, stepCore } from '@/lib/engine/core';
import type { Directive } from '@/lib/engine/directive';
import type { System } from '@/lib/engine/system';
import type { Change, EntryKind, Envelope, TraceEntry } from '@/lib/engine/trace';
import { envelopeAt, label, type Tally, viewOf, type World } from '@/lib/engine/world';

/**
 * The one way from a world to the next, whoever chooses. Explorer and sampler step cores, by `stepCore`, and what they
 * find is played by this. Waiting changes the hour and leaves no entry.
 */
export function step(
  world: World,
  choice: Choice,
  scriptLine: number | null = null,
): { readonly world: World; readonly entry: TraceEntry | null } {
  const { system } = world;
  const done = stepCore(system, world.core, choice);
  if (choice.kind === 'wait') {
    const nowTicks = world.nowTicks + choice.ticks;
    return { world: { ...world, core: done.core, nowTicks }, entry: null };
  }
  const index = world.tally.entries;
  const { envelopes: sent, tally } = label(system, done.sent, world.tally, index, world.nowTicks);
  const subject = subjectOf(world, choice);
  const entry: TraceEntry = {
    index,
    kind: KIND[choice.kind],
    atTicks: world.nowTicks,
    directive: directiveFor(world, choice),
    scriptLine,
    ...subject,
    changes: done.changes.map((change) => toChange(system, change)),
    sent,
    facts: done.facts.map(({ by, fact }) => ({ by: system.processOf(by).id, fact })),
    cut: choice.kind === 'crash' ? at(world.envelopes, done.removed) : [],
    nthOfProcess: (tally.events[subject.process] ?? 0) + (isEvent(choice) ? 1 : 0),
  };
  const kept = world.envelopes.filter((_, position) => !done.removed.includes(position));
  return {
    world: {
      system,
      core: done.core,
      nowTicks: world.nowTicks,
      envelopes: [...afterDelay(kept, world, choice), ...sent],
      tally: count(tally, entry, choice, done),
    },
    entry,
  };
}

/** The choice, written down so that it can be found again in a run with other settings. */
export function directiveFor(world: World, choice: Choice): Directive {
  switch (choice.kind) {
    case 'wait':
      return { kind: 'wait', ticks: choice.ticks };
    case 'fire': {
      const { id } = actorAt(world, choice.actor);
      const place = dueTimersOf(world, choice.actor).indexOf(choice.timer);
      return { kind: 'fire', actor: id, nth: (world.tally.fired[id] ?? 0) + 1 + place };
    }
    case 'crash':
      return {
        kind: 'crash',
        process: world.system.nameOf(choice.process),
        nth: world.tally.events[choice.process] ?? 0,
      };
    default: {
      const { from, to, nth } = envelopeAt(world, choice.parcel);
      const { system } = world;
      return { kind: choice.kind, from: system.nameOf(from), to: system.nameOf(to), nth };
    }
  }
}

const KIND: Readonly<Record<Exclude<Choice['kind'], 'wait'>, EntryKind>> = {
  deliver: 'delivered',
  lose: 'lost',
  duplicate: 'duplicated',
  delay: 'delayed',
  fire: 'fired',
  crash: 'crashed',
};

const isEvent = ({ kind }: Choice): boolean => kind === 'deliver' || kind === 'fire';

const at = <T>(items: readonly T[], positions: readonly number[]): readonly T[] =>
  items.filter((_, position) => positions.includes(position));

function actorAt(world: World, index: number) {
  const actor = world.system.actors[index];
  if (!actor) throw new Error(`No actor ${index}`);
  return actor;
}

type Subject = Pick<TraceEntry, 'envelope' | 'process' | 'actor' | 'timer' | 'cause' | 'previous'>;

function subjectOf(world: World, choice: Exclude<Choice, { kind: 'wait' }>): Subject {
  const { system, core, tally } = world;
  switch (choice.kind) {
    case 'fire': {
      const { id, process } = actorAt(world, choice.actor);
      const state = system.states.get(core.actors[choice.actor] ?? -1);
      const timer = state.timers[choice.timer]?.id ?? '';
      return {
        ...{ envelope: null, process: process.id, actor: id, timer },
        ...{ cause: tally.set[`${id} ${timer}`] ?? null, previous: tally.last[id] ?? null },
      };
    }
    case 'crash': {
      const ids = system.actorsOf(choice.process).map(({ id }) => id);
      const previous = Math.max(-1, ...ids.map((id) => tally.last[id] ?? -1));
      return {
        ...{ envelope: null, process: choice.process, actor: null, timer: null },
        ...{ cause: null, previous: previous < 0 ? null : previous },
      };
    }
    default: {
      const envelope = envelopeAt(world, choice.parcel);
      const recipient =
        choice.kind === 'deliver'
          ? (recipientOf(system, core, core.parcels[choice.parcel] ?? -1)?.id ?? null)
          : null;
      return {
        ...{ envelope, process: envelope.to, actor: recipient, timer: null },
        cause: envelope.sentIn < 0 ? null : envelope.sentIn,
        previous: recipient === null ? null : (tally.last[recipient] ?? null),
      };
    }
  }
}

function toChange(system: System, change: CoreStep['changes'][number]): Change {
  return {
    actor: change.actor.id,
    process: change.actor.process.id,
    before: viewOf(system, change.before),
    after: viewOf(system, change.after),
    handled: change.handled,
  };
}

function afterDelay(kept: readonly Envelope[], world: World, choice: Choice): readonly Envelope[] {
  if (choice.kind !== 'delay') return kept;
  const held = envelopeAt(world, choice.parcel);
  return kept.map((envelope) => (envelope === held ? { ...held, delayable: false } : envelope));
}

function count(tally: Tally, entry: TraceEntry, choice: Choice, { changes }: CoreStep): Tally {
  const last = { ...tally.last };
  const set = { ...tally.set };
  for (const { actor, started } of changes) {
    last[actor.id] = entry.index;
    for (const timer of started) set[`${actor.id} ${timer}`] = entry.index;
  }
  const fired = { ...tally.fired };
  if (choice.kind === 'fire' && entry.actor) fired[entry.actor] = (fired[entry.actor] ?? 0) + 1;
  return {
    ...tally,
    ...{ entries: tally.entries + 1, fired, last, set },
    events: { ...tally.events, [entry.process]: entry.nthOfProcess },
  };
}
