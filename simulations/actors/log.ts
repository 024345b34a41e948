import { assign, enqueueActions, setup } from 'xstate';

import type { JsonRecord } from '@/lib/engine/json';
import type { Effect, IntentId, ProcessId, Received } from '@/lib/engine/model';
import type {
  ProduceAnswered,
  ProducerNumbered,
  ProducerRegistered,
  RecordFetched,
  RecordNumbers,
  RecordPolled,
  RecordProduced,
} from '@/simulations/log-messages';

/** Kafka's `NUM_BATCHES_TO_RETAIN`: so many of a producer's latest batches are known again. */
export const KNOWN_MAX = 5;

interface Known extends JsonRecord {
  readonly sequence: number;
  readonly offset: number;
}

/** What is kept of a producer: its epoch and its latest batches, the oldest first. */
interface ProducerState extends JsonRecord {
  readonly epoch: number;
  readonly known: readonly Known[];
}

interface LogContext {
  readonly records: readonly { readonly id: string; readonly intent: IntentId | null }[];
  /** How many producers were given an id. */
  readonly registered: number;
  readonly producers: Readonly<Record<string, ProducerState>>;
  /** A reader that has come to the end, and what it waits for. */
  readonly waiting: { readonly reader: ProcessId; readonly offset: number } | null;
}

type Event = Received<ProducerRegistered> | Received<RecordProduced> | Received<RecordPolled>;

/** What the log makes of what is produced. */
type Verdict =
  | { readonly kind: 'append' }
  | { readonly kind: 'known'; readonly offset: number }
  | { readonly kind: 'refuse'; readonly error: 'out of order' | 'old epoch' };

const APPEND: Verdict = { kind: 'append' };

/**
 * Each record here is a batch of its own. The rules are those of Kafka’s `ProducerStateEntry` and
 * `ProducerAppendInfo`; what a new producer begins with is taken as it comes.
 */
function verdictOf({ producers }: LogContext, numbers: RecordNumbers | null): Verdict {
  const state = numbers && producers[numbers.producer];
  if (!numbers || !state) return APPEND;
  const { epoch, sequence } = numbers;
  if (epoch < state.epoch) return { kind: 'refuse', error: 'old epoch' };
  const again = state.known.find((batch) => batch.sequence === sequence);
  if (epoch === state.epoch && again) return { kind: 'known', offset: again.offset };
  const next = epoch > state.epoch ? 0 : (state.known.at(-1)?.sequence ?? -1) + 1;
  return sequence === next ? APPEND : { kind: 'refuse', error: 'out of order' };
}

const withBatch = (
  { producers, records }: LogContext,
  { producer, epoch, sequence }: RecordNumbers,
): LogContext['producers'] => {
  const state = producers[producer];
  const earlier = state?.epoch === epoch ? state.known : [];
  const known = [...earlier, { sequence, offset: records.length }].slice(-KNOWN_MAX);
  return { ...producers, [producer]: { epoch, known } };
};

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
        ...(numbers && { producers: withBatch(context, numbers) }),
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
