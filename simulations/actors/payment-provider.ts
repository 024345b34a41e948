import { assign, emit, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import type { ChargeAccepted, ChargeRequested } from '@/simulations/messages';

interface PaymentProviderContext {
  /** How many charges it has made: they are numbered. */
  readonly charges: number;
  /** The charge that was made under each key. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Somebody else's service that charges cards. A charge can't be taken back; a key makes it repeatable. */
export const paymentProvider = setup({
  types: {
    context: {} as PaymentProviderContext,
    events: {} as Received<ChargeRequested>,
    emitted: {} as Effect,
  },
  guards: {
    isKnown: ({ context, event }) => event.key !== null && Object.hasOwn(context.seen, event.key),
  },
  actions: {
    charge: assign(({ context, event }) => {
      const charges = context.charges + 1;
      const seen =
        event.key === null ? context.seen : { ...context.seen, [event.key]: `ch-${charges}` };
      return { charges, seen };
    }),
    recordCharge: emit(({ context, event }) => ({
      type: 'record',
      fact: {
        name: 'card.charged',
        intent: event.intent ?? '',
        id: `ch-${context.charges}`,
        amount: event.amount,
      },
    })),
    accept: emit(({ context, event }) => ({
      type: 'send',
      to: event.from,
      message: {
        type: 'charge.accepted',
        intent: event.intent,
        charge: `ch-${context.charges}`,
      } satisfies ChargeAccepted,
    })),
    replay: emit(({ context, event }) => ({
      type: 'send',
      to: event.from,
      message: {
        ...{ type: 'charge.accepted', intent: event.intent, replayed: true },
        charge: context.seen[event.key ?? ''] ?? '',
      } satisfies ChargeAccepted,
    })),
  },
}).createMachine({
  id: 'payment-provider',
  context: { charges: 0, seen: {} },
  initial: 'open',
  states: {
    open: {
      on: {
        'charge.requested': [
          { guard: 'isKnown', actions: 'replay' },
          { actions: ['charge', 'recordCharge', 'accept'] },
        ],
      },
    },
  },
});
