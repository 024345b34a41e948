import { assign, setup } from 'xstate';

import type { Effect, IntentId, ProcessId, Received, Ticks } from '@/lib/engine/model';
import { sayer } from '@/simulations/actors/say';
import type {
  CommitAnswered,
  CommitRequested,
  OffsetAdded,
  OffsetAnswered,
  OffsetCommitted,
  OffsetFound,
  OffsetRequested,
  ProduceAnswered,
  RecordFetched,
  RecordPolled,
  RecordProduced,
  TransactionsInitialized,
  TransactionsReady,
} from '@/simulations/log-messages';
import type { ChargeAccepted, ChargeRequested } from '@/simulations/messages';

export interface LogWorkerInput {
  /** Where it reads, and where it writes. */
  readonly source: ProcessId;
  readonly log: ProcessId;
  /** Its `transactional.id`, the same in every life. */
  readonly name: string;
  /** Whether its offset is committed with the transaction, or after it. */
  readonly offsets: 'outside' | 'inside';
  readonly amount: number;
  /** Whom it asks for a charge while it is in the transaction. Left out: what it writes is all that it does. */
  readonly provider?: ProcessId;
  readonly retries: number;
  readonly timeoutTicks: Ticks;
}

interface Context extends LogWorkerInput {
  /** How often it has come under its name, in this life. */
  readonly asked: number;
  /** Which attempt at the present request this is. */
  readonly attempt: number;
  readonly producer: string;
  readonly epoch: number;
  readonly offset: number;
  readonly intent: IntentId | null;
  readonly id: string;
}

type Answer = TransactionsReady | OffsetFound | ProduceAnswered | OffsetAnswered | CommitAnswered;
type Event = Received<Answer | RecordFetched | ChargeAccepted>;

/**
 * An answer to an earlier attempt goes unseen: after a timeout the library has closed the connection. So does one to
 * what it asked in an earlier epoch, of which it knows nothing any more.
 */
const isOfThisAttempt = ({ attempt, epoch }: Context, event: Event): boolean =>
  'askedIn' in event && event.attempt === attempt && event.askedIn === epoch;

const say = sayer<Context, Event>();

/** How long its supervisor waits before it starts it again. */
const RESTART_TICKS = 1;

/** What it knows when it starts. */
const BORN = {
  ...{ asked: 0, attempt: 1, producer: '', epoch: 0 },
  ...{ offset: 0, intent: null, id: '' },
};

/**
 * Consumes, processes and produces, a transaction for each record. Whoever starts again comes under the same name, which
 * ends what an earlier life left open, and only then asks how far it had come. What the library sends again has the same
 * numbers. Told that it is fenced, it closes its producer and makes a new one. Told nothing,
 * or fenced too often, it stops, and a supervisor starts it again, as after a crash.
 */
