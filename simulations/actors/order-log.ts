import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import { NOBODY } from '@/lib/engine/network';
import type { RecordFetched, RecordPolled } from '@/simulations/log-messages';
import type { ConnectionClosed, PurchaseWanted } from '@/simulations/messages';

interface Context {
  readonly records: readonly { readonly id: string; readonly intent: IntentId | null }[];
  /** A reader that has come to the end, and what it waits for. */
  readonly waiting: { readonly reader: ProcessId; readonly offset: number } | null;
}

type Event = Received<PurchaseWanted> | Received<RecordPolled> | ConnectionClosed;

/** One partition of a topic into which orders are put. Whoever is told that theirs is in it may count on it. */
export const orderLog = setup({
  types: { context: {} as Context, events: {} as Event, emitted: {} as Effect },
  guards: {
    isAwaited: ({ context: { waiting, records } }) =>
      waiting !== null && waiting.offset < records.length,
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
    fetch: enqueueActions(({ context: { records, waiting }, enqueue }) => {
      const record = records[waiting?.offset ?? -1];
      if (!waiting || !record) return;
      const { reader, offset } = waiting;
      const message = { type: 'record.fetched', ...record, offset } satisfies RecordFetched;
      enqueue.assign({ waiting: null });
      enqueue.emit({ type: 'send', to: reader, message });
    }),
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
      always: { guard: 'isAwaited', actions: 'fetch' },
    },
  },
});
