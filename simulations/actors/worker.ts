import type { Ticks } from '@/lib/engine/model';
import { acknowledge, execute, extend } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  CheckAnswered,
  CheckRequested,
  MessageDelivered,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

export interface WorkerInput {
  /** Whether it tells the queue that it is done before it begins, or when it is done. */
  readonly ack: 'before' | 'after';
  /** How it knows a message that it has dealt with before: not at all, by the broker's hint, or by its own table. */
  readonly dedup: 'none' | 'flag' | 'inbox';
  /** Whether it has to ask somebody about the address before it can ship. */
  readonly checks: boolean;
  /** How often it asks for more time while it waits for that. Left out: never. */
  readonly beatTicks?: Ticks;
}

interface Asking {
  readonly input: WorkerInput;
  readonly request: MessageDelivered;
}

const run =
  (statement: (delivery: MessageDelivered) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement(request), { inTransaction: input.dedup === 'inbox' });

const WORK = [{ guard: 'checks', target: 'checking' }, { target: 'shippingAtOnce' }];
const END = [{ guard: 'acksAfter', target: 'idle', actions: 'acknowledge' }, { target: 'idle' }];

/**
 * A worker that takes messages from a broker, asks about the address if it must, books a shipment, and
 * acknowledges: before all this or after it. What it does twice, and what never, follows from that order.
 * With an inbox, all the work is in the transaction of the inbox row, so a second delivery waits for the first.
 */
export const worker = handler<WorkerInput, MessageDelivered, StatementAnswered | CheckAnswered>({
  id: 'worker',
  takes: ['message.delivered'],
  notes: {},
  guards: {
    skips: ({ input, request }) => input.dedup === 'flag' && request.redelivered,
    acksBefore: ({ input }) => input.ack === 'before',
    acksAfter: ({ input }) => input.ack === 'after',
    checks: ({ input }) => input.checks,
    beats: ({ input }) => input.beatTicks !== undefined,
    hasInbox: ({ input }) => input.dedup === 'inbox',
    isKnown: ({ event }) => event.type === 'statement.answered' && event.count === 0,
  },
  sends: {
    acknowledge: ({ request }) => acknowledge(request),
    extend: ({ request }) => extend(request),
    askAddress: ({ request: { intent } }) => ({
      to: 'addresses',
      message: { type: 'check.requested', intent } satisfies CheckRequested,
    }),
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertInbox: run(({ id }) => ({
      ...{ op: 'insert', table: 'inbox', row: { message: id }, onConflict: 'nothing' },
    })),
    insertShipment: run(({ id }) => ({
      ...{ op: 'insert', table: 'shipments', row: { order: id }, onConflict: 'error' },
    })),
  },
  records: {
    discard: ({ request: { intent } }) => ({ name: 'duplicate.discarded', intent: intent ?? '' }),
  },
  delays: { beat: ({ input }) => input.beatTicks ?? 0 },
  begins: [
    { guard: 'skips', target: 'idle', actions: ['discard', 'acknowledge'] },
    { guard: 'acksBefore', target: 'taking', actions: 'acknowledge' },
    { target: 'taking' },
  ],
  states: {
    taking: { always: [{ guard: 'hasInbox', target: 'beginning' }, ...WORK] },
    checking: {
      entry: 'askAddress',
      initial: 'choosing',
      states: {
        choosing: { always: [{ guard: 'beats', target: 'beating' }, { target: 'waiting' }] },
        waiting: {},
        beating: { after: { beat: { target: 'beating', reenter: true, actions: 'extend' } } },
      },
      on: {
        'check.answered': [{ guard: 'hasInbox', target: 'shipping' }, { target: 'shippingAtOnce' }],
      },
    },
    shippingAtOnce: { entry: 'insertShipment', on: { 'statement.answered': END } },
    beginning: { entry: 'begin', on: { 'statement.answered': 'registering' } },
    registering: {
      entry: 'insertInbox',
      on: {
        'statement.answered': [
          { guard: 'isKnown', target: 'rollingBack' },
          { guard: 'checks', target: 'checking' },
          { target: 'shipping' },
        ],
      },
    },
    shipping: { entry: 'insertShipment', on: { 'statement.answered': 'committing' } },
    committing: { entry: 'commit', on: { 'statement.answered': END } },
    rollingBack: { entry: 'rollBack', on: { 'statement.answered': END } },
  },
});
