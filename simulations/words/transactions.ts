import { type Entry, fateOf, isData } from '@/simulations/actors/transactional-log/entries';
import type { Records } from '@/simulations/actors/log/records';
import type { Kept } from '@/simulations/actors/transactional-log/transactions';
import type {
  CommitAnswered,
  CommitRequested,
  OffsetAdded,
  OffsetAnswered,
  OffsetCommitted,
  OffsetFound,
  OffsetRequested,
  TransactionsInitialized,
  TransactionsReady,
} from '@/simulations/log-messages';
import { recordsOf } from '@/simulations/words/log';
import type { Words } from '@/simulations/words/words';

const again = (attempt: number): string => (attempt > 1 ? ', again' : '');

/** Somebody who writes to a log in transactions, and that log. After `LOG`. */
export const TRANSACTIONS: Words = {
  messages: {
    'transactions.initialized': ({ name, attempt }: TransactionsInitialized) =>
      `I am ${name}${again(attempt)}`,
    'transactions.ready': ({ producer, epoch, aborted }: TransactionsReady) =>
      `you are ${producer} epoch ${epoch}${aborted ? ', what was open is aborted' : ''}`,
    'offset.requested': ({ attempt }: OffsetRequested) => `tell me my offset${again(attempt)}`,
    'offset.found': ({ offset }: OffsetFound) => `your offset is ${offset}`,
    'offset.added': ({ offset, attempt }: OffsetAdded) =>
      `my offset is ${offset}, in this transaction${again(attempt)}`,
    'offset.committed': ({ offset, attempt }: OffsetCommitted) =>
      `my offset is ${offset}${again(attempt)}`,
    'offset.answered': ({ error }: OffsetAnswered) => (error ? `refused, ${error}` : 'noted'),
    'commit.requested': ({ producer, epoch, attempt }: CommitRequested) =>
      `commit, ${producer} epoch ${epoch}${again(attempt)}`,
    'commit.answered': ({ error, epoch }: CommitAnswered) =>
      error ? `refused, ${error}` : `committed, next is epoch ${epoch}`,
  },
  replies: ['transactions.ready', 'offset.found', 'offset.answered', 'commit.answered'],
  facts: {
    'card.charged': { once: 'charged', again: 'charged again' },
    'record.acknowledged': { once: 'acknowledged: the order is in the log' },
  },
  timers: {
    ...{ initializing: 'no answer in time', findingPlace: 'no answer in time' },
    ...{ producing: 'no answer in time', addingOffset: 'no answer in time' },
    ...{ committing: 'no answer in time', committingOffset: 'no answer in time' },
    stopped: 'started again',
  },
  tables: {
    'order-log': (log: Records) => [recordsOf(log)],
    'transactional-log': ({ entries, transactions, offset }: Kept) => [
      {
        title: 'Records',
        columns: ['offset', 'record', 'is'],
        rows: entries.map((entry, at) => [String(at), ...toldOf(entry, fateOf(entries, at))]),
        empty: 'The log is empty.',
      },
      {
        title: 'Who writes in transactions',
        columns: ['name', 'producer', 'epoch', 'its transaction', 'its offset'],
        rows: Object.entries(transactions).map(([producer, { name, epoch, status, pending }]) => [
          ...[name, producer, String(epoch), status],
          pending === null ? 'none' : String(pending),
        ]),
        empty: 'Nobody has come yet.',
      },
      {
        title: 'How far the order log is read',
        columns: ['goes on at offset'],
        rows: [[String(offset)]],
        empty: '',
      },
    ],
  },
};

const toldOf = (entry: Entry, fate: string): readonly string[] =>
  isData(entry)
    ? [entry.id, fate]
    : [`${entry.marker} marker of ${entry.producer}`, 'shown to nobody'];
