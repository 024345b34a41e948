import { emit, setup } from 'xstate';

import type { Effect, ProcessId } from '@/lib/engine/model';
import type { MemoryFilled } from '@/simulations/messages';

export interface NeighbourInput {
  /** The store that it uses as well. */
  readonly store: ProcessId;
}

/** Another application that uses the same store, and fills its memory once. */
export const neighbour = setup({
  types: {
    input: {} as NeighbourInput,
    context: {} as NeighbourInput,
    emitted: {} as Effect,
  },
  actions: {
    fillMemory: emit(({ context }) => ({
      type: 'send',
      to: context.store,
      message: { type: 'memory.filled', intent: null } satisfies MemoryFilled,
    })),
  },
}).createMachine({
  id: 'neighbour',
  context: ({ input }) => input,
  entry: 'fillMemory',
  initial: 'busy',
  states: { busy: {} },
});
