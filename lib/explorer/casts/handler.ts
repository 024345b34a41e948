/** For tests: who serves requests in the explorer's small worlds. */
import { assign, emit, setup } from 'xstate';

import type { Effect, Message, Received, Ticks } from '@/lib/engine/model';

/**
 * How a server meets a request that may be a copy: not at all; looks for a kept answer first; claims the
 * key first; lets the store do work and note in one step; says done and does nothing; says failed though
 * it was done.
 */
export const HABITS = ['careless', 'looks', 'claims', 'oneStep', 'boasts', 'denies'] as const;
export type Habit = (typeof HABITS)[number];

export interface HandlerInput {
  readonly habit: Habit;
  /** Where keys are kept: a store, or the memory of the process. */
  readonly keys: string;
  readonly provider: string;
  /** How long it waits for the provider before it says failed; null: for ever. */
  readonly patienceTicks: Ticks | null;
}

type Asked = Received<
  Message & { readonly type: 'work.asked'; readonly what: string; readonly key: string | null }
>;

type Replied = Received<
  Message & {
    readonly type: 'key.was-free' | 'key.was-busy' | 'key.was-known' | 'key.kept' | 'charge.made';
    readonly value: string | null;
  }
>;

type Context = HandlerInput & { readonly asked: Asked | null; readonly value: string | null };

const FOR_EVER = 0;

const parts = setup({
  types: {
    input: {} as HandlerInput,
    context: {} as Context,
    events: {} as Asked | Replied,
    emitted: {} as Effect,
  },
  guards: {
    boasts: ({ context: { habit } }) => habit === 'boasts',
    denies: ({ context: { habit } }) => habit === 'denies',
    looks: ({ context: { habit, asked } }) => habit === 'looks' && asked?.key !== null,
    claims: ({ context: { habit, asked } }) => habit === 'claims' && asked?.key !== null,
    notes: ({ context: { habit } }) => habit === 'oneStep',
    saves: ({ context: { habit, asked } }) =>
      (habit === 'looks' || habit === 'claims') && asked?.key !== null,
    isImpatient: ({ context: { patienceTicks } }) => patienceTicks !== null,
  },
  actions: {
    accept: assign(({ event }) => (event.type === 'work.asked' ? { asked: event } : {})),
    forget: assign({ asked: null, value: null }),
    take: assign(({ event }) => (event.type === 'work.asked' ? {} : { value: event.value })),
    look: emit(({ context }) => toKeys(context, 'key.looked-up')),
    claim: emit(({ context }) => toKeys(context, 'key.claimed')),
    save: emit(({ context }) => toKeys(context, 'key.saved')),
    note: emit(({ context }) => toKeys(context, 'work.noted')),
    charge: emit(({ context: { provider, asked } }) => ({
      type: 'send',
      to: provider,
      message: { type: 'charge.asked', intent: asked?.intent ?? null, what: asked?.what ?? '' },
    })),
    sayDone: emit(({ context }) => answer(context, 'done')),
    sayFailed: emit(({ context }) => answer(context, 'failed')),
  },
  delays: { patience: ({ context }) => context.patienceTicks ?? FOR_EVER },
});

/** Serves one request at a time; deaf to others meanwhile. */
const handlerOf = (patient: boolean) =>
  parts.createMachine({
    id: 'handler',
    context: ({ input }) => ({ ...input, asked: null, value: null }),
    initial: 'idle',
    states: {
      idle: { entry: 'forget', on: { 'work.asked': { target: 'beginning', actions: 'accept' } } },
      beginning: {
        always: [
          { guard: 'boasts', target: 'idle', actions: 'sayDone' },
          { guard: 'looks', target: 'looking' },
          { guard: 'claims', target: 'claiming' },
          { guard: 'notes', target: 'noting' },
          { target: 'charging' },
        ],
      },
      looking: {
        entry: 'look',
        on: {
          'key.was-free': 'charging',
          'key.was-known': { target: 'idle', actions: ['take', 'sayDone'] },
        },
      },
      claiming: {
        entry: 'claim',
        on: {
          'key.was-free': 'charging',
          'key.was-busy': 'idle',
          'key.was-known': { target: 'idle', actions: ['take', 'sayDone'] },
        },
      },
      noting: {
        entry: 'note',
        on: { 'key.was-known': { target: 'idle', actions: ['take', 'sayDone'] } },
      },
      charging: {
        entry: 'charge',
        initial: 'choosing',
        states: {
          choosing: { always: [{ guard: 'isImpatient', target: 'hurrying' }, 'waiting'] },
          hurrying: patient
            ? {}
            : { after: { patience: { target: '#handler.idle', actions: 'sayFailed' } } },
          waiting: {},
        },
        on: {
          'charge.made': [
            { guard: 'saves', target: 'saving', actions: 'take' },
            { guard: 'denies', target: 'idle', actions: 'sayFailed' },
            { target: 'idle', actions: ['take', 'sayDone'] },
          ],
        },
      },
      saving: { entry: 'save', on: { 'key.kept': { target: 'idle', actions: 'sayDone' } } },
    },
  });

/** One that may give up on the provider, and one that never does. */
export const handler = handlerOf(false);
export const patientHandler = handlerOf(true);

const toKeys = ({ keys, asked, value }: Context, type: string): Effect => ({
  type: 'send',
  to: keys,
  message: {
    ...{ type, intent: asked?.intent ?? null, key: asked?.key ?? null },
    ...{ what: asked?.what ?? '', value },
  },
});

const answer = ({ asked, value }: Context, says: string): Effect => ({
  type: 'send',
  to: asked?.from ?? '',
  message: { type: 'work.answered', intent: asked?.intent ?? null, says, body: value },
});
