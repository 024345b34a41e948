import type { Message, Ticks } from '@/lib/engine/model';
import { execute, keyOf, respond, toKeys } from '@/simulations/actors/asking';
import { handler, type Moment, type Saying } from '@/simulations/actors/handler';
import type {
  KeyAnswered,
  RequestSent,
  Statement,
  StatementAnswered,
  StockAnswered,
  StockAsked,
} from '@/simulations/messages';

export interface LeasedOrderServiceInput {
  /**
   * What the key store is used for: not at all; a lock, which is given back when the work is done; or a claim,
   * under which it is then saved that the work is done.
   */
  readonly claim: 'none' | 'lock' | 'memory';
  /** How long lock or claim last if nobody ends them. Null: for ever. */
  readonly leaseTicks: Ticks | null;
  /** Whether the database compares the number of the claim with the latest that it has heard of. */
  readonly fence: boolean;
  /** Whether it is written beside the order that there is one, and looked for before the work. */
  readonly record: boolean;
}

interface Notes {
  /** The number of this claim: the token of its lock, by which it knows that again, and what a fence compares. */
  readonly number: number;
  /** Whether it found that the order was there already. */
  readonly wasThere: boolean;
}

type Now = Moment<
  LeasedOrderServiceInput,
  RequestSent,
  KeyAnswered | StatementAnswered | StockAnswered,
  Notes
>;

const alone =
  (statement: (now: Now) => Statement) =>
  (now: Now): Saying =>
    execute(now.request, statement(now));
const inTransaction =
  (statement: (now: Now) => Statement) =>
  (now: Now): Saying =>
    execute(now.request, statement(now), { inTransaction: true });

const insertOrder = ({ request: { key, amount } }: Now): Statement => ({
  ...{ op: 'insert', table: 'orders', row: { key, amount }, onConflict: 'error' },
});

/** What marks the basket as ordered: only as whoever holds the latest number, if there are numbers. */
const markBasket = ({ input, request: { key }, notes: { number } }: Now): Statement => ({
  ...{ op: 'update', table: 'baskets' },
  set: input.record ? { ordered: true } : { fence: number },
  where: input.fence ? { key, fence: number } : { key },
});

/**
 * One request handler of an API that orders what is in a basket: it claims the basket, asks another service
 * whether all is in stock, which may take its time, and writes the order. Meanwhile its lease may end.
 *
 * With a fence, the database is told the number of a new claim before its holder looks at anything, and
 * an order is written only under the latest number (PostgreSQL: one row updated or none).
 */
export const leasedOrderService = handler<
  LeasedOrderServiceInput,
  RequestSent,
  KeyAnswered | StatementAnswered | StockAnswered,
  Notes
