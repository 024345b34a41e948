import { execute, respond } from '@/simulations/actors/asking';
import { handler } from '@/simulations/actors/handler';
import type {
  ChargeAccepted,
  ChargeRequested,
  RequestSent,
  Row,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

export interface InvoiceServiceInput {
  /**
   * What an UPDATE demands of the row: nothing but its id, the state it must be in, or the version that was read.
   * `serializable` demands nothing either, but reads and writes in one transaction of that level.
   */
  readonly transition: 'read-then-write' | 'conditional' | 'versioned' | 'serializable';
  /** Whether the card is charged before the row says so, or after the row was claimed for it. */
  readonly charge: 'before' | 'claimed-first';
}

interface Notes {
  /** The row’s version when it was read. */
  readonly version: number;
  readonly charge: string | null;
}

type Heard = RequestSent | StatementAnswered | ChargeAccepted;

/** The only invoice there is. */
export const INVOICE = { id: 1, status: 'pending', version: 1, charge: null } as const;
const BY_ID: Row = { id: INVOICE.id };

const rowOf = (event: Heard): Row | null =>
  event.type === 'statement.answered' ? (event.rows[0] ?? null) : null;

/** What the UPDATE that leaves the state `from` demands, beside the id. */
const demand = ({ transition }: InvoiceServiceInput, from: string, version: number): Row => {
  if (transition === 'conditional') return { ...BY_ID, status: from };
  return transition === 'versioned' ? { ...BY_ID, version } : BY_ID;
};

interface Settling {
  readonly input: InvoiceServiceInput;
  readonly notes: Notes;
}

/** Reads and writes in one transaction: what was read must still be so when it commits, or it fails with 40001. */
const isSerializable = ({ input }: Pick<Settling, 'input'>): boolean =>
  input.transition === 'serializable';

/** Whether that transaction lasts until the invoice is paid. A claim is a transaction of its own, so that all can see it. */
const settlesInside = ({ input }: Pick<Settling, 'input'>): boolean =>
  isSerializable({ input }) && input.charge === 'before';

const isMine = ({ event }: { readonly event: Heard }): boolean =>
  event.type === 'statement.answered' && event.count === 1;

const SELECT: Statement = { op: 'select', table: 'invoices', where: BY_ID, forUpdate: false };

const processing = ({ input, notes }: Settling): Statement => ({
  ...{ op: 'update', table: 'invoices', set: { status: 'processing' }, add: { version: 1 } },
  where: demand(input, 'pending', notes.version),
});

const paid = ({ input, notes }: Settling): Statement => ({
  ...{ op: 'update', table: 'invoices', set: { status: 'paid', charge: notes.charge } },
  add: { version: 1 },
  where: demand(input, input.charge === 'before' ? 'pending' : 'processing', notes.version),
});

/**
 * One request handler of an API that collects an invoice once: looks at its row, charges the card, and has the row
 * say so. A `claimed-first` one has the row say `processing` before it charges.
 */
export const invoiceService = handler<
  InvoiceServiceInput,
  RequestSent,
  StatementAnswered | ChargeAccepted,
  Notes
>({
  id: 'invoice-service',
  takes: ['request.sent'],
  notes: { version: 1, charge: null },
  guards: {
    isPending: ({ event }) => rowOf(event)?.['status'] === 'pending',
    isPaid: ({ event }) => rowOf(event)?.['status'] === 'paid',
    claimsFirst: ({ input, event }) =>
      input.charge === 'claimed-first' && rowOf(event)?.['status'] === 'pending',
    isMine,
    isSerializable,
    settlesInside,
    isMineToCommit: (moment) => isSerializable(moment) && isMine(moment),
    isMineToFinish: (moment) => settlesInside(moment) && isMine(moment),
    isCommitted: ({ event }) =>
      event.type === 'statement.answered' && event.command === 'commit' && event.sqlstate === null,
  },
  keeps: {
    keepVersion: ({ event }) => ({ version: Number(rowOf(event)?.['version'] ?? 1) }),
    countVersion: ({ notes }) => ({ version: notes.version + 1 }),
    keepCharge: ({ event }) => (event.type === 'charge.accepted' ? { charge: event.charge } : {}),
  },
  sends: {
    begin: ({ request }) =>
      execute(request, { op: 'begin', isolation: 'serializable' }, { inTransaction: true }),
    commit: ({ request }) => execute(request, { op: 'commit' }, { inTransaction: true }),
    rollBack: ({ request }) => execute(request, { op: 'rollback' }, { inTransaction: true }),
    selectInvoice: (moment) =>
      execute(moment.request, SELECT, { inTransaction: isSerializable(moment) }),
    selectAgain: ({ request }) => execute(request, SELECT),
    updateToProcessing: (moment) =>
      execute(moment.request, processing(moment), { inTransaction: isSerializable(moment) }),
    updateToPaid: (moment) =>
      execute(moment.request, paid(moment), { inTransaction: settlesInside(moment) }),
    requestCharge: ({ request: { intent, amount } }) => ({
      to: 'payments',
      message: { type: 'charge.requested', intent, amount, key: null } satisfies ChargeRequested,
    }),
    replyPaid: ({ request, notes }) => respond(request, { status: 200, body: notes.charge }),
    replyFromMemory: ({ request, event }) => {
      const charge = rowOf(event)?.['charge'];
      return respond(request, {
        ...{ status: 200, replayed: true },
        body: typeof charge === 'string' ? charge : null,
      });
    },
    replyConflict: ({ request }) => respond(request, { status: 409, body: null }),
    // That it was not as expected is all that is known: by now the invoice may be paid.
    replyChanged: ({ request }) =>
      respond(request, { status: 409, body: null, reason: 'changed meanwhile' }),
  },
  begins: [{ guard: 'isSerializable', target: 'beginning' }, { target: 'looking' }],
  states: {
    beginning: { entry: 'begin', on: { 'statement.answered': 'looking' } },
    looking: {
      entry: 'selectInvoice',
      on: {
        'statement.answered': [
          { guard: 'claimsFirst', target: 'claiming', actions: 'keepVersion' },
          { guard: 'isPending', target: 'charging', actions: 'keepVersion' },
          { guard: 'isPaid', target: 'answered', actions: 'replyFromMemory' },
          { target: 'answered', actions: 'replyConflict' },
        ],
      },
    },
    claiming: {
      entry: 'updateToProcessing',
      on: {
        'statement.answered': [
          { guard: 'isMineToCommit', target: 'committing', actions: 'countVersion' },
          { guard: 'isMine', target: 'charging', actions: 'countVersion' },
          { target: 'answered', actions: 'replyChanged' },
        ],
      },
    },
    committing: {
      entry: 'commit',
      on: {
        'statement.answered': [
          { guard: 'isCommitted', target: 'charging' },
          { target: 'idle', actions: 'replyChanged' },
        ],
      },
    },
    charging: {
      entry: 'requestCharge',
      on: { 'charge.accepted': { target: 'settling', actions: 'keepCharge' } },
    },
    settling: {
      entry: 'updateToPaid',
      on: {
        'statement.answered': [
          { guard: 'isMineToFinish', target: 'finishing' },
          { guard: 'isMine', target: 'idle', actions: 'replyPaid' },
          { guard: 'settlesInside', target: 'rollingBack' },
          { target: 'lookingAgain' },
        ],
      },
    },
    finishing: {
      entry: 'commit',
      on: {
        'statement.answered': [
          { guard: 'isCommitted', target: 'idle', actions: 'replyPaid' },
          { target: 'lookingAgain' },
        ],
      },
    },
    rollingBack: { entry: 'rollBack', on: { 'statement.answered': 'lookingAgain' } },
    answered: { always: [{ guard: 'isSerializable', target: 'leaving' }, { target: 'idle' }] },
    /** It has written nothing: how its transaction ends makes no difference. */
    leaving: { entry: 'rollBack', on: { 'statement.answered': 'idle' } },
    /** It came too late: whoever was first has the row, and the answer. */
    lookingAgain: {
      entry: 'selectAgain',
      on: { 'statement.answered': { target: 'idle', actions: 'replyFromMemory' } },
    },
  },
});
