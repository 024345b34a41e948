import { assign, emit, setup } from 'xstate';

import type { Effect, Message, ProcessId, Ticks } from '@/lib/engine/model';

/** A message on its way. Times are counted from now, so that equal situations look equal. */
export interface Parcel {
  readonly from: string;
  readonly to: string;
  readonly link: readonly [ProcessId, ProcessId];
  readonly message: Message;
  /** Ticks until it arrives on a calm day. */
  readonly usualIn: Ticks;
  /** Ticks until it must have arrived, unless it is lost. */
  readonly latestIn: Ticks;
  readonly lossy: boolean;
  /** Never so where it is not lossy. */
  readonly doubles: boolean;
}

export type NetworkEvent =
  | { readonly type: 'delivered' }
  | { readonly type: 'lost' }
  | { readonly type: 'duplicated' }
  | { readonly type: 'delayed' }
  | { readonly type: 'time.passed'; readonly ticks: Ticks }
  | { readonly type: 'sender.crashed' };

/** Sender of what a crashed process had already put on the wire: nobody waits for an answer. */
export const NOBODY = 'nobody';

/**
 * The network, one message at a time: this machine is played once by every message on the wire, and
 * the network's state is the collection of these (docs/decisions/002-network.md).
 */
export const network = setup({
  types: {
    input: {} as Parcel,
    context: {} as Parcel,
    events: {} as NetworkEvent,
    emitted: {} as Effect,
  },
  guards: {
    isLossy: ({ context }) => context.lossy,
    mayBeDoubled: ({ context }) => context.doubles,
    canBeLater: ({ context }) => context.latestIn > context.usualIn,
  },
  actions: {
    copy: emit(({ context }) => ({ type: 'send', to: context.to, message: context.message })),
    hold: assign({ usualIn: ({ context }) => context.latestIn }),
    age: assign(({ context, event }) => {
      const ticks = event.type === 'time.passed' ? event.ticks : 0;
      return {
        usualIn: Math.max(0, context.usualIn - ticks),
        latestIn: Math.max(0, context.latestIn - ticks),
      };
    }),
    forgetSender: assign({ from: NOBODY }),
  },
}).createMachine({
  id: 'network',
  context: ({ input }) => ({ ...input }),
  initial: 'onTheWay',
  states: {
    onTheWay: {
      on: {
        delivered: { target: 'arrived' },
        lost: { guard: 'isLossy', target: 'gone' },
        duplicated: { guard: 'mayBeDoubled', actions: 'copy' },
        delayed: { guard: 'canBeLater', actions: 'hold' },
        'time.passed': { actions: 'age' },
        'sender.crashed': { actions: 'forgetSender' },
      },
    },
    arrived: { type: 'final' },
    gone: { type: 'final' },
  },
});
