import { assign, emit, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import { handedOut, isAwaited, type Records } from '@/simulations/actors/log/records';
import { sayer } from '@/simulations/actors/say';
import type { RecordPolled } from '@/simulations/log-messages';
import type { ConnectionClosed, PurchaseWanted } from '@/simulations/messages';

type Event = Received<PurchaseWanted> | Received<RecordPolled> | ConnectionClosed;

const say = sayer<Records, Event>();

/** One partition of a topic into which orders are put. Whoever is told that theirs is in it may count on it. */
export const orderLog = setup({
  types: { context: {} as Records, events: {} as Event, emitted: {} as Effect },
  guards: {
    isAwaited: ({ context }) => isAwaited(context),
    // The connection of a reader that has died may still bring what it had asked.
    isAskedBySomebody: ({ event }) => event.type === 'record.polled' && event.from !== NOBODY,
    isReaderGone: ({ context, event }) =>
      event.type === 'connection.closed' && event.peers.includes(context.waiting?.reader ?? ''),
  },
  actions: {
    append: assign(({ context: { records }, event }) =>
      event.type === 'purchase.wanted'
        ? { records: [...records, { id: `order-${event.intent ?? ''}`, intent: event.intent }] }
        : {},
    ),
    tellDone: emit(({ event }) => ({
      type: 'record',
      fact: {
        ...{ name: 'record.acknowledged', says: 'done', body: null },
        intent: (event.type === 'purchase.wanted' ? event.intent : null) ?? '',
      },
    })),
    noteWaiting: assign(({ event }) =>
      event.type === 'record.polled'
        ? { waiting: { reader: event.from, offset: event.offset } }
        : {},
    ),
    forgetReader: assign({ waiting: null }),
    handOut: say(({ context }) => handedOut(context)),
  },
}).createMachine({
  id: 'order-log',
  context: { records: [], waiting: null },
  initial: 'serving',
  states: {
    serving: {
      on: {
        'purchase.wanted': { actions: ['append', 'tellDone'] },
        'record.polled': { guard: 'isAskedBySomebody', actions: 'noteWaiting' },
        'connection.closed': { guard: 'isReaderGone', actions: 'forgetReader' },
      },
      always: { guard: 'isAwaited', actions: ['handOut', 'forgetReader'] },
    },
  },
});
