import { type AnyStateMachine, assign, setup } from 'xstate';

import type { Effect, IntentId, Message, Received } from '@/lib/engine/model';
import { execute } from '@/simulations/actors/asking';
import type { Saying } from '@/simulations/actors/handler';
import { sayer } from '@/simulations/actors/say';
import type { RowCommitted, StatementAnswered } from '@/simulations/messages';

/** The row that a relay has in hand. */
export interface RowInHand {
  /** What it is called in the outbox. */
  readonly id: string | null;
  /** The label of all that is said of it. */
  readonly intent: IntentId | null;
}

interface RelayDefinition<Input, Answer extends Message> {
  readonly id: string;
  /** The column of the outbox that names a row. */
  readonly column: string;
  /** What it is doing while it passes a row on. */
  readonly passing: string;
  readonly passOn: (row: RowInHand, input: Input) => Saying;
  /** The answer by which it knows that the row has been taken over. */
  readonly until: Answer['type'];
}

interface Context<Input> {
  readonly input: Input;
  /** Whether it has yet to look for what was left over from before it started. */
  readonly isFresh: boolean;
  readonly row: RowInHand;
}

const NO_ROW: RowInHand = { id: null, intent: null };

const firstRow = (event: { readonly type: string }) =>
  event.type === 'statement.answered' ? ((event as StatementAnswered).rows[0] ?? null) : null;

/**
 * Passes on what waits in an outbox, row by row: pass on, and when the other side has it, delete the row. It
 * listens to NOTIFY. Since nobody notifies who isn’t there, it looks once whenever it starts.
 */
export function outboxRelay<Input, Answer extends Message>({
  id,
  column,
  passing,
  passOn,
  until,
}: RelayDefinition<Input, Answer>): AnyStateMachine {
  type Event = Received<RowCommitted> | Received<StatementAnswered> | Received<Answer>;
  const say = sayer<Context<Input>, Event>();
  const made = setup({
    types: {
      input: {} as Input,
      context: {} as Context<Input>,
      events: {} as Event,
      emitted: {} as Effect,
    },
    guards: {
      hasJustStarted: ({ context }) => context.isFresh,
      isThereOne: ({ event }) => firstRow(event) !== null,
    },
    actions: {
      takeUpWork: assign({ isFresh: false, row: NO_ROW }),
      takeRow: assign(({ event }) => {
        const { [column]: name = null, order = null } = firstRow(event) ?? {};
        return { row: { id: String(name), intent: order === null ? null : String(order) } };
      }),
      selectOutbox: say(() =>
        execute({ intent: null }, { op: 'select', table: 'outbox', where: {}, forUpdate: false }),
      ),
      passOn: say(({ context }) => passOn(context.row, context.input)),
      deleteRow: say(({ context: { row } }) =>
        execute(row, { op: 'delete', table: 'outbox', where: { [column]: row.id } }),
      ),
    },
  }).createMachine({
    id,
    context: ({ input }: { readonly input: Input }) => ({ input, isFresh: true, row: NO_ROW }),
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
            { guard: 'isThereOne', target: passing, actions: 'takeRow' },
            { target: 'idle' },
          ],
        },
      },
      [passing]: { entry: 'passOn', on: { [until]: 'deleting' } },
      deleting: { entry: 'deleteRow', on: { 'statement.answered': 'looking' } },
    },
  } as never);
  return made as unknown as AnyStateMachine;
}
