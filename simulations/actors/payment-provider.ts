import { assign, emit, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import type { ChargeAccepted, ChargeDeclined, ChargeRequested } from '@/simulations/messages';

export interface PaymentProviderInput {
  /** Cards that it can’t charge: they have expired, or have nothing left. */
  readonly declines?: readonly string[];
}

interface PaymentProviderContext extends PaymentProviderInput {
  /** How many charges it has made: they are numbered. */
  readonly charges: number;
  /** The charge that was made under each key. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Somebody else's service that charges cards. A charge can't be taken back; a key makes it repeatable. */
export const paymentProvider = setup({
  types: {
    input: {} as PaymentProviderInput | null,
    context: {} as PaymentProviderContext,
    events: {} as Received<ChargeRequested>,
    emitted: {} as Effect,
  },
  guards: {
    isDeclined: ({ context, event }) =>
      event.card !== undefined && (context.declines?.includes(event.card) ?? false),
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
    decline: emit(({ event }) => ({
      type: 'send',
      to: event.from,
      message: { type: 'charge.declined', intent: event.intent } satisfies ChargeDeclined,
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
  context: ({ input }) => ({ charges: 0, seen: {}, ...input }),
  initial: 'open',
  states: {
    open: {
      on: {
        'charge.requested': [
          { guard: 'isDeclined', actions: 'decline' },
          { guard: 'isKnown', actions: 'replay' },
          { actions: ['charge', 'recordCharge', 'accept'] },
        ],
      },
    },
  },
});
