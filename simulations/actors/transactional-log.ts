import { assign, enqueueActions, setup } from 'xstate';

import type { Effect, ProcessId, Received } from '@/lib/engine/model';
import { answerTo } from '@/simulations/actors/log/producer-state';
import { sayer } from '@/simulations/actors/say';
import { isData, nextFor } from '@/simulations/actors/transactional-log/entries';
import {
  appended,
  committed,
  epochOf,
  errorOfCommit,
  initialized,
  isOpen,
  isPresent,
  type Kept,
  producerOf,
  verdictOf,
  withPending,
} from '@/simulations/actors/transactional-log/transactions';
import type {
  CommitAnswered,
  CommitRequested,
  Isolation,
  OffsetAdded,
  OffsetAnswered,
  OffsetCommitted,
  OffsetFound,
  OffsetRequested,
  RecordFetched,
  RecordPolled,
  RecordProduced,
  TransactionsInitialized,
  TransactionsReady,
} from '@/simulations/log-messages';

interface Context extends Kept {
  /** A reader that has come to the end of what it may read, and what it waits for. */
  readonly waiting: {
    readonly reader: ProcessId;
    readonly offset: number;
    readonly isolation: Isolation;
  } | null;
}

type Event = Received<
  | TransactionsInitialized
  | RecordProduced
  | OffsetRequested
  | OffsetAdded
  | OffsetCommitted
  | CommitRequested
  | RecordPolled
>;

/** For an action that is named only where such a message comes. */
function only<Type extends Event['type']>(event: Event, type: Type) {
  if (event.type !== type) throw new Error(`${event.type} is not ${type}`);
  return event as Extract<Event, { readonly type: Type }>;
}

const say = sayer<Context, Event>();

/**
 * One partition of a topic, as Kafka keeps it for writers in transactions, with what its coordinators keep: who writes
 * under which name, and how far the group of readers of another topic has come. What is appended stands there at once;
 * a marker says later what became of it.
 */
export const transactionalLog = setup({
  types: { context: {} as Context, events: {} as Event, emitted: {} as Effect },
  guards: {
    isAppended: ({ context, event }) =>
      verdictOf(context, only(event, 'record.produced')).kind === 'append',
    isPresent: ({ context, event }) => isPresent(context, only(event, 'offset.added')),
    endsOne: ({ context, event }) => {
      const commit = only(event, 'commit.requested');
      return isPresent(context, commit) && isOpen(context, commit.producer);
    },
    isAwaited: ({ context: { waiting, entries } }) =>
      waiting !== null && nextFor(entries, waiting) !== null,
  },
  actions: {
    initialize: enqueueActions(({ context, event, enqueue }) => {
      const { from, intent, name, attempt } = only(event, 'transactions.initialized');
      const next = initialized(context, name);
      const producer = producerOf(next, name);
      const ready = {
        ...{ type: 'transactions.ready', intent, attempt },
        ...{ producer, epoch: epochOf(next, producer), aborted: isOpen(context, producer) },
      } satisfies TransactionsReady;
      enqueue.assign(next);
      enqueue.emit({ type: 'send', to: from, message: ready });
    }),
    answerProduce: say(({ context, event }) => {
      const produced = only(event, 'record.produced');
      const verdict = verdictOf(context, produced);
      return { to: produced.from, message: answerTo(produced, verdict, context.entries.length) };
    }),
    append: assign(({ context, event }) => appended(context, only(event, 'record.produced'))),
    tellOffset: say(({ context: { offset }, event }) => {
      const { from, intent, attempt, askedIn } = only(event, 'offset.requested');
      const asked = { attempt, askedIn };
      const message = { type: 'offset.found', intent, offset, ...asked } satisfies OffsetFound;
      return { to: from, message };
    }),
    answerOffset: say(({ context, event }) => {
      const { from, intent, attempt, askedIn } = event as Received<OffsetAdded | OffsetCommitted>;
      const isFenced = event.type === 'offset.added' && !isPresent(context, event);
      const error = isFenced ? 'old epoch' : null;
      const message = {
        ...{ type: 'offset.answered', intent, attempt, askedIn, error },
      } satisfies OffsetAnswered;
      return { to: from, message };
    }),
    keepForLater: assign(({ context, event }) => {
      const { producer, offset } = only(event, 'offset.added');
      return withPending(context, producer, offset);
    }),
    keepOffset: assign(({ event }) => ({ offset: only(event, 'offset.committed').offset })),
    commit: assign(({ context, event }) => committed(context, only(event, 'commit.requested'))),
    answerCommit: say(({ context, event }) => {
      const commit = only(event, 'commit.requested');
      const { from: to, intent, attempt, askedIn, producer } = commit;
      const message = {
        ...{ type: 'commit.answered', intent, attempt, askedIn },
        error: errorOfCommit(context, commit),
        epoch: epochOf(context, producer),
      } satisfies CommitAnswered;
      return { to, message };
    }),
    noteWaiting: assign(({ event }) => {
      const { from: reader, offset, isolation = 'uncommitted' } = only(event, 'record.polled');
      return { waiting: { reader, offset, isolation } };
    }),
    fetch: enqueueActions(({ context: { entries, waiting }, enqueue }) => {
      const offset = waiting && nextFor(entries, waiting);
      const record = entries[offset ?? -1];
      if (!waiting || offset === null || !isData(record)) return;
      const { id, intent } = record;
      const message = { type: 'record.fetched', intent, id, offset } satisfies RecordFetched;
      enqueue.assign({ waiting: null });
      enqueue.emit({ type: 'send', to: waiting.reader, message });
    }),
  },
}).createMachine({
  id: 'transactional-log',
  context: { entries: [], transactions: {}, offset: 0, waiting: null },
  initial: 'serving',
  states: {
    serving: {
      on: {
        'transactions.initialized': { actions: 'initialize' },
        'record.produced': [
          { guard: 'isAppended', actions: ['answerProduce', 'append'] },
          { actions: 'answerProduce' },
        ],
        'offset.requested': { actions: 'tellOffset' },
        'offset.added': [
          { guard: 'isPresent', actions: ['keepForLater', 'answerOffset'] },
          { actions: 'answerOffset' },
        ],
        'offset.committed': { actions: ['keepOffset', 'answerOffset'] },
        'commit.requested': [
          { guard: 'endsOne', actions: ['commit', 'answerCommit'] },
          { actions: 'answerCommit' },
        ],
        'record.polled': { actions: 'noteWaiting' },
      },
      always: { guard: 'isAwaited', actions: 'fetch' },
    },
  },
});
