import { assign, emit, setup } from 'xstate';

import type { Effect, IntentId, Received, Ticks } from '@/lib/engine/model';
import type {
  OrderTaken,
  ProduceAnswered,
  ProducerNumbered,
  ProducerRegistered,
  RecordProduced,
} from '@/simulations/log-messages';
import type { PurchaseWanted, RetryWanted } from '@/simulations/messages';

export interface LogProducerInput {
  readonly log: string;
  /** Whether its records carry producer id, epoch and sequence. */
  readonly idempotent: boolean;
  /** Whether the library sends the same record again, or gives up and lets the application call send() again. */
  readonly resendsIn: 'client' | 'application';
  readonly retries: number;
  readonly timeoutTicks: Ticks;
  /** Whom to tell that an order is in the log. Left out: nobody. */
  readonly book?: string;
}

interface Context extends LogProducerInput {
  readonly intent: IntentId | null;
  readonly attempt: number;
  /** How often it has asked for a producer id. */
  readonly asked: number;
  readonly producer: string | null;
  readonly epoch: number;
}

type Event = Received<PurchaseWanted | RetryWanted | ProducerNumbered | ProduceAnswered>;

/** After a timeout the library has closed the connection: an answer to an earlier attempt goes unseen. */
const isOfThisAttempt = ({ attempt }: Context, event: Event): event is Received<ProduceAnswered> =>
  event.type === 'produce.answered' && event.attempt === attempt;

/**
 * A shop with Kafka’s producer in it, which has one record to send. With idempotence it asks for a producer id as it
 * starts to work, and the record has the same number in every attempt of the library. When the library has
 * given up, what became of the record is not known: it raises its epoch and counts anew, so that a late attempt
 * is refused, and what the application sends then is a record of its own. A process that starts again knows none
 * of this, and is given another producer id.
 */
export const logProducer = setup({
  types: {
    input: {} as LogProducerInput,
    context: {} as Context,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    needsNumber: ({ context }) => context.idempotent && context.producer === null,
    mayAskAgain: ({ context }) => context.asked <= context.retries,
    isStored: ({ context, event }) => isOfThisAttempt(context, event) && event.offset !== null,
    isRefused: ({ context, event }) => isOfThisAttempt(context, event) && event.offset === null,
    mayResend: ({ context }) =>
      context.attempt <= context.retries && context.resendsIn === 'client',
    mayCallAgain: ({ context }) => context.attempt <= context.retries,
    hasBook: ({ context }) => context.book !== undefined,
  },
  actions: {
    leaveIt: assign({}),
    noteOrder: assign({ intent: ({ event }) => event.intent }),
    noteNumber: assign({
      producer: ({ event }) => (event.type === 'producer.numbered' ? event.producer : null),
    }),
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    countAsking: assign({ asked: ({ context }) => context.asked + 1 }),
    raiseEpoch: assign({ epoch: ({ context }) => context.epoch + 1 }),
    register: emit(({ context: { log, intent } }) => ({
      type: 'send',
      to: log,
      message: { type: 'producer.registered', intent } satisfies ProducerRegistered,
    })),
    produce: emit(({ context: { log, intent, producer, epoch, attempt } }) => ({
      type: 'send',
      to: log,
      message: {
        ...{ type: 'record.produced', intent, id: `order-${intent ?? ''}`, attempt },
        numbers: producer === null ? null : { producer, epoch, sequence: 0 },
      } satisfies RecordProduced,
    })),
    tellDone: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'record.acknowledged', intent: context.intent ?? '', says: 'done', body: null },
    })),
    tellBook: emit(({ context }) => ({
      type: 'send',
      to: context.book ?? '',
      message: { type: 'order.taken', intent: context.intent } satisfies OrderTaken,
    })),
    admitUnknown: emit(({ context }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: context.intent ?? '' },
    })),
  },
  delays: { timeout: ({ context }) => context.timeoutTicks },
}).createMachine({
  id: 'log-producer',
  context: ({ input }) => ({
    ...input,
    intent: null,
    attempt: 0,
    asked: 0,
    producer: null,
    epoch: 0,
  }),
  initial: 'idle',
  // Handed over once more while it is at work on it.
  on: { 'purchase.wanted': { actions: 'leaveIt' } },
  states: {
    idle: {
      on: {
        'purchase.wanted': { target: 'starting', actions: 'noteOrder' },
        'retry.wanted': { target: 'starting', actions: 'noteOrder' },
      },
    },
    starting: { always: [{ guard: 'needsNumber', target: 'registering' }, { target: 'sending' }] },
    registering: {
      entry: ['countAsking', 'register'],
      on: { 'producer.numbered': { target: 'sending', actions: 'noteNumber' } },
      after: {
        timeout: [
          { guard: 'mayAskAgain', target: 'registering', reenter: true },
          // Nothing was sent; all the same nobody is told that it failed.
          { target: 'gaveUp', actions: 'admitUnknown' },
        ],
      },
    },
    sending: {
      entry: ['countAttempt', 'produce'],
      on: {
        'produce.answered': [
          { guard: 'isStored', target: 'telling', actions: 'tellDone' },
          { guard: 'isRefused', target: 'gaveUp', actions: ['raiseEpoch', 'admitUnknown'] },
        ],
      },
      after: {
        timeout: [
          { guard: 'mayResend', target: 'sending', reenter: true },
          { guard: 'mayCallAgain', target: 'sending', reenter: true, actions: 'raiseEpoch' },
          { target: 'gaveUp', actions: ['raiseEpoch', 'admitUnknown'] },
        ],
      },
    },
    gaveUp: { on: { 'retry.wanted': 'starting' } },
    telling: {
      always: [{ guard: 'hasBook', target: 'sent', actions: 'tellBook' }, { target: 'sent' }],
    },
    sent: {},
  },
});
