/** For tests: who keeps keys and does the work in the explorer's small worlds. */
import { assign, emit, enqueueActions, setup } from 'xstate';

import type { Effect, Message, Received, Ticks } from '@/lib/engine/model';

type Asked = Received<
  Message & { readonly key: string | null; readonly what: string; readonly value: string | null }
>;

export interface KeysInput {
  /** How long a claim holds; null: for ever. */
  readonly leaseTicks: Ticks | null;
}

type KeysEvent = Asked | { readonly type: 'lease.ended'; readonly key: string };

/** Keeps an answer for each key, lets keys be claimed, and can do the work itself in one step with the note. */
export const keys = setup({
  types: {
    input: {} as KeysInput,
    /** Null: claimed, and no answer yet. */
    context: {} as KeysInput & { readonly kept: Readonly<Record<string, string | null>> },
    events: {} as KeysEvent,
    emitted: {} as Effect,
  },
  actions: {
    look: enqueueActions(({ context, event, enqueue }) => {
      if (!('from' in event)) return;
      const known = context.kept[event.key ?? ''];
      enqueue.emit(reply(event, known ? 'key.was-known' : 'key.was-free', known ?? null));
    }),
    claim: enqueueActions(({ context: { kept, leaseTicks }, event, enqueue }) => {
      if (!('from' in event) || event.key === null) return;
      const known = kept[event.key];
      if (known !== undefined) {
        enqueue.emit(reply(event, known === null ? 'key.was-busy' : 'key.was-known', known));
        return;
      }
      enqueue.assign({ kept: { ...kept, [event.key]: null } });
      if (leaseTicks !== null) {
        const ended = { type: 'lease.ended', key: event.key } as const;
        enqueue.raise(ended, { id: leaseOf(event.key), delay: leaseTicks });
      }
      enqueue.emit(reply(event, 'key.was-free', null));
    }),
    save: enqueueActions(({ context: { kept }, event, enqueue }) => {
      if (!('from' in event) || event.key === null) return;
      enqueue.assign({ kept: { ...kept, [event.key]: event.value } });
      enqueue.cancel(leaseOf(event.key));
      enqueue.emit(reply(event, 'key.kept', null));
    }),
    note: enqueueActions(({ context: { kept }, event, enqueue }) => {
      if (!('from' in event)) return;
      const known = event.key === null ? null : (kept[event.key] ?? null);
      if (known === null) {
        const fact = { name: 'card.charged', intent: event.intent ?? '', id: event.what };
        enqueue.emit({ type: 'record', fact });
        if (event.key !== null) enqueue.assign({ kept: { ...kept, [event.key]: event.what } });
      }
      enqueue.emit(reply(event, 'key.was-known', known ?? event.what));
    }),
    release: assign(({ context: { kept }, event }) => ({
      kept: Object.fromEntries(
        Object.entries(kept).filter(([key, value]) => key !== event.key || value !== null),
      ),
    })),
  },
}).createMachine({
  id: 'keys',
  context: ({ input }) => ({ ...input, kept: {} }),
  initial: 'open',
  states: {
    open: {
      on: {
        'key.looked-up': { actions: 'look' },
        'key.claimed': { actions: 'claim' },
        'key.saved': { actions: 'save' },
        'work.noted': { actions: 'note' },
        'lease.ended': { actions: 'release' },
      },
    },
  },
});

const leaseOf = (key: string): string => `lease-${key}`;

const reply = ({ from, intent }: Asked, type: string, value: string | null) =>
  ({ type: 'send', to: from, message: { type, intent, value } }) as const;

export interface ProviderInput {
  /** Whether each charge has an id of its own, or one that says what was charged. */
  readonly numbers: boolean;
}

/** Enough to tell charges apart in a small world. */
const CHARGES_COUNTED = 3;

/** Charges whenever it is asked to, and says so. */
export const provider = setup({
  types: {
    input: {} as ProviderInput,
    context: {} as ProviderInput & { readonly charges: number },
    events: {} as Received<Message & { readonly what: string }>,
    emitted: {} as Effect,
  },
  actions: {
    count: assign({
      charges: ({ context: { charges, numbers } }) =>
        numbers ? Math.min(charges + 1, CHARGES_COUNTED) : 0,
    }),
    charge: emit(({ context, event }) => ({
      type: 'record',
      fact: { name: 'card.charged', intent: event.intent ?? '', id: idOf(context, event.what) },
    })),
    confirm: emit(({ context, event }) => ({
      type: 'send',
      to: event.from,
      message: { type: 'charge.made', intent: event.intent, value: idOf(context, event.what) },
    })),
  },
}).createMachine({
  id: 'provider',
  context: ({ input }) => ({ ...input, charges: 0 }),
  initial: 'open',
  states: { open: { on: { 'charge.asked': { actions: ['count', 'charge', 'confirm'] } } } },
});

const idOf = ({ charges }: { readonly charges: number }, what: string): string =>
  charges === 0 ? what : `${what}-${charges}`;