>({
  id: 'leased-order-service',
  takes: ['request.sent'],
  notes: { number: 0, wasThere: false },
  guards: {
    claims: ({ input }) => input.claim !== 'none',
    looksFirst: ({ input }) => input.record,
    isFenced: ({ event, input }) => event.type === 'key.answered' && event.ok && input.fence,
    isClaimedToLook: ({ event, input }) =>
      event.type === 'key.answered' && event.ok && input.record,
    isClaimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    isStale: ({ event }) => event.type === 'statement.answered' && event.count === 0,
    isOrdered: ({ event }) => event.type === 'statement.answered' && event.count > 0,
    isOrderedUnderLock: ({ event, input }) =>
      event.type === 'statement.answered' && event.count > 0 && input.claim === 'lock',
    isOrderedUnderClaim: ({ event, input }) =>
      event.type === 'statement.answered' && event.count > 0 && input.claim === 'memory',
    writesInTransaction: ({ input }) => input.record || input.fence,
    hasLock: ({ input }) => input.claim === 'lock',
    hasClaim: ({ input }) => input.claim === 'memory',
  },
  keeps: {
    keepNumber: ({ event }) => {
      const { token, number = token } = event.type === 'key.answered' ? event : {};
      return number === undefined ? {} : { number };
    },
    noteThatItWasThere: () => ({ wasThere: true }),
  },
  sends: {
    claimKey: ({ input: { claim, leaseTicks, fence }, request }) =>
      toKeys({
        ...{ type: 'key.claimed', ...keyOf(request) },
        ...(leaseTicks === null ? {} : { expiresIn: leaseTicks }),
        ...(claim === 'lock' ? { withToken: true } : {}),
        ...(fence ? { numbered: true } : {}),
      }),
    saveKey: ({ request }) => toKeys({ type: 'key.saved', ...keyOf(request), body: null }),
    unlock: ({ request, notes: { number } }) =>
      toKeys({ type: 'key.deleted', ...keyOf(request), token: number }),
    tellNumber: alone(({ request: { key }, notes: { number } }) => ({
      ...{ op: 'update', table: 'baskets', set: { fence: number } },
      ...{ where: { key }, below: { fence: number } },
    })),
    selectBasket: alone(({ request: { key } }) => ({
      ...{ op: 'select', table: 'baskets', where: { key, ordered: true }, forUpdate: false },
    })),
    askForStock: ({ request: { intent } }) => ({
      to: 'stock',
      message: { type: 'stock.asked', intent } satisfies StockAsked & Message,
    }),
    insertOrderAlone: alone(insertOrder),
    begin: inTransaction(() => ({ op: 'begin' })),
    markBasket: inTransaction(markBasket),
    insertOrder: inTransaction(insertOrder),
    commit: inTransaction(() => ({ op: 'commit' })),
    rollBack: inTransaction(() => ({ op: 'rollback' })),
    replyCreated: ({ request, notes: { wasThere } }) =>
      respond(request, { status: 201, body: null, replayed: wasThere }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
    replyConflict: ({ request }) => respond(request, { status: 409, body: null }),
    // Of the work nothing is known here: whoever overtook it may have done it already.
    replyOvertaken: ({ request }) =>
      respond(request, { status: 409, body: null, reason: 'overtaken' }),
  },
  begins: [
    { guard: 'claims', target: 'claiming' },
    { guard: 'looksFirst', target: 'looking' },
    { target: 'checkingStock' },
  ],
  states: {
    claiming: {
      entry: 'claimKey',
      on: {
        'key.answered': [
          { guard: 'isFenced', target: 'tellingNumber', actions: 'keepNumber' },
          { guard: 'isClaimedToLook', target: 'looking', actions: 'keepNumber' },
          { guard: 'isClaimed', target: 'checkingStock', actions: 'keepNumber' },
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    tellingNumber: {
      entry: 'tellNumber',
      on: {
        'statement.answered': [
          { guard: 'isStale', target: 'idle', actions: 'replyOvertaken' },
          { guard: 'looksFirst', target: 'looking' },
          { target: 'checkingStock' },
        ],
      },
    },
    looking: {
      entry: 'selectBasket',
      on: {
        'statement.answered': [
          { guard: 'isOrderedUnderLock', target: 'unlocking', actions: 'noteThatItWasThere' },
          { guard: 'isOrderedUnderClaim', target: 'saving', actions: 'noteThatItWasThere' },
          { guard: 'isOrdered', target: 'idle', actions: 'replyFromMemory' },
          { target: 'checkingStock' },
        ],
      },
    },
    checkingStock: {
      entry: 'askForStock',
      on: {
        'stock.answered': [
          { guard: 'writesInTransaction', target: 'writing' },
          { target: 'ordering' },
        ],
      },
    },
    ordering: {
      entry: 'insertOrderAlone',
      on: {
        'statement.answered': [
          { guard: 'hasLock', target: 'unlocking' },
          { guard: 'hasClaim', target: 'saving' },
          { target: 'idle', actions: 'replyCreated' },
        ],
      },
    },
    writing: {
      initial: 'beginning',
      states: {
        beginning: { entry: 'begin', on: { 'statement.answered': 'marking' } },
        marking: {
          entry: 'markBasket',
          on: {
            'statement.answered': [
              { guard: 'isStale', target: 'rollingBack' },
              { target: 'inserting' },
            ],
          },
        },
        inserting: { entry: 'insertOrder', on: { 'statement.answered': 'committing' } },
        committing: {
          entry: 'commit',
          on: {
            'statement.answered': [
              { guard: 'hasLock', target: '#leased-order-service.unlocking' },
              { guard: 'hasClaim', target: '#leased-order-service.saving' },
              { target: '#leased-order-service.idle', actions: 'replyCreated' },
            ],
          },
        },
        rollingBack: {
          entry: 'rollBack',
          on: {
            'statement.answered': {
              target: '#leased-order-service.idle',
              actions: 'replyOvertaken',
            },
          },
        },
      },
    },
    saving: {
      entry: 'saveKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
    unlocking: {
      entry: 'unlock',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
