/** For tests: whether what transactions did could have been done by one after the other. */
import fc from 'fast-check';

import { ActorStates } from '@/lib/engine/actor-states';
import {
  type Answer,
  type SqlSession,
  SqlServer,
} from '@/simulations/actors/database/sql-sessions';
import type { IsolationLevel, Row, Statement } from '@/simulations/messages';

const TABLES = {
  things: {
    ...{ unique: [['id']], fact: null },
    initial: [1, 2].map((id) => ({ id, kind: 'a', n: id })),
  },
  notes: { unique: [], fact: null },
};

/** What a client does; what it writes depends on what it last read. */
type Step =
  | { readonly does: 'read'; readonly table: 'things' | 'notes'; readonly where: Row }
  | { readonly does: 'write' | 'delete' | 'insert' | 'note'; readonly id: number };
type Act = Step | { readonly does: 'commit' | 'rollback' | 'savepoint' | 'rollback-to' };

interface Done {
  readonly step: Step;
  readonly answer: string;
}

/** What a transaction did that remained, and what it was told. */
type Transaction = readonly Done[];

const id = fc.integer({ min: 1, max: 3 });
const where: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ id }),
  fc.constantFrom<Row>({}, { kind: 'a' }, { n: 2 }),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('commit' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('rollback' as const, 'savepoint' as const, 'rollback-to' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('read' as const),
      table: fc.constantFrom('things' as const, 'notes' as const),
      where,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom<'write' | 'delete' | 'insert' | 'note'>(
        ...(['write', 'write', 'write', 'delete', 'insert', 'note'] as const),
      ),
      id,
    }),
  },
);
export const schedules = fc.array(fc.record({ by: fc.nat({ max: 2 }), act }), {
  ...{ minLength: 8, maxLength: 30, size: 'max' },
});
type Schedule = readonly { readonly by: number; readonly act: Act }[];

/** More orders than that of so many transactions are not tried. */
const COMMITS_MAX = 5;

/** What three sessions came to that always have a transaction open. */
export interface Played {
  readonly committed: readonly Transaction[];
  readonly state: string;
  readonly failures: number;
}

export function play(schedule: Schedule, level: IsolationLevel): Played {
  const server = new SqlServer(TABLES);
  const clients = ['a', 'b', 'c'].map((name) => new Client(server.connect(name), level));
  const committed: Transaction[] = [];
  for (const { by, act: next } of schedule) {
    if (committed.length === COMMITS_MAX) break;
    clients[by]?.make(next, committed);
    for (const client of clients) client.listen();
  }
  server.kill(...clients.map(({ session }) => session));
  return {
    committed,
    state: stateOf(server),
    failures: server.log.filter(({ answer }) => answer.sqlstate === '40001').length,
  };
}

class Client {
  readonly session: SqlSession;
  readonly #level: IsolationLevel;
  #done: (Done | 'savepoint')[] = [];
  #waitingWith: Step | null = null;
  #hasFailed = false;

  constructor(session: SqlSession, level: IsolationLevel) {
    this.session = session;
    this.#level = level;
    session.begin(level);
  }

  make(next: Act, committed: Transaction[]): void {
    if (this.#waitingWith) return;
    switch (next.does) {
      case 'commit': {
        const answer = this.session.commit();
        if (answer !== 'waits' && answer.command === 'commit') {
          committed.push(this.#done.filter((one) => one !== 'savepoint'));
        }
        this.#beginAnew();
        return;
      }
      case 'rollback':
        this.session.rollback();
        this.#beginAnew();
        return;
      case 'savepoint':
        if (this.#hasFailed) return;
        this.session.savepoint();
        this.#done.push('savepoint');
        return;
      case 'rollback-to': {
        const last = this.#done.lastIndexOf('savepoint');
        if (last < 0) return;
        this.session.rollbackTo();
        this.#done = this.#done.slice(0, last + 1);
        this.#hasFailed = false;
        return;
      }
      default:
        if (this.#hasFailed) return;
        this.#hear(next, this.session.run(statementOf(next, lastRead(this.#done))));
    }
  }

  listen(): void {
    if (this.#waitingWith) this.#hear(this.#waitingWith, this.session.answer());
  }

  #hear(step: Step, answer: Answer | 'waits'): void {
    this.#waitingWith = answer === 'waits' ? step : null;
    if (answer === 'waits') return;
    if (answer.sqlstate === null) this.#done.push({ step, answer: textOf(answer) });
    else this.#hasFailed = true;
  }

  #beginAnew(): void {
    this.#done = [];
    this.#hasFailed = false;
    this.session.begin(this.#level);
  }
}

/** Whether these transactions, one after the other in some order, are told the same and leave the same. */
export function hasSerialOrder({ committed, state }: Played): boolean {
  const states = new ActorStates();
  return ordersOf(committed).some((order) => {
    const server = new SqlServer(TABLES, states);
    const session = server.connect('a');
    const isToldTheSame = order.every((transaction) =>
      transaction.every(({ step, answer }, index) => {
        const told = session.run(statementOf(step, lastRead(transaction.slice(0, index))));
        return told !== 'waits' && textOf(told) === answer;
      }),
    );
    return isToldTheSame && stateOf(server) === state;
  });
}

function* ordersFrom<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries()) {
    const others = items.filter((_, other) => other !== index);
    for (const rest of ordersFrom(others)) yield [first, ...rest];
  }
}

const ordersOf = <Item>(items: readonly Item[]) => [...ordersFrom(items)];

function statementOf(step: Step, read: string): Statement {
  switch (step.does) {
    case 'read':
      return { op: 'select', table: step.table, where: step.where, forUpdate: false };
    case 'write':
      return { op: 'update', table: 'things', set: { by: read }, where: { id: step.id } };
    case 'delete':
      return { op: 'delete', table: 'things', where: { id: step.id } };
    case 'insert':
      return {
        ...{ op: 'insert', table: 'things', onConflict: 'error' },
        row: { id: step.id, kind: 'a', n: 2, by: read },
      };
    case 'note':
      return {
        ...{ op: 'insert', table: 'notes', onConflict: 'error' },
        row: { id: step.id, kind: 'a', n: 2, by: read },
      };
  }
}

/** What a client last read, so that what it writes tells whether that was another thing. */
function lastRead(done: readonly (Done | 'savepoint')[]): string {
  const last = done.findLast((one) => one !== 'savepoint' && one.step.does === 'read');
  return last && last !== 'savepoint' ? hashOf(last.answer) : 'nothing';
}

/** Short, or what is written would grow with each reading. */
function hashOf(text: string): string {
  let hash = 7;
  for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  return String(hash);
}

const textOf = ({ sqlstate, count, rows }: Answer): string =>
  `${sqlstate ?? count} ${rowsOf(rows)}`;

const stateOf = (server: SqlServer): string =>
  ['things', 'notes'].map((table) => rowsOf(server.committed(table))).join('; ');

const rowsOf = (rows: readonly Row[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join(' ');
