/** For tests: one actor on a stage of its own. They say what comes to it and look at what it does. */
import type { AnyStateMachine, EventObject } from 'xstate';

import type { Fact, Message } from '@/lib/engine/model';
import { type ActorStep, startActor, stepActor, type TimerChange } from '@/lib/engine/step-actor';
import { pathOf } from '@/lib/projections/states';

/** What an actor did when something came to it. */
export interface Acted {
  readonly sent: readonly (Message & { readonly to: string })[];
  readonly facts: readonly Fact[];
  readonly handled: boolean;
}

export function actor(machine: AnyStateMachine, input: unknown = null) {
  let { snapshot } = startActor(machine, input);
  const timers = new Map<string, Extract<TimerChange, { type: 'start' }>>();
  const hears = (event: EventObject): Acted => {
    const step = stepActor(machine, snapshot, event);
    snapshot = step.snapshot;
    for (const change of step.timers) {
      timers.delete(change.id);
      if (change.type === 'start') timers.set(change.id, change);
    }
    return toActed(step);
  };
  return {
    /** A message comes, from `somebody` unless it says otherwise. */
    hears: (message: Omit<Message, 'intent'> & { readonly type: string }) =>
      hears({ intent: 'A', from: 'somebody', ...message } as EventObject),
    /** The only timer goes off. */
    waits: (): Acted => {
      const [only, ...more] = timers.values();
      if (!only || more.length > 0) throw new Error(`There are ${timers.size} timers`);
      timers.delete(only.id);
      return hears(only.event);
    },
    state: () => pathOf(snapshot.value as string),
    /** How long each running timer was set to run. */
    timers: () => [...timers.values()].map(({ ticks }) => ticks),
  };
}

const toActed = ({ effects, handled }: ActorStep): Acted => ({
  sent: effects.flatMap((effect) =>
    effect.type === 'send' ? [{ ...effect.message, to: effect.to }] : [],
  ),
  facts: effects.flatMap((effect) => (effect.type === 'record' ? [effect.fact] : [])),
  handled,
});
