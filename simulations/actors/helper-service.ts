import { emit, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import type { HelpAnswered, HelpRequested } from '@/simulations/messages';

/** A service next door that does one step of the work: it answers whoever asks, and charges nobody. */
export const helperService = setup({
  types: { events: {} as Received<HelpRequested>, emitted: {} as Effect },
  actions: {
    answer: emit(({ event: { from, intent, client, attempt } }) => ({
      type: 'send',
      to: from,
      message: { type: 'help.answered', intent, client, attempt } satisfies HelpAnswered,
    })),
  },
}).createMachine({
  id: 'helper-service',
  initial: 'ready',
  states: { ready: { on: { 'help.requested': { actions: 'answer' } } } },
});
