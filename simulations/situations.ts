/** For tests: machines in all states in which random walks meet them. */
import fc from 'fast-check';
import type { AnyMachineSnapshot, AnyStateMachine, EventObject, StateValue } from 'xstate';

import { choicesOf } from '@/lib/engine/choices';
import { type Choice, recipientOf } from '@/lib/engine/core';
import { canonical } from '@/lib/engine/json';
import { network } from '@/lib/engine/network';
import { step } from '@/lib/engine/step';
import { createWorld, type World } from '@/lib/engine/world';
import { catalogue } from '@/simulations/catalogue';
import { someSettings } from '@/simulations/some-settings';
import type { ConnectionClosed } from '@/simulations/messages';

/** A machine, and all that came to it in all states in which it was met. */
export interface Situation {
  readonly machine: AnyStateMachine;
  readonly steps: { readonly before: AnyMachineSnapshot; readonly event: EventObject }[];
  readonly contexts: Set<unknown>;
}

/** A state as a text: equal for equal states. */
export const stateKey = (snapshot: AnyMachineSnapshot | undefined): string =>
  snapshot ? canonical([snapshot.value, contextOf(snapshot)]) : 'none';

export const contextOf = (snapshot: AnyMachineSnapshot): unknown => snapshot.context;

/** The same state, made from its value and context alone. */
export const restore = (
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  context = contextOf(snapshot),
): AnyMachineSnapshot => machine.resolveState({ value: snapshot.value as StateValue, context });

/** Every state that each machine was met in, and what came to it there, on walks through all scenarios. */
export function situations(): ReadonlyMap<AnyStateMachine, Situation> {
  const met = new Map<AnyStateMachine, Situation>();
  const known = new Set<string>();
  const note: Note = (machine, before, event) => {
    const situation = met.get(machine) ?? { machine, steps: [], contexts: new Set() };
    met.set(machine, situation);
    const key = `${machine.id} ${stateKey(before)} ${canonical(event)}`;
    if (known.has(key)) return;
    known.add(key);
    situation.steps.push({ before, event });
    situation.contexts.add(contextOf(before));
  };
  const walks = fc.array(fc.nat({ max: 1000 }), { minLength: 20, maxLength: 60 });
  for (const scenario of catalogue) {
    for (const [seed, settings] of someSettings(scenario).entries()) {
      const first = createWorld(scenario.cast(settings));
      for (const picks of fc.sample(walks, { seed, numRuns: 20 })) {
        wander(first, picks, note);
      }
    }
  }
  return met;
}

type Note = (machine: AnyStateMachine, before: AnyMachineSnapshot, event: EventObject) => void;

function wander(first: World, picks: readonly number[], note: Note): void {
  let world = first;
  for (const pick of picks) {
    const choices = choicesOf(world);
    const choice = choices[pick % choices.length];
    if (!choice || world.envelopes.length > 20) return;
    noteStep(world, choice, note);
    world = step(world, choice).world;
  }
}

function noteStep({ system, core }: World, choice: Choice, note: Note): void {
  const { states } = system;
  const noteActor = (index: number, event: EventObject): void => {
    const { machine, snapshot } = states.get(core.actors[index] ?? -1);
    note(machine, snapshot, event);
  };
  if (choice.kind === 'fire') {
    const timer = states.get(core.actors[choice.actor] ?? -1).timers[choice.timer];
    if (timer) noteActor(choice.actor, timer.event);
  } else if (choice.kind === 'crash') {
    const peers = system.actorsOf(choice.process).map(({ id }) => id);
    const closed: ConnectionClosed = { type: 'connection.closed', peers };
    for (const index of core.actors.keys()) noteActor(index, closed);
  } else if (choice.kind === 'wait') {
    const event = { type: 'time.passed', ticks: choice.ticks };
    for (const parcel of core.parcels) note(network, states.get(parcel).snapshot, event);
  } else {
    const parcel = core.parcels[choice.parcel] ?? -1;
    const event = { type: PARCEL_EVENTS[choice.kind] };
    note(network, states.get(parcel).snapshot, event);
    const recipient = choice.kind === 'deliver' ? recipientOf(system, core, parcel) : null;
    if (recipient) noteActor(recipient.index, states.event(system.deliveryOf(parcel)));
  }
}

const PARCEL_EVENTS = {
  ...{ deliver: 'delivered', lose: 'lost', duplicate: 'duplicated', delay: 'delayed' },
} as const;