export const logWorker = setup({
  types: {
    input: {} as LogWorkerInput,
    context: {} as Context,
    events: {} as Event,
    emitted: {} as Effect,
  },
  guards: {
    isAnswered: ({ context, event }) => isOfThisAttempt(context, event),
    isRefused: ({ context, event }) =>
      isOfThisAttempt(context, event) && 'error' in event && event.error !== null,
    isReady: ({ context, event }) =>
      event.type === 'transactions.ready' && event.attempt === context.asked,
    mayAskAgain: ({ context }) => context.asked <= context.retries,
    mayResend: ({ context }) => context.attempt <= context.retries,
    callsOutside: ({ context }) => context.provider !== undefined,
    isInside: ({ context }) => context.offsets === 'inside',
  },
  actions: {
    firstAttempt: assign({ attempt: 1 }),
    nextAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    countAsking: assign({ asked: ({ context }) => context.asked + 1 }),
    initTransactions: say(({ context: { log, name, asked } }) => ({
      to: log,
      message: {
        ...{ type: 'transactions.initialized', intent: null, name, attempt: asked },
      } satisfies TransactionsInitialized,
    })),
    noteProducer: assign(({ event }) =>
      event.type === 'transactions.ready' ? { producer: event.producer, epoch: event.epoch } : {},
    ),
    askOffset: say(({ context: { log, attempt, epoch } }) => ({
      to: log,
      message: {
        ...{ type: 'offset.requested', intent: null, attempt, askedIn: epoch },
      } satisfies OffsetRequested,
    })),
    noteOffset: assign(({ event }) =>
      event.type === 'offset.found' ? { offset: event.offset } : {},
    ),
    poll: say(({ context: { source, offset } }) => ({
      to: source,
      message: { type: 'record.polled', intent: null, offset } satisfies RecordPolled,
    })),
    noteRecord: assign(({ event }) =>
      event.type === 'record.fetched'
        ? { id: event.id, intent: event.intent, offset: event.offset }
        : {},
    ),
    charge: say(({ context: { provider = '', intent, amount } }) => ({
      to: provider,
      message: { type: 'charge.requested', intent, amount, key: null } satisfies ChargeRequested,
    })),
    produce: say(({ context: { log, intent, id, attempt, producer, epoch } }) => ({
      to: log,
      message: {
        ...{ type: 'record.produced', intent, id, attempt },
        // Each transaction has an epoch of its own, and one record.
        numbers: { producer, epoch, sequence: 0 },
      } satisfies RecordProduced,
    })),
    addOffset: say(({ context: { log, intent, attempt, producer, epoch, offset } }) => ({
      to: log,
      message: {
        ...{ type: 'offset.added', intent, attempt, askedIn: epoch, producer, epoch },
        offset: offset + 1,
      } satisfies OffsetAdded,
    })),
    commit: say(({ context: { log, intent, attempt, producer, epoch } }) => ({
      to: log,
      message: {
        ...{ type: 'commit.requested', intent, attempt, askedIn: epoch, producer, epoch },
      } satisfies CommitRequested,
    })),
    noteEpoch: assign(({ event }) =>
      event.type === 'commit.answered' ? { epoch: event.epoch } : {},
    ),
    commitOffset: say(({ context: { log, intent, attempt, epoch, offset } }) => ({
      to: log,
      message: {
        ...{ type: 'offset.committed', intent, attempt, askedIn: epoch, offset: offset + 1 },
      } satisfies OffsetCommitted,
    })),
    startOver: assign({ attempt: 1, intent: null, id: '' }),
    forget: assign(BORN),
    moveOn: assign({
      ...{ intent: null, id: '' },
      offset: ({ context }) => context.offset + 1,
    }),
  },
  delays: { timeout: ({ context }) => context.timeoutTicks, restart: RESTART_TICKS },
}).createMachine({
  id: 'log-worker',
  context: ({ input }) => ({
    ...input,
    ...BORN,
  }),
  initial: 'initializing',
  states: {
    initializing: {
      entry: ['countAsking', 'initTransactions'],
      on: {
        'transactions.ready': {
          guard: 'isReady',
          target: 'findingPlace',
          actions: 'noteProducer',
        },
      },
      after: {
        timeout: [
          { guard: 'mayAskAgain', target: 'initializing', reenter: true },
          { target: 'stopped' },
        ],
      },
    },
    fenced: {
      always: [
        { guard: 'mayAskAgain', target: 'initializing', actions: 'startOver' },
        { target: 'stopped' },
      ],
    },
    findingPlace: {
      entry: 'askOffset',
      on: { 'offset.found': { guard: 'isAnswered', target: 'polling', actions: 'noteOffset' } },
      after: { timeout: again('findingPlace') },
    },
    polling: {
      tags: 'idle',
      entry: ['firstAttempt', 'poll'],
      on: {
        'record.fetched': [
          { guard: 'callsOutside', target: 'charging', actions: 'noteRecord' },
          { target: 'producing', actions: 'noteRecord' },
        ],
      },
    },
    charging: { entry: 'charge', on: { 'charge.accepted': 'producing' } },
    producing: {
      entry: 'produce',
      on: {
        'produce.answered': [
          { guard: 'isRefused', target: 'fenced' },
          { guard: 'isAnswered', target: 'produced', actions: 'firstAttempt' },
        ],
      },
      after: { timeout: again('producing') },
    },
    produced: { always: [{ guard: 'isInside', target: 'addingOffset' }, { target: 'committing' }] },
    addingOffset: {
      entry: 'addOffset',
      on: {
        'offset.answered': [
          { guard: 'isRefused', target: 'fenced' },
          { guard: 'isAnswered', target: 'committing', actions: 'firstAttempt' },
        ],
      },
      after: { timeout: again('addingOffset') },
    },
    committing: {
      entry: 'commit',
      on: {
        'commit.answered': [
          { guard: 'isRefused', target: 'fenced' },
          { guard: 'isAnswered', target: 'committed', actions: ['noteEpoch', 'firstAttempt'] },
        ],
      },
      after: { timeout: again('committing') },
    },
    committed: {
      always: [
        { guard: 'isInside', target: 'polling', actions: 'moveOn' },
        { target: 'committingOffset' },
      ],
    },
    committingOffset: {
      entry: 'commitOffset',
      on: { 'offset.answered': { guard: 'isAnswered', target: 'polling', actions: 'moveOn' } },
      after: { timeout: again('committingOffset') },
    },
    stopped: { tags: 'idle', after: { restart: { target: 'initializing', actions: 'forget' } } },
  },
});

function again<State extends string>(target: State) {
  return [
    { guard: 'mayResend', target, reenter: true, actions: 'nextAttempt' },
    { target: 'stopped' },
  ] as const;
}
