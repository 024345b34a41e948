import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import { execute } from '@/simulations/actors/asking';
import type { RecordFetched, RecordPolled } from '@/simulations/log-messages';
import type { StatementAnswered } from '@/simulations/messages';

export interface LogReaderInput {
  readonly log: ProcessId;
}

interface Context extends LogReaderInput {
  readonly offset: number;
  readonly intent: IntentId | null;
  readonly id: string;
}

/** Reads a log from its beginning, one record after the other, and books a shipment for each. It remembers its place. */
export const logReader = setup({
  types: {
    input: {} as LogReaderInput,
    context: {} as Context,
    events: {} as Received<RecordFetched> | Received<StatementAnswered>,
    emitted: {} as Effect,
  },
  actions: {
    poll: emit(({ context: { log, offset } }) => ({
      type: 'send',
      to: log,
      message: { type: 'record.polled', intent: null, offset } satisfies RecordPolled,
    })),
    noteRecord: assign(({ event }) =>
      event.type === 'record.fetched' ? { intent: event.intent, id: event.id } : {},
    ),
    insertShipment: emit(({ context: { intent, id: order } }) => ({
      type: 'send',
      ...execute(
        { intent },
        { op: 'insert', table: 'shipments', row: { order }, onConflict: 'error' },
      ),
    })),
    moveOn: assign({
      ...{ intent: null, id: '' },
      offset: ({ context }) => context.offset + 1,
    }),
  },
}).createMachine({
  id: 'log-reader',
  context: ({ input }) => ({ ...input, offset: 0, intent: null, id: '' }),
  initial: 'polling',
  states: {
    polling: {
      entry: 'poll',
      on: { 'record.fetched': { target: 'shipping', actions: 'noteRecord' } },
    },
    shipping: {
      entry: 'insertShipment',
      on: { 'statement.answered': { target: 'polling', actions: 'moveOn' } },
    },
  },
});
