import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import {
  answerTo,
  type ProducerState,
  type Verdict,
  verdictOn,
  withBatch,
} from '@/simulations/actors/log/producer-state';
import { handedOut, isAwaited, type Records } from '@/simulations/actors/log/records';
import { sayer } from '@/simulations/actors/say';
import type {
  ProducerNumbered,
  ProducerRegistered,
  RecordNumbers,
  RecordPolled,
  RecordProduced,
} from '@/simulations/log-messages';

interface LogContext extends Records {
  /** How many producers were given an id. */
  readonly registered: number;
  readonly producers: Readonly<Record<string, ProducerState>>;
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

const say = sayer<LogContext, Event>();

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
    isAwaited: ({ context }) => isAwaited(context),
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
      const verdict = verdictOf(context, event.numbers);
      const message = answerTo(event, verdict, context.records.length);
      enqueue.emit({ type: 'send', to: event.from, message });
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
    handOut: say(({ context }) => handedOut(context)),
    forgetReader: assign({ waiting: null }),
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
        'record.polled': { actions: 'noteWaiting' },
      },
      always: { guard: 'isAwaited', actions: ['handOut', 'forgetReader'] },
    },
  },
});
