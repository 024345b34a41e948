import { assign, setup } from 'xstate';

import type { Effect, IntentId, Received } from '@/lib/engine/model';
import { execute, mail } from '@/simulations/actors/asking';
import { sayer } from '@/simulations/actors/say';
import type { MailAccepted, RowCommitted, StatementAnswered } from '@/simulations/messages';

export interface MailRelayInput {
  /** Whether the mail provider is told the row’s id as a key. */
  readonly keyed: boolean;
}

interface Context extends MailRelayInput {
  /** Whether it has yet to look for what was left over from before it started. */
  readonly isFresh: boolean;
  /** The mail that it is sending. */
  readonly mail: string | null;
  /** Which order that is about: the label of all it says of it. */
  readonly order: IntentId | null;
}

type Event = Received<RowCommitted> | Received<StatementAnswered> | Received<MailAccepted>;

const say = sayer<Context, Event>();
const about = ({ order }: Context) => ({ intent: order });
const firstRow = (event: Event) =>
  event.type === 'statement.answered' ? (event.rows[0] ?? null) : null;

/**
 * Sends what waits in an outbox, row by row: send, and when the provider has it, delete the row. It listens to
 * NOTIFY. Since nobody notifies who isn’t there, it looks once whenever it starts.
 */
export const mailRelay = setup({
  types: {
    input: {} as MailRelayInput,
    context: {} as Context,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    hasJustStarted: ({ context }) => context.isFresh,
    isThereOne: ({ event }) => firstRow(event) !== null,
  },
  actions: {
    takeUpWork: assign({ isFresh: false, mail: null, order: null }),
    takeRow: assign(({ event }) => {
      const { mail: id = null, order = null } = firstRow(event) ?? {};
      return { mail: String(id), order: order === null ? null : String(order) };
    }),
    selectOutbox: say(() =>
      execute({ intent: null }, { op: 'select', table: 'outbox', where: {}, forUpdate: false }),
    ),
    requestMail: say(({ context }) => mail(about(context), context.keyed ? context.mail : null)),
    deleteRow: say(({ context }) =>
      execute(about(context), { op: 'delete', table: 'outbox', where: { mail: context.mail } }),
    ),
  },
}).createMachine({
  id: 'mail-relay',
  context: ({ input }) => ({ ...input, isFresh: true, mail: null, order: null }),
  initial: 'idle',
  states: {
    idle: {
      on: { 'row.committed': 'looking' },
      always: { guard: 'hasJustStarted', target: 'looking' },
    },
    looking: {
      entry: ['takeUpWork', 'selectOutbox'],
      on: {
        'statement.answered': [
          { guard: 'isThereOne', target: 'mailing', actions: 'takeRow' },
          { target: 'idle' },
        ],
      },
    },
    mailing: { entry: 'requestMail', on: { 'mail.accepted': 'deleting' } },
    deleting: { entry: 'deleteRow', on: { 'statement.answered': 'looking' } },
  },
});
