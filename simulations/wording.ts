import type { Message } from '@/lib/engine/model';
import type { StateTable, Wording } from '@/lib/projections/wording';
import type { Database } from '@/simulations/actors/database/state';
import type {
  KeyAnswered,
  KeyRecord,
  MessageDelivered,
  RequestSent,
  ResponseSent,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

/** How the messages, facts and stores of all stages are put into words. */
export const wording: Wording = {
  message: describe,
  isReply: ({ type }) =>
    [
      'response.sent',
      'key.answered',
      'charge.accepted',
      'statement.answered',
      'publish.confirmed',
    ].includes(type),
  fact: ({ name }, again) => (again ? AGAIN[name] : null) ?? FACTS[name] ?? null,
  timer: (timer) => TIMERS.find(({ at }) => timer.includes(at))?.text ?? 'the time is up',
  tables,
};

const STATUS: Readonly<Record<number, string>> = {
  201: '201 Created',
  409: '409 Conflict, still in progress',
};

const field = (message: Message, name: string): string => {
  const value = message[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function describe(message: Message): string {
  switch (message.type) {
    case 'purchase.wanted':
      return 'Pay';
    case 'retry.wanted':
      return 'Try once more';
    case 'request.sent': {
      const { method, path, amount, key, attempt } = message as RequestSent;
      const named = key === null ? '' : `, ${key}`;
      return `${method} ${path} ${amount}${named}${attempt > 1 ? ', again' : ''}`;
    }
    case 'response.sent': {
      const { status, replayed } = message as ResponseSent;
      return `${STATUS[status] ?? String(status)}${replayed ? ', from memory' : ''}`;
    }
    case 'key.read':
      return `GET ${field(message, 'key')}`;
    case 'key.claimed':
      return `SET NX ${field(message, 'key')}`;
    case 'key.saved':
      return `SET ${field(message, 'key')} done`;
    case 'key.answered': {
      const { ok, found } = message as KeyAnswered;
      if (found) return found.status === 'done' ? 'done before' : 'in progress';
      return ok ? 'OK' : 'nil';
    }
    case 'charge.requested':
      return `charge ${field(message, 'amount')}`;
    case 'charge.accepted':
      return 'charged';
    case 'statement.sent':
      return sql(message['statement'] as Statement);
    case 'statement.answered': {
      const { sqlstate, command, count } = message as StatementAnswered;
      if (sqlstate !== null) return `error ${sqlstate}`;
      if (command === 'begin' || command === 'commit' || command === 'rollback') return 'done';
      return `${count} ${count === 1 ? 'row' : 'rows'}`;
    }
    case 'message.published':
      return `publish ${field(message, 'id')}${Number(message['attempt']) > 1 ? ', again' : ''}`;
    case 'publish.confirmed':
      return 'confirmed';
    case 'message.delivered': {
      const { id, redelivered } = message as MessageDelivered;
      return `deliver ${id}${redelivered ? ', again' : ''}`;
    }
    case 'message.acknowledged':
      return `acknowledge ${field(message, 'id')}`;
    default:
      return message.type;
  }
}

/** A statement as a reader of SQL would write it. */
export function sql(statement: Statement): string {
  switch (statement.op) {
    case 'begin':
    case 'commit':
    case 'rollback':
      return statement.op.toUpperCase();
    case 'insert':
      return `INSERT ${statement.table}${statement.onConflict === 'nothing' ? ' ON CONFLICT DO NOTHING' : ''}`;
    case 'update':
      return `UPDATE ${statement.table}`;
    case 'delete':
      return `DELETE ${statement.table}`;
    case 'select':
      return `SELECT ${statement.table}${statement.forUpdate ? ' FOR UPDATE' : ''}`;
  }
}

const FACTS: Readonly<Record<string, string>> = {
  'card.charged': 'card charged',
  'order.created': 'order created',
  'parcel.shipped': 'parcel shipped',
  'message.settled': 'settled: the queue forgets it',
  'client.gave-up': 'gives up, and can’t know',
};

const AGAIN: Readonly<Record<string, string>> = {
  'card.charged': 'charged again',
  'order.created': 'created again',
  'parcel.shipped': 'shipped again',
};

/** What it means that a timer went off, by the state that set it. */
const TIMERS: readonly { readonly at: string; readonly text: string }[] = [
  { at: 'awaitingReply', text: 'no answer in time' },
  { at: 'awaitingConfirm', text: 'no confirmation in time' },
  { at: 'backingOff', text: 'has waited long enough' },
  { at: 'waiting', text: 'looks again' },
  { at: 'preparation', text: 'has prepared its answer' },
  { at: 'visibility', text: 'no acknowledgement in time' },
];

function tables(kind: string, context: unknown): readonly StateTable[] {
  switch (kind) {
    case 'key-store':
      return [keyTable((context as { records: Readonly<Record<string, KeyRecord>> }).records)];
    case 'queue':
      return [queueTable(context as QueueView)];
    case 'database':
      return databaseTables(context as Database);
    case 'payment-provider':
      return [providerTable(context as { charges: number })];
    default:
      return [];
  }
}

const keyTable = (records: Readonly<Record<string, KeyRecord>>): StateTable => ({
  title: 'Keys',
  columns: ['key', 'status', 'answer'],
  rows: Object.entries(records).map(([key, { status, body }]) => [key, status, body ?? '–']),
  empty: 'No key is remembered.',
});

interface QueueView {
  readonly entries: readonly {
    readonly id: string;
    readonly deliveries: number;
    readonly aside: boolean;
  }[];
}

const queueTable = ({ entries }: QueueView): StateTable => ({
  title: 'Messages',
  columns: ['message', 'deliveries', 'state'],
  rows: entries.map(({ id, deliveries, aside }) => [
    id,
    String(deliveries),
    aside ? 'put aside' : 'waits for its acknowledgement',
  ]),
  empty: 'No message is waiting.',
});

const providerTable = ({ charges }: { readonly charges: number }): StateTable => ({
  title: 'Charges',
  columns: ['charge'],
  rows: Array.from({ length: charges }, (_, index) => [`ch-${index + 1}`]),
  empty: 'No card has been charged.',
});

/** Committed rows, and those that only an open transaction sees yet. */
const databaseTables = ({ tables: all }: Database): readonly StateTable[] =>
  Object.entries(all).map(([name, { rows }]) => {
    const columns = [
      ...new Set(
        rows.flatMap(({ committed, draft }) => Object.keys(draft?.row ?? committed ?? {})),
      ),
    ];
    return {
      title: name,
      columns: [...columns, 'state'],
      rows: rows.map(({ committed, draft }) => {
        const row = draft?.row ?? committed ?? {};
        const cells = columns.map((column) => String(row[column] ?? 'NULL'));
        return [...cells, draft ? 'not committed' : 'committed'];
      }),
      empty: 'No rows.',
    };
  });
