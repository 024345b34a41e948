import { execute } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import { inboxStates } from '@/simulations/actors/inbox';
import type {
  Statement,
  StatementAnswered,
  WebhookAnswered,
  WebhookSent,
} from '@/simulations/messages';

export interface WebhookAppInput {
  /** By which of its ids it knows a delivery that it has dealt with before. */
  readonly dedup: 'none' | 'webhook-id' | 'event-id';
  /** What the events are: each asks for a parcel, or each tells of an address as it is now. */
  readonly about: 'paid' | 'address';
  /** Whether it writes only what is newer than what it has. */
  readonly versioned: boolean;
}

interface Asking {
  readonly input: WebhookAppInput;
  readonly request: WebhookSent;
}

const run =
  (statement: (asking: Asking) => Statement) =>
  ({ input, request }: Asking) =>
    execute(request, statement({ input, request }), { inTransaction: input.dedup !== 'none' });

/**
 * One request handler of an application that others call when something has happened. It answers when its work is
 * committed. What asks for a parcel is registered in an inbox, under the id that it goes by; an address is
 * written over the one that stands there.
 */
export const webhookApp = handler<WebhookAppInput, WebhookSent, StatementAnswered>({
  id: 'webhook-app',
  takes: ['webhook.sent'],
  notes: {},
  guards: {
    isAboutAddress: ({ input }) => input.about === 'address',
    hasInbox: ({ input }) => input.dedup !== 'none',
    isFirst: ({ event }) => event.type === 'statement.answered' && event.count === 1,
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertInbox: run(({ input, request }) => ({
      ...{ op: 'insert', table: 'inbox', onConflict: 'nothing' },
      row: { id: input.dedup === 'event-id' ? request.event : request.webhook },
    })),
    insertShipment: run(({ request }) => ({
      ...{ op: 'insert', table: 'shipments', row: { event: request.event }, onConflict: 'error' },
    })),
    upsertAddress: ({ input, request: { intent, version } }) =>
      execute(
        { intent },
        {
          ...{ op: 'insert', table: 'addresses', row: { customer: 1, version } },
          onConflict: {
            set: { version },
            // Of two versions, what is less than the second is the first.
            ...(input.versioned && { where: { version: version - 1 } }),
          },
        },
      ),
    answer: ({ request: { from, intent, attempt } }) => ({
      to: from,
      message: { type: 'webhook.answered', intent, attempt } satisfies WebhookAnswered,
    }),
  },
  begins: [
    { guard: 'isAboutAddress', target: 'writingAddress' },
    { guard: 'hasInbox', target: 'beginning' },
    { target: 'shippingAtOnce' },
  ],
  states: {
    writingAddress: {
      entry: 'upsertAddress',
      on: { 'statement.answered': { target: 'idle', actions: 'answer' } },
    },
    shippingAtOnce: {
      entry: 'insertShipment',
      on: { 'statement.answered': { target: 'idle', actions: 'answer' } },
    },
    ...inboxStates('answer'),
  },
});
