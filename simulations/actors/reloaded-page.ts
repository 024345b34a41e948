import { assign, emit, setup } from 'xstate';

import type { ActorId, Effect, IntentId, Received, Ticks } from '@/lib/engine/model';
import type {
  PayPressed,
  PurchaseWanted,
  RequestGivenUp,
  RetryWanted,
} from '@/simulations/messages';

/** One loading of the page. */
interface Loading {
  /** The client that carries what is bought on it. */
  readonly client: ActorId;
  /** The key that was made when it was loaded, if one was. */
  readonly key: string | null;
}

export interface ReloadedPageInput {
  /** The page as it is loaded first, and once more where the customer does that. */
  readonly loadings: readonly Loading[];
  /** How long the customer looks at “We don’t know” before loading the page again. */
  readonly patienceTicks: Ticks;
}

interface ReloadedPageContext extends ReloadedPageInput {
  readonly intent: IntentId | null;
  readonly amount: number;
  /** Which loading it is, counted from 0. */
  readonly nth: number;
}

/**
 * A page, and a customer who loads it again when it does not know what became of a purchase, and buys again. What the
 * page had made for itself is gone then.
 */
export const reloadedPage = setup({
  types: {
    input: {} as ReloadedPageInput,
    context: {} as ReloadedPageContext,
    events: {} as Received<PurchaseWanted | RequestGivenUp | RetryWanted>,
    emitted: {} as Effect,
  },
  guards: { canReload: ({ context }) => context.nth + 1 < context.loadings.length },
  actions: {
    keepWish: assign(({ event }) =>
      event.type === 'purchase.wanted' ? { intent: event.intent, amount: event.amount } : {},
    ),
    load: assign({ nth: ({ context }) => context.nth + 1 }),
    press: emit(({ context: { loadings, nth, intent, amount } }) => ({
      ...{ type: 'send', to: loadings[nth]?.client ?? '' },
      message: {
        ...{ type: 'pay.pressed', intent, amount, key: loadings[nth]?.key ?? null },
      } satisfies PayPressed,
    })),
    tryAgain: emit(({ context: { loadings, nth, intent } }) => ({
      ...{ type: 'send', to: loadings[nth]?.client ?? '' },
      message: { type: 'retry.wanted', intent } satisfies RetryWanted,
    })),
  },
  delays: { patience: ({ context }) => context.patienceTicks },
}).createMachine({
  id: 'reloaded-page',
  context: ({ input }) => ({ ...input, intent: null, amount: 0, nth: 0 }),
  initial: 'open',
  on: { 'retry.wanted': { actions: 'tryAgain' } },
  states: {
    open: {
      on: {
        'purchase.wanted': { actions: ['keepWish', 'press'] },
        'request.given-up': { guard: 'canReload', target: 'unsure' },
      },
    },
    unsure: { after: { patience: { target: 'open', actions: ['load', 'press'] } } },
  },
});
