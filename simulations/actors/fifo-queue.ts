import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
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
import { withoutEntry } from '@/simulations/actors/without-entry';
import type { MessageAcknowledged, MessagePublished } from '@/simulations/messages';

export interface FifoQueueInput {
  readonly consumer: ProcessId;
  readonly visibilityTicks: Ticks;
  /** After so many deliveries without acknowledgement a message is put aside, and sets its group free. */
  readonly deliveriesMax: number;
  /** How long a deduplication id is remembered: five minutes. */
  readonly dedupTicks: Ticks;
}

interface FifoEntry extends Entry {
  readonly group: string;
}

interface FifoQueueContext extends FifoQueueInput {
  readonly arrivals: number;
  readonly entries: readonly FifoEntry[];
  /** Deduplication ids of the last five minutes, whatever became of their messages: whose each was first. */
  readonly seen: Readonly<Record<string, IntentId>>;
}

interface VisibilityExpired {
  readonly type: 'visibility.expired';
  readonly copy: number;
}
interface DedupExpired {
  readonly type: 'dedup.expired';
  readonly id: string;
}

type Event =
  Received<MessagePublished> | Received<MessageAcknowledged> | VisibilityExpired | DedupExpired;

const timerOf = (copy: number): string => `visibility-${copy}`;
/** Without an id of its own it is the content that counts, and nothing that goes along with it: here, what it is called. */
const dedupOf = ({ dedup, id }: MessagePublished): string => dedup ?? id;

/** The first message that may go out now: within a group, one is out at a time, in order. */
const nextOf = (entries: readonly FifoEntry[]): FifoEntry | undefined =>
  entries.find(
    (entry) =>
      entry.deliveries === 0 &&
      entries.every(
        ({ group, deliveries, aside }) => group !== entry.group || aside || deliveries === 0,
      ),
  );

const expiredOf = ({ entries }: FifoQueueContext, event: Event): FifoEntry | undefined =>
  event.type === 'visibility.expired' ? entries.find(({ copy }) => copy === event.copy) : undefined;

/** What has to go out again, unless it was put aside just now. */
const againOf = (context: FifoQueueContext, event: Event): FifoEntry | undefined => {
  const entry = expiredOf(context, event);
  return entry?.aside ? undefined : entry;
};

/**
 * Amazon SQS FIFO. On the way in, a second sending with the same deduplication id is answered like the first and
 * not enqueued, for five minutes from the first, even if that one was delivered and deleted. On the way out it is
 * as any queue: a message comes again if it is not deleted in time, and can’t be deleted with an outdated receipt.
 * Within a group the order is kept, and one message is out at a time (developer guide: exactly-once processing,
 * message deduplication id, message group id).
 */
export const fifoQueue = setup({
  types: {
    input: {} as FifoQueueInput,
    context: {} as FifoQueueContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    isKnown: ({ context, event }) =>
      event.type === 'message.published' && Object.hasOwn(context.seen, dedupOf(event)),
    isCurrent: ({ context, event }) =>
      event.type === 'message.acknowledged' && heldBy(context.entries, event.receipt) !== undefined,
    hasDeliveriesLeft: ({ context, event }) =>
      (expiredOf(context, event)?.deliveries ?? context.deliveriesMax) < context.deliveriesMax,
    // What was put aside lies there, and is not delivered.
    hasNothingToDeliver: ({ context }) => context.entries.every(({ aside }) => aside),
  },
  actions: {
    confirm: enqueueActions(({ event, enqueue }) => {
      if (event.type === 'message.published') enqueue.emit(confirmationOf(event));
    }),
    discard: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'message.published') return;
      enqueue.emit({
        type: 'record',
        fact: {
          // Whoever sent it is told that it was sent: that is the last that they hear of it.
          ...{ name: 'duplicate.discarded', intent: event.intent ?? '', says: 'done', body: null },
          of: context.seen[dedupOf(event)] ?? '',
        },
      });
    }),
    store: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'message.published') return;
      const copy = context.arrivals + 1;
      const id = dedupOf(event);
      enqueue.assign({
        ...{ arrivals: copy, seen: { ...context.seen, [id]: event.intent ?? '' } },
        entries: [...context.entries, { ...newEntry(copy, event), group: event.group ?? '' }],
      });
      enqueue.raise(
        { type: 'dedup.expired', id },
        { id: `dedup ${id}`, delay: context.dedupTicks },
      );
    }),
    forgetId: assign(({ context, event }) =>
      event.type === 'dedup.expired' ? { seen: withoutEntry(context.seen, event.id) } : {},
    ),
    deliver: enqueueActions(({ context, event, enqueue }) => {
      const entry = againOf(context, event) ?? nextOf(context.entries);
      if (!entry) return;
      const sent = { ...entry, deliveries: entry.deliveries + 1 };
      enqueue.assign({ entries: replaced(context.entries, entry, sent) });
      enqueue.emit({ type: 'send', to: context.consumer, message: deliveryOf(sent) });
      enqueue.raise(
        { type: 'visibility.expired', copy: entry.copy },
        { id: timerOf(entry.copy), delay: context.visibilityTicks },
      );
    }),
    putAside: enqueueActions(({ context, event, enqueue }) => {
      const entry = expiredOf(context, event);
      if (!entry) return;
      enqueue.assign({ entries: replaced(context.entries, entry, { ...entry, aside: true }) });
      enqueue.emit({ type: 'record', fact: puttingAsideOf(entry) });
    }),
    settle: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'message.acknowledged') return;
      const entry = heldBy(context.entries, event.receipt);
      if (!entry) return;
      enqueue.assign({ entries: context.entries.filter((other) => other !== entry) });
      enqueue.cancel(timerOf(entry.copy));
      enqueue.emit({ type: 'record', fact: settlementOf(entry) });
    }),
  },
}).createMachine({
  id: 'fifo-queue',
  context: ({ input }) => ({ ...input, arrivals: 0, entries: [], seen: {} }),
  initial: 'idle',
  on: {
    'message.published': [
      { guard: 'isKnown', actions: ['confirm', 'discard'] },
      { target: '.delivering', actions: ['store', 'confirm', 'deliver'] },
    ],
    'dedup.expired': { actions: 'forgetId' },
  },
  states: {
    idle: {},
    delivering: {
      always: { guard: 'hasNothingToDeliver', target: 'idle' },
      on: {
        'message.acknowledged': { guard: 'isCurrent', actions: ['settle', 'deliver'] },
        'visibility.expired': [
          { guard: 'hasDeliveriesLeft', actions: 'deliver' },
          { actions: ['putAside', 'deliver'] },
        ],
      },
    },
  },
});
