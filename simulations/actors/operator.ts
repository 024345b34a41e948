import { setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type { AlarmRaised, RedriveRequested } from '@/simulations/messages';

const say = sayer<Record<string, never>, Received<AlarmRaised>>();

/** A person on duty who has messages that were put aside moved back: when they come to it, not at once. */
export const operator = setup({
  types: {
    context: {},
    events: {} as Received<AlarmRaised>,
    emitted: {} as Effect,
  },
  actions: {
    moveBack: say(({ event: { from, intent, id } }) => ({
      to: from,
      message: { type: 'redrive.requested', intent, id } satisfies RedriveRequested,
    })),
  },
}).createMachine({
  id: 'operator',
  context: {},
  initial: 'onDuty',
  states: { onDuty: { on: { 'alarm.raised': { actions: 'moveBack' } } } },
});
