import type { IntentId, Received } from '@/lib/engine/model';
import { respond } from '@/simulations/actors/asking';
import { handler, type Saying } from '@/simulations/actors/handler';
import type { ChargeAccepted, ChargeRequested, RequestSent } from '@/simulations/messages';

export type Propagation = 'none' | 'forwarded' | 'derived';

export interface TwoChargesInput {
  /** Which key its own calls carry. */
  readonly propagation: Propagation;
  readonly goods: number;
  readonly delivery: number;
  /** The reader's label for the second purpose: no decision depends on it. */
  readonly deliveryIntent: IntentId;
}

interface Notes {
  readonly goodsCharge: string | null;
}

/** The key of a call to the next service, for one of the purposes for which this one calls it. */
function keyFor(propagation: Propagation, key: string | null, purpose: string): string | null {
  if (key === null || propagation === 'none') return null;
  return propagation === 'forwarded' ? key : `${key}/${purpose}`;
}

const charge = (
  propagation: Propagation,
  request: Received<RequestSent>,
  of: { readonly intent: IntentId | null; readonly amount: number; readonly purpose: string },
): Saying => ({
  to: 'payments',
  message: {
    ...{ type: 'charge.requested', intent: of.intent, amount: of.amount },
    key: keyFor(propagation, request.key, of.purpose),
  } satisfies ChargeRequested,
});

/**
 * One request handler of an order service that charges twice for one order: for the goods, and for their
 * delivery. It remembers nothing, so when it is asked again it calls again, and relies on the next service to
 * know these calls.
 */
export const twoCharges = handler<TwoChargesInput, RequestSent, ChargeAccepted, Notes>({
  id: 'two-charges',
  takes: ['request.sent'],
  notes: { goodsCharge: null },
  keeps: {
    keepCharge: ({ event }) =>
      event.type === 'charge.accepted' ? { goodsCharge: event.charge } : {},
  },
  sends: {
    chargeGoods: ({ input, request }) =>
      charge(input.propagation, request, {
        ...{ intent: request.intent, amount: input.goods, purpose: 'goods' },
      }),
    chargeDelivery: ({ input, request }) =>
      charge(input.propagation, request, {
        ...{ intent: input.deliveryIntent, amount: input.delivery, purpose: 'delivery' },
      }),
    replyCreated: ({ request, notes }) =>
      respond(request, { status: 201, body: notes.goodsCharge }),
  },
  records: {
    // Told twice, the courier knows what it knew: that the delivery is paid, and by which charge.
    tellCourier: ({ input, event }) => ({
      ...{ name: 'courier.told', intent: input.deliveryIntent, says: 'done' },
      body: event.type === 'charge.accepted' ? event.charge : null,
    }),
  },
  begins: 'chargingGoods',
  states: {
    chargingGoods: {
      entry: 'chargeGoods',
      on: { 'charge.accepted': { target: 'chargingDelivery', actions: 'keepCharge' } },
    },
    chargingDelivery: {
      entry: 'chargeDelivery',
      on: { 'charge.accepted': { target: 'idle', actions: ['tellCourier', 'replyCreated'] } },
    },
  },
});
