import { assign, emit, enqueueActions, setup } from 'xstate';

import type { JsonRecord } from '@/lib/engine/json';
import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import type {
  MessageAcknowledged,
  MessageDelivered,
  MessagePublished,
  PublishConfirmed,
} from '@/simulations/messages';

export interface QueueInput {
  /** Deliveries take them in turn. */
  readonly consumers: readonly ProcessId[];
  /** How long a delivered message stays hidden while it waits for its acknowledgement. */
  readonly visibilityTicks: Ticks;
  /** After so many deliveries without acknowledgement a message is put aside. */
  readonly deliveriesMax: number;
}

/** One copy of a message in the queue. */
interface Entry extends JsonRecord {
  /** Counts arrivals, so that two copies of one message can be told apart. */
  readonly copy: number;
  readonly id: string;
  readonly intent: IntentId | null;
  readonly deliveries: number;
  readonly aside: boolean;
}

interface QueueContext extends QueueInput {
  readonly arrivals: number;
  readonly entries: readonly Entry[];
}

/** Raised by the queue for itself when a delivery has not been acknowledged in time. */
interface VisibilityExpired {
  readonly type: 'visibility.expired';
  readonly copy: number;
}

type Event = Received<MessagePublished> | Received<MessageAcknowledged> | VisibilityExpired;

const receiptOf = ({ copy, deliveries }: Entry): string => `r${copy}.${deliveries}`;
const timerOf = (copy: number): string => `visibility-${copy}`;

function delivery(entry: Entry): MessageDelivered {
  return {
    ...{ type: 'message.delivered', intent: entry.intent, id: entry.id },
    ...{ receipt: receiptOf(entry), redelivered: entry.deliveries > 1 },
  };
}

/**
 * A standard queue that pushes: at least once, by visibility timeout. A delivered message is hidden;
 * if it is not acknowledged in time it is delivered again, and an acknowledgement that quotes an
 * earlier delivery is not obeyed (Amazon SQS, developer guide: visibility timeout).
 */
export const queue = setup({
  types: {
    input: {} as QueueInput,
    context: {} as QueueContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    isCurrent: ({ context, event }) =>
      event.type === 'message.acknowledged' &&
      context.entries.some((entry) => receiptOf(entry) === event.receipt && !entry.aside),
    hasDeliveriesLeft: ({ context, event }) =>
      event.type === 'visibility.expired' &&
      context.entries.some(
        ({ copy, deliveries }) => copy === event.copy && deliveries < context.deliveriesMax,
      ),
    isEmpty: ({ context }) => context.entries.every(({ aside }) => aside),
  },
  actions: {
    store: assign(({ context, event }) => {
      if (event.type !== 'message.published') return {};
      const copy = context.arrivals + 1;
      const { id, intent } = event;
      return {
        arrivals: copy,
        entries: [...context.entries, { copy, id, intent, deliveries: 0, aside: false }],
      };
    }),
    confirm: emit(({ event }) => ({
      type: 'send',
      to: 'from' in event ? event.from : '',
      message: {
        type: 'publish.confirmed',
        intent: event.type === 'message.published' ? event.intent : null,
        attempt: event.type === 'message.published' ? event.attempt : 0,
      } satisfies PublishConfirmed,
    })),
    deliver: enqueueActions(({ context, event, enqueue }) => {
      const wanted = event.type === 'visibility.expired' ? event.copy : context.arrivals;
      const entry = context.entries.find(({ copy }) => copy === wanted);
      if (!entry) return;
      const sent = { ...entry, deliveries: entry.deliveries + 1 };
      enqueue.assign({
        entries: context.entries.map((other) => (other === entry ? sent : other)),
      });
      enqueue.emit({
        type: 'send',
        to: context.consumers[entry.deliveries % context.consumers.length] ?? '',
        message: delivery(sent),
      });
      enqueue.raise(
        { type: 'visibility.expired', copy: wanted },
        { id: timerOf(wanted), delay: context.visibilityTicks },
      );
    }),
    putAside: assign(({ context, event }) => ({
      entries: context.entries.map((entry) =>
        event.type === 'visibility.expired' && entry.copy === event.copy
          ? { ...entry, aside: true }
          : entry,
      ),
    })),
    settle: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'message.acknowledged') return;
      const entry = context.entries.find((candidate) => receiptOf(candidate) === event.receipt);
      if (!entry) return;
      enqueue.assign({ entries: context.entries.filter((other) => other !== entry) });
      enqueue.cancel(timerOf(entry.copy));
      enqueue.emit({
        type: 'record',
        fact: { name: 'message.settled', intent: entry.intent ?? '', says: 'done', body: null },
      });
    }),
  },
}).createMachine({
  id: 'queue',
  context: ({ input }) => ({ ...input, arrivals: 0, entries: [] }),
  initial: 'empty',
  on: {
    'message.published': { target: '.delivering', actions: ['store', 'confirm', 'deliver'] },
  },
  states: {
    empty: {},
    delivering: {
      always: { guard: 'isEmpty', target: 'empty' },
      on: {
        'message.acknowledged': { guard: 'isCurrent', actions: 'settle' },
        'visibility.expired': [
          { guard: 'hasDeliveriesLeft', actions: 'deliver' },
          { actions: 'putAside' },
        ],
      },
    },
  },
});
