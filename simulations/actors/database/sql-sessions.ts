/** For tests, and for comparing with PostgreSQL: the database, spoken to in one line a statement. */
import { ActorStates, type Reaction, type StateId } from '@/lib/engine/actor-states';
import type { Fact, IntentId } from '@/lib/engine/model';
import { database } from '@/simulations/actors/database';
import type { Database, TableInput } from '@/simulations/actors/database/state';
import type {
  DoUpdate,
  IsolationLevel,
  Row,
  Statement,
  StatementAnswered,
} from '@/simulations/messages';

/** What a session was told, without the envelope. */
export type Answer = Pick<StatementAnswered, 'sqlstate' | 'command' | 'count' | 'rows'>;

interface InsertOptions {
  readonly onConflict?: 'error' | 'nothing' | DoUpdate;
  readonly intent?: IntentId | null;
  readonly returning?: 'isNew';
}

/** A database under test, and all that it said and recorded so far. */
export class SqlServer {
  readonly facts: Fact[] = [];
  /** Every answer, in the order of the answers. */
  readonly log: { readonly session: string; readonly answer: Answer }[] = [];
  readonly #states: ActorStates;
  #state: StateId;

  constructor(tables: Readonly<Record<string, TableInput>>, states = new ActorStates()) {
    this.#states = states;
    this.#state = states.start(database, { tables }).next;
  }

  connect(name: string): SqlSession {
    return new SqlSession(this, name);
  }

  kill(...sessions: readonly SqlSession[]): Reaction {
    return this.receive({ type: 'connection.closed', peers: sessions.map(({ name }) => name) });
  }

  receive(event: { readonly type: string; readonly [field: string]: unknown }): Reaction {
    const reaction = this.#states.react(this.#state, this.#states.internEvent(event));
    this.#state = reaction.next;
    this.facts.push(...reaction.facts);
    for (const { to, message } of reaction.sends) {
      const { sqlstate, command, count, rows } = message as StatementAnswered;
      this.log.push({ session: to, answer: { sqlstate, command, count, rows } });
    }
    return reaction;
  }

  /** What anybody may see of a table. */
  committed(table: string): readonly Row[] {
    const rows = this.context.tables[table]?.rows ?? [];
    return rows.map(({ committed }) => committed).filter((row) => row !== null);
  }

  get context(): Database {
    return this.#states.get(this.#state).snapshot.context as Database;
  }

  /** Which state of the chart is lit. */
  get doing(): string {
    return this.#states.get(this.#state).snapshot.value as string;
  }
}

/** One connection, to be used like psql. A statement gives its answer, or 'waits'. */
export class SqlSession {
  readonly #server: SqlServer;
  readonly name: string;
  #isInTransaction = false;
  #answersRead = 0;

  constructor(server: SqlServer, name: string) {
    this.#server = server;
    this.name = name;
  }

  begin(isolation?: IsolationLevel): Answer | 'waits' {
    return this.run({ op: 'begin', ...(isolation && { isolation }) });
  }

  commit(): Answer | 'waits' {
    return this.run({ op: 'commit' });
  }

  rollback(): Answer | 'waits' {
    return this.run({ op: 'rollback' });
  }

  savepoint(name = 's'): Answer | 'waits' {
    return this.run({ op: 'savepoint', name });
  }

  rollbackTo(name = 's'): Answer | 'waits' {
    return this.run({ op: 'rollback-to', name });
  }

  release(name = 's'): Answer | 'waits' {
    return this.run({ op: 'release', name });
  }

  insert(
    table: string,
    row: Row,
    { onConflict = 'error', intent = null, ...returning }: InsertOptions = {},
  ): Answer | 'waits' {
    return this.run({ op: 'insert', table, row, onConflict, ...returning }, intent);
  }

  update(
    table: string,
    changes: {
      readonly set?: Row;
      readonly add?: Readonly<Record<string, number>>;
      readonly below?: Readonly<Record<string, number>>;
    },
    where: Row,
  ): Answer | 'waits' {
    return this.run({ op: 'update', table, set: {}, ...changes, where });
  }

  delete(table: string, where: Row): Answer | 'waits' {
    return this.run({ op: 'delete', table, where });
  }

  select(table: string, where: Row = {}): Answer | 'waits' {
    return this.run({ op: 'select', table, where, forUpdate: false });
  }

  selectForUpdate(
    table: string,
    where: Row,
    waitPolicy?: 'nowait' | 'skip-locked',
  ): Answer | 'waits' {
    const policy = waitPolicy && { waitPolicy };
    return this.run({ op: 'select', table, where, forUpdate: true, ...policy });
  }

  run(statement: Statement, intent: IntentId | null = null): Answer | 'waits' {
    const { op } = statement;
    if (op === 'begin') this.#isInTransaction = true;
    if (op === 'commit' || op === 'rollback') this.#isInTransaction = false;
    this.#server.receive({
      ...{ type: 'statement.sent', from: this.name, intent, statement },
      inTransaction: this.#isInTransaction,
    });
    return this.answer();
  }

  /** The next answer that has come and was not looked at. */
  answer(): Answer | 'waits' {
    const mine = this.#server.log.filter(({ session }) => session === this.name);
    const next = mine[this.#answersRead];
    if (!next) return 'waits';
    this.#answersRead += 1;
    return next.answer;
  }
}

/** A server with three sessions. */
export function connect(tables: Readonly<Record<string, TableInput>>) {
  const server = new SqlServer(tables);
  return { server, a: server.connect('a'), b: server.connect('b'), c: server.connect('c') };
}

/** Answers, as a test expects them. */
export const done = (command: string, count: number) => ({
  sqlstate: null,
  command,
  count,
  rows: [],
});
export const failed = (sqlstate: string) => ({ sqlstate, command: null, count: 0, rows: [] });
export const found = (...rows: readonly Row[]) => ({
  ...{ sqlstate: null, command: 'select', count: rows.length, rows },
});
