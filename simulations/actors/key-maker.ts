import { assign, emit, setup } from 'xstate';

import type { ActorId, Effect, IntentId, Received } from '@/lib/engine/model';
import type { PayPressed, PurchaseWanted } from '@/simulations/messages';

export interface KeyMakerInput {
  /** The client that sends what it made a key for. */
  readonly client: ActorId;
  /** What it may draw: a key that nobody else has, or the very one that somebody has. */
  readonly draws: { readonly another: string; readonly same: string };
}

interface KeyMakerContext {
  readonly input: KeyMakerInput;
  readonly intent: IntentId | null;
  readonly amount: number;
  readonly key: string | null;
}

/**
 * Makes a key for a purchase by drawing it, and chance is a choice: on a calm day it draws a key of its own.
 * How likely the other draw is, is a matter of arithmetic and not of schedules.
 */
export const keyMaker = setup({
  types: {
    input: {} as KeyMakerInput,
    context: {} as KeyMakerContext,
    events: {} as Received<PurchaseWanted>,
    emitted: {} as Effect,
  },
  actions: {
    keepWish: assign(({ event }) => ({ intent: event.intent, amount: event.amount })),
    drawAnother: assign({ key: ({ context }) => context.input.draws.another }),
    drawTheSame: assign({ key: ({ context }) => context.input.draws.same }),
    press: emit(({ context: { input, intent, amount, key } }) => ({
      type: 'send',
      to: input.client,
      message: { type: 'pay.pressed', intent, amount, key } satisfies PayPressed,
    })),
  },
  delays: { drawsAnother: 0, drawsTheSame: 0 },
}).createMachine({
  id: 'key-maker',
  context: ({ input }) => ({ input, intent: null, amount: 0, key: null }),
  initial: 'ready',
  states: {
    ready: { on: { 'purchase.wanted': { target: 'drawing', actions: 'keepWish' } } },
    drawing: {
      after: {
        drawsAnother: { target: 'drawn', actions: ['drawAnother', 'press'] },
        drawsTheSame: { target: 'drawn', actions: ['drawTheSame', 'press'] },
      },
    },
    drawn: {},
  },
});
