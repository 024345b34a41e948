import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, ProcessId, Received, Ticks } from '@/lib/engine/model';
import {
  confirmationOf,
  deliveryOf,
  type Entry,
  heldBy,
  newEntry,
  puttingAsideOf,
  replaced,
  settlementOf,
} from '@/simulations/actors/queue-entries';
import type {
  AlarmRaised,
  MessageAcknowledged,
  MessagePublished,
  RedriveRequested,
  VisibilityExtended,
} from '@/simulations/messages';

export interface QueueInput {
  /** Deliveries take them in turn. */
  readonly consumers: readonly ProcessId[];
  /** How long a delivered message stays hidden while it waits for its acknowledgement. */
  readonly visibilityTicks: Ticks;
  /** After so many deliveries without acknowledgement a message is put aside. */
  readonly deliveriesMax: number;
  /** Whoever is told of a message that was put aside, and may have it moved back. Left out: nobody. */
  readonly operator?: ProcessId;
  /** Whoever published has told the customer already: that a message is settled is an answer to nobody. */
  readonly answersNobody?: true;
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

type Event =
  | Received<MessagePublished>
  | Received<MessageAcknowledged>
  | Received<VisibilityExtended>
  | Received<RedriveRequested>
  | VisibilityExpired;

const timerOf = (copy: number): string => `visibility-${copy}`;

/** The copy that an event speaks of; what was just published or moved back is the last that arrived. */
const entryOf = ({ entries, arrivals }: QueueContext, event: Event): Entry | undefined => {
  if (event.type === 'message.acknowledged' || event.type === 'visibility.extended')
    return heldBy(entries, event.receipt);
  const wanted = event.type === 'visibility.expired' ? event.copy : arrivals;
  return entries.find(({ copy }) => copy === wanted);
};

const asideOf = ({ entries }: QueueContext, event: Event): Entry | undefined =>
  event.type === 'redrive.requested'
    ? entries.find(({ id, aside }) => aside && id === event.id)
    : undefined;

/**
 * A standard queue that pushes: at least once, by visibility timeout. A delivered message is hidden;
 * if it is not acknowledged in time it is delivered again, and an acknowledgement that quotes an
 * earlier delivery is not obeyed. Whoever holds it may extend the time. After so many deliveries it is put
 * aside; moved back from there it is a new message, whose deliveries are counted anew (Amazon SQS,
 * developer guide: visibility timeout, dead-letter queues).
 */
export const queue = setup({
  types: {
    input: {} as QueueInput,
    context: {} as QueueContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    isCurrent: ({ context, event }) => entryOf(context, event) !== undefined,
    hasDeliveriesLeft: ({ context, event }) =>
      (entryOf(context, event)?.deliveries ?? context.deliveriesMax) < context.deliveriesMax,
    hasOperator: ({ context }) => context.operator !== undefined,
    isAside: ({ context, event }) => asideOf(context, event) !== undefined,
    // What was put aside lies there, and is not delivered.
    hasNothingToDeliver: ({ context }) => context.entries.every(({ aside }) => aside),
  },
  actions: {
    store: assign(({ context, event }) => {
      if (event.type !== 'message.published') return {};
      const copy = context.arrivals + 1;
      return { arrivals: copy, entries: [...context.entries, newEntry(copy, event)] };
    }),
    confirm: enqueueActions(({ event, enqueue }) => {
      if (event.type === 'message.published') enqueue.emit(confirmationOf(event));
    }),
    deliver: enqueueActions(({ context, event, enqueue }) => {
      const entry = entryOf(context, event);
      if (!entry) return;
      const sent = { ...entry, deliveries: entry.deliveries + 1 };
      enqueue.assign({ entries: replaced(context.entries, entry, sent) });
      enqueue.emit({
        type: 'send',
        to: context.consumers[entry.deliveries % context.consumers.length] ?? '',
        message: deliveryOf(sent),
      });
      enqueue.raise(
        { type: 'visibility.expired', copy: entry.copy },
        { id: timerOf(entry.copy), delay: context.visibilityTicks },
      );
    }),
    hideLonger: enqueueActions(({ context, event, enqueue }) => {
      const entry = entryOf(context, event);
      if (!entry) return;
      enqueue.cancel(timerOf(entry.copy));
      enqueue.raise(
        { type: 'visibility.expired', copy: entry.copy },
        { id: timerOf(entry.copy), delay: context.visibilityTicks },
      );
    }),
    putAside: enqueueActions(({ context, event, enqueue }) => {
      const entry = entryOf(context, event);
      if (!entry) return;
      enqueue.assign({ entries: replaced(context.entries, entry, { ...entry, aside: true }) });
      enqueue.emit({ type: 'record', fact: puttingAsideOf(entry) });
    }),
    raiseAlarm: emit(({ context, event }) => ({
      type: 'send',
      to: context.operator ?? '',
      message: {
        type: 'alarm.raised',
        intent: entryOf(context, event)?.intent ?? null,
        id: entryOf(context, event)?.id ?? '',
      } satisfies AlarmRaised,
    })),
    moveBack: assign(({ context, event }) => {
      const entry = asideOf(context, event);
      if (!entry) return {};
      const copy = context.arrivals + 1;
      return {
        arrivals: copy,
        entries: replaced(context.entries, entry, newEntry(copy, entry)),
      };
    }),
    settle: enqueueActions(({ context, event, enqueue }) => {
      const entry = entryOf(context, event);
      if (!entry) return;
      enqueue.assign({ entries: context.entries.filter((other) => other !== entry) });
      enqueue.cancel(timerOf(entry.copy));
      enqueue.emit({ type: 'record', fact: settlementOf(entry, !context.answersNobody) });
    }),
  },
}).createMachine({
  id: 'queue',
  context: ({ input }) => ({ ...input, arrivals: 0, entries: [] }),
  initial: 'idle',
  on: {
    'message.published': { target: '.delivering', actions: ['store', 'confirm', 'deliver'] },
    'redrive.requested': {
      ...{ guard: 'isAside', target: '.delivering', actions: ['moveBack', 'deliver'] },
    },
  },
  states: {
    idle: {},
    delivering: {
      always: { guard: 'hasNothingToDeliver', target: 'idle' },
      on: {
        'message.acknowledged': { guard: 'isCurrent', actions: 'settle' },
        'visibility.extended': { guard: 'isCurrent', actions: 'hideLonger' },
        'visibility.expired': [
          { guard: 'hasDeliveriesLeft', actions: 'deliver' },
          { guard: 'hasOperator', actions: ['putAside', 'raiseAlarm'] },
          { actions: 'putAside' },
        ],
      },
    },
  },
});
