import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import { execute } from '@/simulations/actors/asking';
import type { Isolation, RecordFetched, RecordPolled } from '@/simulations/log-messages';
import type { StatementAnswered } from '@/simulations/messages';

export interface LogReaderInput {
  readonly log: ProcessId;
  /** Left out: it does not say. */
  readonly isolation?: Isolation;
  /** Where it books what it reads. Left out: as a shipment. */
  readonly table?: string;
}

interface Context extends LogReaderInput {
  readonly offset: number;
  readonly intent: IntentId | null;
  readonly id: string;
}

/** Reads a log from its beginning, one record after the other, and books each. It remembers its place. */
export const logReader = setup({
  types: {
    input: {} as LogReaderInput,
    context: {} as Context,
    events: {} as Received<RecordFetched> | Received<StatementAnswered>,
    emitted: {} as Effect,
  },
  actions: {
    poll: emit(({ context: { log, offset, isolation } }) => ({
      type: 'send',
      to: log,
      message: {
        ...{ type: 'record.polled', intent: null, offset },
        ...(isolation && { isolation }),
      } satisfies RecordPolled,
    })),
    // What it may not read it is not given, so the next record may stand further on.
    noteRecord: assign(({ event }) =>
      event.type === 'record.fetched'
        ? { intent: event.intent, id: event.id, offset: event.offset }
        : {},
    ),
    insertRow: emit(({ context: { intent, id: order, table = 'shipments' } }) => ({
      type: 'send',
      ...execute({ intent }, { op: 'insert', table, row: { order }, onConflict: 'error' }),
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
      tags: 'idle',
      entry: 'poll',
      on: { 'record.fetched': { target: 'booking', actions: 'noteRecord' } },
    },
    booking: {
      entry: 'insertRow',
      on: { 'statement.answered': { target: 'polling', actions: 'moveOn' } },
    },
  },
});
