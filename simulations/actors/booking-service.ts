import { assign, emit, setup } from 'xstate';

import type { Effect, Received, Ticks } from '@/lib/engine/model';
import { respond } from '@/simulations/actors/asking';
import type { ConnectionClosed, RequestSent } from '@/simulations/messages';

export interface BookingServiceInput {
  /** How long it can't print labels after its printer has gone away. */
  readonly outageTicks: Ticks;
}

interface BookingContext extends BookingServiceInput {
  /** How many parcels it has booked: they are numbered. */
  readonly parcels: number;
}

/**
 * The last service of a chain. It books a parcel for every call, commits that, and then prints a label: when
 * the printer is away the answer is 503, though the parcel is booked.
 */
export const bookingService = setup({
  types: {
    input: {} as BookingServiceInput,
    context: {} as BookingContext,
    events: {} as Received<RequestSent> | ConnectionClosed,
    emitted: {} as Effect,
  },
  actions: {
    bookParcel: assign({ parcels: ({ context }) => context.parcels + 1 }),
    recordParcel: emit(({ context, event }) => ({
      type: 'record',
      fact: {
        name: 'parcel.booked',
        intent: event.type === 'request.sent' ? (event.intent ?? '') : '',
        id: `parcel-${context.parcels}`,
      },
    })),
    replyBooked: emit(({ context, event }) => reply(event, 201, `parcel-${context.parcels}`)),
    replyNoLabel: emit(({ event }) => reply(event, 503, null)),
  },
  delays: { outage: ({ context }) => context.outageTicks },
}).createMachine({
  id: 'booking-service',
  context: ({ input }) => ({ ...input, parcels: 0 }),
  initial: 'printing',
  states: {
    printing: {
      on: {
        'request.sent': { actions: ['bookParcel', 'recordParcel', 'replyBooked'] },
        'connection.closed': 'withoutPrinter',
      },
    },
    withoutPrinter: {
      on: { 'request.sent': { actions: ['bookParcel', 'recordParcel', 'replyNoLabel'] } },
      after: { outage: 'printing' },
    },
  },
});

const reply = (
  event: Received<RequestSent> | ConnectionClosed,
  status: number,
  body: string | null,
): Effect => {
  if (event.type !== 'request.sent') throw new Error('Nobody asked');
  return { type: 'send', ...respond(event, { status, body }) };
};
