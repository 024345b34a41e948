import { assign, emit, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import type { MailAccepted, MailRequested } from '@/simulations/messages';

interface MailProviderContext {
  /** How many mails it has sent: they are numbered. */
  readonly mails: number;
  /** The mail that was sent under each key. */
  readonly seen: Readonly<Record<string, string>>;
}

const keyed = ({ key }: MailRequested, { seen }: MailProviderContext): string | null =>
  key !== null && Object.hasOwn(seen, key) ? (seen[key] ?? null) : null;

/**
 * Somebody else's service that sends receipts. A mail that is out can't be called back; a key makes the
 * request repeatable, as Resend's `Idempotency-Key` does for 24 hours. A receipt tells its reader that it is
 * done, so it is an answer, too.
 */
export const mailProvider = setup({
  types: {
    context: {} as MailProviderContext,
    events: {} as Received<MailRequested>,
    emitted: {} as Effect,
  },
  guards: { isKnown: ({ context, event }) => keyed(event, context) !== null },
  actions: {
    send: assign(({ context, event }) => {
      const mails = context.mails + 1;
      const seen =
        event.key === null ? context.seen : { ...context.seen, [event.key]: `mail-${mails}` };
      return { mails, seen };
    }),
    recordMail: emit(({ context, event }) => ({
      type: 'record',
      fact: {
        ...{ name: 'mail.sent', intent: event.intent ?? '', id: `mail-${context.mails}` },
        ...{ says: 'done', body: null },
      },
    })),
    accept: emit(({ context, event }) => ({
      type: 'send',
      to: event.from,
      message: {
        type: 'mail.accepted',
        intent: event.intent,
        mail: keyed(event, context) ?? `mail-${context.mails}`,
      } satisfies MailAccepted,
    })),
  },
}).createMachine({
  id: 'mail-provider',
  context: { mails: 0, seen: {} },
  initial: 'open',
  states: {
    open: {
      on: {
        'mail.requested': [
          { guard: 'isKnown', actions: 'accept' },
          { actions: ['send', 'recordMail', 'accept'] },
        ],
      },
    },
  },
});
