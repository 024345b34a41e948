import type { Ticks } from '@/lib/engine/model';
import { acknowledge, execute, toKeys } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { KeyAnswered, MessageDelivered, StatementAnswered } from '@/simulations/messages';

export interface MarkingConsumerInput {
  /**
   * When a message is marked as seen: before the work, after it, or before it as begun and after it as done.
   * What is only begun is not acknowledged by anybody else, and may be begun again when its lease is up.
   */
  readonly mark: 'first' | 'after' | 'two-state';
  /** Whether the mark and its lease are one command, or two. For marks of two states. */
  readonly lease: 'with-mark' | 'after-mark';
  readonly leaseTicks: Ticks;
}

const about = ({ intent, id }: MessageDelivered) => ({ intent, key: `seen:${id}` });

/**
 * A consumer that remembers in a key store which messages it has seen, and does its work in a database. The
 * two have no transaction in common, so there is a seam between them whatever comes first.
 */
export const markingConsumer = handler<
  MarkingConsumerInput,
  MessageDelivered,
  KeyAnswered | StatementAnswered
>({
  id: 'marking-consumer',
  takes: ['message.delivered'],
  notes: {},
  guards: {
    marksFirst: ({ input }) => input.mark === 'first',
    marksAfter: ({ input }) => input.mark === 'after',
    leasesLater: ({ input, event }) =>
      event.type === 'key.answered' &&
      event.ok &&
      input.mark === 'two-state' &&
      input.lease === 'after-mark',
    isMarkedNow: ({ event }) => event.type === 'key.answered' && event.ok,
    isUnknown: ({ event }) => event.type === 'key.answered' && event.found === null,
    isBegun: ({ input, event }) =>
      input.mark === 'two-state' &&
      event.type === 'key.answered' &&
      event.found?.status === 'in-progress',
  },
  sends: {
    readMark: ({ request }) => toKeys({ type: 'key.read', ...about(request) }),
    setMark: ({ input, request }) =>
      toKeys({
        ...{ type: 'key.claimed', ...about(request) },
        ...(input.mark === 'two-state' && input.lease === 'with-mark'
          ? { expiresIn: input.leaseTicks }
          : {}),
      }),
    setLease: ({ input, request }) =>
      toKeys({ type: 'key.expirySet', ...about(request), expiresIn: input.leaseTicks }),
    markDone: ({ request }) => toKeys({ type: 'key.saved', ...about(request), body: null }),
    insertShipment: ({ request }) =>
      execute(request, {
        ...{ op: 'insert', table: 'shipments', row: { order: request.id }, onConflict: 'error' },
      }),
    acknowledge: ({ request }) => acknowledge(request),
  },
  records: {
    discard: ({ request: { intent } }) => ({ name: 'duplicate.discarded', intent: intent ?? '' }),
  },
  begins: [{ guard: 'marksAfter', target: 'looking' }, { target: 'marking' }],
  states: {
    looking: {
      entry: 'readMark',
      on: {
        'key.answered': [
          { guard: 'isUnknown', target: 'shipping' },
          { target: 'idle', actions: ['discard', 'acknowledge'] },
        ],
      },
    },
    marking: {
      entry: 'setMark',
      on: {
        'key.answered': [
          { guard: 'isBegun', target: 'idle' },
          { guard: 'leasesLater', target: 'leasing' },
          { guard: 'isMarkedNow', target: 'shipping' },
          { target: 'idle', actions: ['discard', 'acknowledge'] },
        ],
      },
    },
    leasing: { entry: 'setLease', on: { 'key.answered': 'shipping' } },
    shipping: {
      entry: 'insertShipment',
      on: {
        'statement.answered': [
          { guard: 'marksFirst', target: 'idle', actions: 'acknowledge' },
          { target: 'markingDone' },
        ],
      },
    },
    markingDone: {
      entry: 'markDone',
      on: { 'key.answered': { target: 'idle', actions: 'acknowledge' } },
    },
  },
});
