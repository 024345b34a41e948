import { assign, enqueueActions, setup } from 'xstate';

import type { JsonRecord } from '@/lib/engine/json';
import type { Effect, ProcessId, Received, Ticks } from '@/lib/engine/model';
import {
  confirmationOf,
  deliveryOf,
  type Entry,
  heldBy,
  newEntry,
  receiptOf,
  replaced,
  settlementOf,
} from '@/simulations/actors/queue-entries';
import type {
  ConnectionClosed,
  MessageAcknowledged,
  MessagePublished,
} from '@/simulations/messages';

export interface RabbitQueueInput {
  readonly consumer: ProcessId;
  /** How long it takes to notice that a connection is dead: missed heartbeats. */
  readonly heartbeatTicks: Ticks;
}

interface RabbitQueueContext extends RabbitQueueInput {
  readonly arrivals: number;
  readonly entries: readonly Entry[];
}

/** Heartbeats were missed: the connection on which this was delivered is taken for closed. */
interface HeartbeatMissed extends JsonRecord {
  readonly type: 'heartbeat.missed';
  readonly copy: number;
}

type Event =
  Received<MessagePublished> | Received<MessageAcknowledged> | ConnectionClosed | HeartbeatMissed;

const timerOf = (copy: number): string => `heartbeat-${copy}`;

/**
 * A queue of RabbitMQ with manual acknowledgement and publisher confirms. A message waits for its acknowledgement
 * as long as the connection on which it was delivered lives, and is delivered again when that is closed, or
 * found dead by its heartbeats. A second delivery is marked `redelivered`: a hint that it may have been seen, since
 * the first may never have arrived. What is published twice is two messages, and neither is marked
 * (RabbitMQ, docs: confirms, reliability, consumers).
 *
 * On TCP nothing is lost but with its connection. So a message that is lost here stands for a connection that broke
 * with it, and is noticed when heartbeats are missed.
 */
export const rabbitQueue = setup({
  types: {
    input: {} as RabbitQueueInput,
    context: {} as RabbitQueueContext,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    isCurrent: ({ context, event }) =>
      event.type === 'message.acknowledged' && heldBy(context.entries, event.receipt) !== undefined,
    isEmpty: ({ context }) => context.entries.length === 0,
    isOfConsumer: ({ context, event }) =>
      event.type === 'connection.closed' &&
      event.peers.some((peer) => peer.startsWith(`${context.consumer}.`)),
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
      const wanted = wantedBy(context, event);
      const sent = wanted.map((entry) => ({ ...entry, deliveries: entry.deliveries + 1 }));
      enqueue.assign({
        entries: wanted.reduce(
          (entries, old, index) => replaced(entries, old, sent[index] ?? old),
          context.entries,
        ),
      });
      for (const entry of sent) {
        enqueue.emit({ type: 'send', to: context.consumer, message: deliveryOf(entry) });
        enqueue.cancel(timerOf(entry.copy));
        enqueue.raise(
          { type: 'heartbeat.missed', copy: entry.copy },
          { id: timerOf(entry.copy), delay: context.heartbeatTicks },
        );
      }
    }),
    settle: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'message.acknowledged') return;
      const entry = heldBy(context.entries, event.receipt);
      if (!entry) return;
      const entries = context.entries.filter((other) => receiptOf(other) !== event.receipt);
      enqueue.assign({ entries });
      enqueue.cancel(timerOf(entry.copy));
      enqueue.emit({ type: 'record', fact: settlementOf(entry) });
    }),
  },
}).createMachine({
  id: 'rabbit-queue',
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
        'connection.closed': { guard: 'isOfConsumer', actions: 'deliver' },
        'heartbeat.missed': { actions: 'deliver' },
      },
    },
  },
});

/** What is to be delivered: what has just come, what a dead connection held, or all that a closed one held. */
function wantedBy({ entries, arrivals }: RabbitQueueContext, event: Event): readonly Entry[] {
  if (event.type === 'connection.closed') return entries;
  const wanted = event.type === 'heartbeat.missed' ? event.copy : arrivals;
  return entries.filter(({ copy }) => copy === wanted);
}
