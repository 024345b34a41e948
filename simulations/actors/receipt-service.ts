import { execute, mail, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type { MailAccepted, RequestSent, StatementAnswered } from '@/simulations/messages';

export interface ReceiptServiceInput {
  /** Whether `orders` has a unique constraint on its key, and the INSERT knows what to do about it. */
  readonly constraint: 'off' | 'on';
  /** What it does when the INSERT says 0 rows: go on all the same, report an error, or read what is there. */
  readonly onConflict: 'ignore' | 'stop' | 'reread';
}

/** One request handler of an API that writes an order, lets the database refuse a second one, and mails a receipt. */
export const receiptService = handler<
  ReceiptServiceInput,
  RequestSent,
  StatementAnswered | MailAccepted
>({
  id: 'receipt-service',
  takes: ['request.sent'],
  notes: {},
  guards: {
    isInserted: ({ event }) => event.type === 'statement.answered' && event.count === 1,
    ignoresCounts: ({ input }) => input.onConflict === 'ignore',
    stops: ({ input }) => input.onConflict === 'stop',
  },
  sends: {
    insertOrder: ({ input, request }) =>
      execute(request, {
        ...{ op: 'insert', table: 'orders', row: { key: request.key, amount: request.amount } },
        onConflict: input.constraint === 'on' ? 'nothing' : 'error',
      }),
    selectOrder: ({ request }) =>
      execute(request, {
        ...{ op: 'select', table: 'orders', where: { key: request.key }, forUpdate: false },
      }),
    requestMail: ({ request }) => mail(request),
    replyCreated: ({ request }) => respond(request, { status: 201, body: null }),
    replyFromMemory: ({ request }) => respond(request, { status: 201, body: null, replayed: true }),
    replyRefused: ({ request }) => respond(request, { status: 400, body: null }),
  },
  begins: 'inserting',
  states: {
    inserting: {
      entry: 'insertOrder',
      on: {
        'statement.answered': [
          { guard: 'isInserted', target: 'mailing' },
          { guard: 'ignoresCounts', target: 'mailing' },
          { guard: 'stops', target: 'idle', actions: 'replyRefused' },
          { target: 'rereading' },
        ],
      },
    },
    rereading: {
      entry: 'selectOrder',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFromMemory' } },
    },
    mailing: {
      entry: 'requestMail',
      on: { 'mail.accepted': { target: 'idle', actions: 'replyCreated' } },
    },
  },
});
