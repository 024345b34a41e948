import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, Received } from '@/lib/engine/model';
import { cleanedUp, type Doomed, doomedSince } from '@/simulations/actors/database/clean-up';
import {
  closeSessions,
  hasOpenWork,
  isHeeded,
  mustQueue,
  queueStatement,
  runSent,
} from '@/simulations/actors/database/sessions';
import {
  createDatabase,
  type Database,
  type DatabaseInput,
} from '@/simulations/actors/database/state';
import type { ConnectionClosed, StatementSent } from '@/simulations/messages';

/** A clean-up job comes to a row that is old enough to go. */
interface RowOld {
  readonly type: 'row.old';
  readonly doomed: Doomed;
}

/**
 * A relational database: PostgreSQL, at READ COMMITTED unless BEGIN says otherwise. Rows become visible when their
 * transaction commits; who needs a row that another open transaction holds waits until that transaction ends. Above
 * READ COMMITTED a transaction sees one snapshot, and fails with 40001 where it would have to know better.
 *
 * What a statement does is in the functions of `database/`; the states here tell what the sessions are up
 * to, taken together.
 */
export const database = setup({
  types: {
    input: {} as DatabaseInput,
    context: {} as Database,
    events: {} as Received<StatementSent> | ConnectionClosed | RowOld,
    emitted: {} as Effect,
  },
  guards: {
    meansAnything: ({ event }) => event.type === 'statement.sent' && isHeeded(event),
    senderIsWaiting: ({ context, event }) =>
      event.type === 'statement.sent' && mustQueue(context, event),
    leftWorkOpen: ({ context, event }) =>
      event.type === 'connection.closed' && hasOpenWork(context, event.peers),
    someStatementWaits: ({ context }) => context.waiting.length > 0,
    someTransactionIsOpen: ({ context }) => Object.keys(context.transactions).length > 0,
    noStatementWaits: ({ context }) => context.waiting.length === 0,
    allTransactionsEnded: ({ context }) => Object.keys(context.transactions).length === 0,
  },
  actions: {
    runStatement: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'statement.sent') return;
      const { database: next, effects } = runSent(context, event);
      enqueue.assign(next);
      for (const effect of effects) enqueue.emit(effect);
      for (const doomed of doomedSince(context, next)) {
        const old: RowOld = { type: 'row.old', doomed };
        const id = `old ${doomed.table} ${Object.values(doomed.row).join(' ')}`;
        enqueue.raise(old, { id, delay: doomed.keptTicks });
      }
    }),
    cleanUp: assign(({ context, event }) =>
      event.type === 'row.old' ? cleanedUp(context, event.doomed) : context,
    ),
    rollBackWhatWasOpen: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'connection.closed') return;
      const { database: next, effects } = closeSessions(context, event.peers);
      enqueue.assign(next);
      for (const effect of effects) enqueue.emit(effect);
    }),
    keepForLater: assign(({ context, event }) =>
      event.type === 'statement.sent' ? queueStatement(context, event) : context,
    ),
  },
}).createMachine({
  id: 'database',
  context: ({ input }) => createDatabase(input),
  initial: 'idle',
  on: { 'row.old': { actions: 'cleanUp' } },
  states: {
    /** Whatever was done is committed or undone. */
    idle: {
      on: { 'statement.sent': { guard: 'meansAnything', actions: 'runStatement' } },
      always: { guard: 'someTransactionIsOpen', target: 'transactionOpen' },
    },
    /** Somebody has begun and not ended: what they wrote is theirs alone, and locked. */
    transactionOpen: {
      on: {
        'statement.sent': { guard: 'meansAnything', actions: 'runStatement' },
        'connection.closed': { guard: 'leftWorkOpen', actions: 'rollBackWhatWasOpen' },
      },
      always: [
        { guard: 'someStatementWaits', target: 'statementWaiting' },
        { guard: 'allTransactionsEnded', target: 'idle' },
      ],
    },
    /** Somebody's statement needs a row that an open transaction holds. */
    statementWaiting: {
      on: {
        'statement.sent': [
          { guard: 'senderIsWaiting', actions: 'keepForLater' },
          { guard: 'meansAnything', actions: 'runStatement' },
        ],
        'connection.closed': { guard: 'leftWorkOpen', actions: 'rollBackWhatWasOpen' },
      },
      always: { guard: 'noStatementWaits', target: 'transactionOpen' },
    },
  },
});
