import { assign, emit, setup } from 'xstate';

import type { ActorId, Effect, IntentId, Received, Ticks } from '@/lib/engine/model';
import type {
  AnswerShown,
  PayPressed,
  PurchaseWanted,
  RequestGivenUp,
} from '@/simulations/messages';

export interface ShopPageInput {
  /** The clients that carry its requests, one for each press of the button. */
  readonly clients: readonly ActorId[];
  /** How long a key is kept: not at all, for one press, or until an answer stands on the page. */
  readonly key: 'none' | 'per-click' | 'per-form';
  /** What becomes of the button once it was pressed, until that request ends. */
  readonly button: 'stays' | 'disables';
  /** How long its customer waits before pressing once more. Null: as long as it takes. */
  readonly patienceTicks: Ticks | null;
}

interface ShopPageContext {
  readonly input: ShopPageInput;
  readonly intent: IntentId | null;
  readonly amount: number;
  readonly clicks: number;
  /** Which form stands on the page: an answer brings a new one. */
  readonly form: number;
}

const keyOf = ({ input, clicks, form }: ShopPageContext): string | null => {
  if (input.key === 'none') return null;
  return input.key === 'per-click' ? `click-${clicks}` : `form-${form}`;
};

/** The button is there again. */
const GIVEN_UP = {
  'request.given-up': [{ guard: 'isPressedOnce', target: 'enabledAgain' }, 'open'],
} as const;

/**
 * A page with a button, and a customer before it who presses once more when nothing happens for a while. A
 * disabled button takes that press once the request is given up: `finally { pay.disabled = false }`.
 */
export const shopPage = setup({
  types: {
    input: {} as ShopPageInput,
    context: {} as ShopPageContext,
    events: {} as Received<PurchaseWanted | AnswerShown | RequestGivenUp>,
    emitted: {} as Effect,
  },
  guards: {
    isPatient: ({ context }) => context.input.patienceTicks === null,
    isDisabled: ({ context }) => context.input.button === 'disables',
    isPressedOnce: ({ context }) => context.clicks === 1,
    isOfThisForm: ({ context, event }) =>
      event.type === 'answer.shown' && event.key === keyOf(context),
  },
  actions: {
    keepWish: assign(({ event }) =>
      event.type === 'purchase.wanted' ? { intent: event.intent, amount: event.amount } : {},
    ),
    countClick: assign({ clicks: ({ context }) => context.clicks + 1 }),
    renewForm: assign({ form: ({ context }) => context.form + 1 }),
    send: emit(({ context }) => ({
      type: 'send',
      to: context.input.clients[context.clicks - 1] ?? '',
      message: {
        type: 'pay.pressed',
        ...{ intent: context.intent, amount: context.amount, key: keyOf(context) },
      } satisfies PayPressed,
    })),
  },
  delays: { patience: ({ context }) => context.input.patienceTicks ?? 0 },
}).createMachine({
  id: 'shop-page',
  context: ({ input }) => ({ input, intent: null, amount: 0, clicks: 0, form: 1 }),
  initial: 'open',
  on: {
    'answer.shown': [{ guard: 'isOfThisForm', target: '.open', actions: 'renewForm' }, '.open'],
  },
  states: {
    open: {
      on: {
        'purchase.wanted': [
          { guard: 'isPatient', actions: ['keepWish', 'countClick', 'send'] },
          {
            guard: 'isDisabled',
            target: 'disabled',
            actions: ['keepWish', 'countClick', 'send'],
          },
          { target: 'impatient', actions: ['keepWish', 'countClick', 'send'] },
        ],
      },
    },
    impatient: { after: { patience: { target: 'open', actions: ['countClick', 'send'] } } },
    disabled: { on: GIVEN_UP, after: { patience: 'stillDisabled' } },
    stillDisabled: { on: GIVEN_UP },
    enabledAgain: { after: { patience: { target: 'disabled', actions: ['countClick', 'send'] } } },
  },
});
