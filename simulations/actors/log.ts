import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import {
  type ProducerState,
  type Verdict,
  verdictOn,
  withBatch,
} from '@/simulations/actors/log/producer-state';
import type {
  ProduceAnswered,
  ProducerNumbered,
  ProducerRegistered,
  RecordFetched,
  RecordNumbers,
  RecordPolled,
  RecordProduced,
} from '@/simulations/log-messages';

interface LogContext {
  readonly records: readonly { readonly id: string; readonly intent: IntentId | null }[];
  /** How many producers were given an id. */
  readonly registered: number;
  readonly producers: Readonly<Record<string, ProducerState>>;
  /** A reader that has come to the end, and what it waits for. */
  readonly waiting: { readonly reader: ProcessId; readonly offset: number } | null;
}

type Event = Received<ProducerRegistered> | Received<RecordProduced> | Received<RecordPolled>;

const verdictOf = ({ producers }: LogContext, numbers: RecordNumbers | null): Verdict =>
  verdictOn(numbers, numbers && producers[numbers.producer]);

const withRecord = (
  { producers, records }: LogContext,
  numbers: RecordNumbers,
): LogContext['producers'] => ({
  ...producers,
  [numbers.producer]: withBatch(producers[numbers.producer], numbers, records.length),
});

/**
 * One partition of a topic, as a broker of Kafka keeps it. What is appended stays, and is read by offset. A batch
 * that carries the number of one of its producer’s latest five is answered with where that one stands, and not
 * appended.
 */
export const log = setup({
  types: { context: {} as LogContext, events: {} as Event, emitted: {} as Effect },
  guards: {
    isAppended: ({ context, event }) =>
      event.type === 'record.produced' && verdictOf(context, event.numbers).kind === 'append',
    isThere: ({ context, event }) =>
      event.type === 'record.polled' && event.offset < context.records.length,
    isAwaited: ({ context: { waiting, records } }) =>
      waiting !== null && waiting.offset < records.length,
  },
  actions: {
    numberProducer: enqueueActions(({ context, event, enqueue }) => {
      const registered = context.registered + 1;
      enqueue.assign({ registered });
      const numbered = {
        ...{ type: 'producer.numbered', intent: event.intent, producer: `p${registered}` },
      } satisfies ProducerNumbered;
      enqueue.emit({ type: 'send', to: event.from, message: numbered });
    }),
    answer: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'record.produced') return;
      const { from: to, intent, attempt, numbers } = event;
      const verdict = verdictOf(context, numbers);
      const message = {
        ...{ type: 'produce.answered', intent, attempt, known: verdict.kind === 'known' },
        error: verdict.kind === 'refuse' ? verdict.error : null,
        offset: { append: context.records.length, refuse: null, known: 0 }[verdict.kind],
        ...(verdict.kind === 'known' && { offset: verdict.offset }),
      } satisfies ProduceAnswered;
      enqueue.emit({ type: 'send', to, message });
    }),
    append: assign(({ context, event }) => {
      if (event.type !== 'record.produced') return {};
      const { id, intent, numbers } = event;
      return {
        records: [...context.records, { id, intent }],
        ...(numbers && { producers: withRecord(context, numbers) }),
      };
    }),
    noteWaiting: assign(({ event }) =>
      event.type === 'record.polled'
        ? { waiting: { reader: event.from, offset: event.offset } }
        : {},
    ),
    fetch: enqueueActions(({ context, event, enqueue }) => {
      const { reader, offset } =
        event.type === 'record.polled'
          ? { reader: event.from, offset: event.offset }
          : (context.waiting ?? { reader: '', offset: 0 });
      const record = context.records[offset];
      if (!record) return;
      const message = { type: 'record.fetched', ...record, offset } satisfies RecordFetched;
      enqueue.assign({ waiting: null });
      enqueue.emit({ type: 'send', to: reader, message });
    }),
  },
}).createMachine({
  id: 'log',
  context: { records: [], registered: 0, producers: {}, waiting: null },
  initial: 'serving',
  states: {
    serving: {
      on: {
        'producer.registered': { actions: 'numberProducer' },
        'record.produced': [
          { guard: 'isAppended', actions: ['answer', 'append'] },
          { actions: 'answer' },
        ],
        'record.polled': [{ guard: 'isThere', actions: 'fetch' }, { actions: 'noteWaiting' }],
      },
      always: { guard: 'isAwaited', actions: 'fetch' },
    },
  },
});
