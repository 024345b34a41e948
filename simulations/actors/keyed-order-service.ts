import type { Address, Ticks } from '@/lib/engine/model';
import { execute, keyOf, respond } from '@/simulations/actors/asking';
import { handler, type Saying } from '@/simulations/actors/handler';
import type {
  KeyAnswered,
  KeyClaimed,
  KeySaved,
  RequestSent,
  StatementAnswered,
} from '@/simulations/messages';

export interface KeyedOrderServiceInput {
  /** Where it keeps keys: a store that all share, or a memory of its own. */
  readonly keys: Address;
  /** How long a claim lives if nobody completes it. Null: for ever. */
  readonly claimTicks: Ticks | null;
  /** Whether the orders themselves have a unique key, so that a second one is not written. */
  readonly constraint: boolean;
}

const toKeys = ({ keys }: KeyedOrderServiceInput, message: KeyClaimed | KeySaved): Saying => ({
  to: keys,
  message,
});

/**
 * One request handler of an API that keeps keys in one place and orders in another: it claims the key, writes
 * the order to its database, saves that it did, and replies.
 */
export const keyedOrderService = handler<
  KeyedOrderServiceInput,
  RequestSent,
  KeyAnswered | StatementAnswered,
  { readonly wasThere: boolean }
>({
  id: 'keyed-order-service',
  takes: ['request.sent'],
  notes: { wasThere: false },
  guards: {
    isClaimed: ({ event }) => event.type === 'key.answered' && event.ok,
    isDone: ({ event }) => event.type === 'key.answered' && event.found?.status === 'done',
    isNew: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  keeps: {
    noteThatItWasThere: () => ({ wasThere: true }),
  },
  sends: {
    claimKey: ({ input, request }) =>
      toKeys(input, {
        ...{ type: 'key.claimed', ...keyOf(request) },
        ...(input.claimTicks === null ? {} : { expiresIn: input.claimTicks }),
      }),
    saveKey: ({ input, request }) =>
      toKeys(input, { type: 'key.saved', ...keyOf(request), body: null }),
    insertOrder: ({ input, request }) => {
      const row = { key: request.key, amount: request.amount };
      const onConflict = input.constraint ? 'nothing' : 'error';
      return execute(request, { op: 'insert', table: 'orders', row, onConflict });
    },
    replyCreated: ({ request, notes: { wasThere } }) =>
      respond(request, { status: 201, body: null, replayed: wasThere }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
    replyConflict: ({ request }) => respond(request, { status: 409, body: null }),
  },
  begins: { target: 'claiming' },
  states: {
    claiming: {
      entry: 'claimKey',
      on: {
        'key.answered': [
          { guard: 'isClaimed', target: 'ordering' },
          { guard: 'isDone', target: 'idle', actions: 'replyFromMemory' },
          { target: 'idle', actions: 'replyConflict' },
        ],
      },
    },
    ordering: {
      entry: 'insertOrder',
      on: {
        'statement.answered': [
          { guard: 'isNew', target: 'saving' },
          { target: 'saving', actions: 'noteThatItWasThere' },
        ],
      },
    },
    saving: {
      entry: 'saveKey',
      on: { 'key.answered': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
