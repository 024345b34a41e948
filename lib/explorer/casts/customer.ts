/** For tests: who wants something in the explorer's small worlds. */
import { assign, emit, setup } from 'xstate';

import type { Effect, Message, Received, Ticks } from '@/lib/engine/model';

export interface CustomerInput {
  /** Asked in turn. */
  readonly servers: readonly string[];
  readonly retries: number;
  readonly patienceTicks: Ticks;
  /** Whether it still hears answers when it has one, or has given up. */
  readonly listens: boolean;
}

type Wanted = Received<
  Message & { readonly type: 'work.wanted'; readonly what: string; readonly key: string | null }
>;
type Answered = Received<
  Message & { readonly type: 'work.answered'; readonly says: string; readonly body: string | null }
>;

type Context = CustomerInput & { readonly attempt: number; readonly wanted: Wanted | null };

/** Asks, asks again while no answer comes, takes the first that comes, or gives up. */
export const customer = setup({
  types: {
    input: {} as CustomerInput,
    context: {} as Context,
    events: {} as Wanted | Answered,
    emitted: {} as Effect,
  },
  guards: {
    attemptsLeft: ({ context }) => context.attempt <= context.retries,
    listens: ({ context }) => context.listens,
  },
  actions: {
    begin: assign(({ event }) =>
      event.type === 'work.wanted' ? { wanted: event, attempt: 0 } : {},
    ),
    count: assign({ attempt: ({ context }) => context.attempt + 1 }),
    ask: emit(({ context: { servers, attempt, wanted } }) => ({
      type: 'send',
      to: servers[(attempt - 1) % servers.length] ?? '',
      message: {
        ...{ type: 'work.asked', intent: wanted?.intent ?? null, attempt },
        ...{ what: wanted?.what ?? '', key: wanted?.key ?? null },
      },
    })),
    tell: emit(({ context: { wanted }, event }) => ({
      type: 'record',
      fact: {
        ...{ name: 'answer.heard', intent: wanted?.intent ?? '' },
        ...(event.type === 'work.answered' ? { says: event.says, body: event.body } : {}),
      },
    })),
    despair: emit(({ context: { wanted } }) => ({
      type: 'record',
      fact: { name: 'client.gave-up', intent: wanted?.intent ?? '' },
    })),
  },
  delays: { patience: ({ context }) => context.patienceTicks },
}).createMachine({
  id: 'customer',
  context: ({ input }) => ({ ...input, attempt: 0, wanted: null }),
  initial: 'resting',
  states: {
    resting: {
      on: {
        'work.wanted': { target: 'asking', actions: 'begin' },
        'work.answered': { guard: 'listens', actions: 'tell' },
      },
    },
    asking: {
      entry: ['count', 'ask'],
      on: { 'work.answered': { target: 'resting', actions: 'tell' } },
      after: {
        patience: [
          { guard: 'attemptsLeft', target: 'asking', reenter: true },
          { target: 'resting', actions: 'despair' },
        ],
      },
    },
  },
});
