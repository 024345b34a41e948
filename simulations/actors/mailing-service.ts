import { execute, mail, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  MailAccepted,
  RequestSent,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

export interface MailingServiceInput {
  /** Whether it mails the receipt itself, inside of its transaction, or leaves that to a relay by way of a row. */
  readonly mail: 'inline' | 'outbox';
}

const run =
  (statement: (request: RequestSent) => Statement) =>
  ({ request }: { readonly request: RequestSent }) =>
    execute(request, statement(request), { inTransaction: true });

/**
 * One request handler of an API that writes an order under its unique key, and sees to it that a receipt is
 * mailed: by asking the mail provider while the transaction is open, or by a row in its outbox.
 */
export const mailingService = handler<
  MailingServiceInput,
  RequestSent,
  StatementAnswered | MailAccepted
>({
  id: 'mailing-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isRepeat: ({ event }) => event.type === 'statement.answered' && event.count === 0,
    mailsItself: ({ input }) => input.mail === 'inline',
  },
  sends: {
    begin: run(() => ({ op: 'begin' })),
    commit: run(() => ({ op: 'commit' })),
    rollBack: run(() => ({ op: 'rollback' })),
    insertOrder: run(({ key, amount }) => ({
      ...{ op: 'insert', table: 'orders', row: { key, amount }, onConflict: 'nothing' },
    })),
    insertOutbox: run(({ key, intent }) => ({
      ...{ op: 'insert', table: 'outbox', onConflict: 'error' },
      row: { mail: `receipt-${key ?? ''}`, order: intent },
    })),
    requestMail: ({ request }) => mail(request),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
  },
  begins: 'beginning',
  states: {
    beginning: { entry: 'begin', on: { 'statement.answered': 'ordering' } },
    ordering: {
      entry: 'insertOrder',
      on: {
        'statement.answered': [
          { guard: 'isRepeat', target: 'rollingBack' },
          { guard: 'mailsItself', target: 'mailing' },
          { target: 'notingMail' },
        ],
      },
    },
    mailing: { entry: 'requestMail', on: { 'mail.accepted': 'committing' } },
    notingMail: { entry: 'insertOutbox', on: { 'statement.answered': 'committing' } },
    committing: {
      entry: 'commit',
      on: { 'statement.answered': { target: 'idle', actions: 'replyCreated' } },
    },
    rollingBack: {
      entry: 'rollBack',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFromMemory' } },
    },
  },
});
