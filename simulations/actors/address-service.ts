import { setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type { CheckAnswered, CheckRequested } from '@/simulations/messages';

const say = sayer<Record<string, never>, Received<CheckRequested>>();

/** Somebody who knows whether a parcel can be delivered to an address. Asking changes nothing. */
export const addressService = setup({
  types: {
    context: {},
    events: {} as Received<CheckRequested>,
    emitted: {} as Effect,
  },
  actions: {
    answer: say(({ event }) => ({
      to: event.from,
      message: { type: 'check.answered', intent: event.intent } satisfies CheckAnswered,
    })),
  },
}).createMachine({
  id: 'address-service',
  context: {},
  initial: 'open',
  states: { open: { on: { 'check.requested': { actions: 'answer' } } } },
});
