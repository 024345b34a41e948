/** For tests, and for comparing with PostgreSQL: sessions that do anything at all. */
import fc from 'fast-check';

import {
  type Answer,
  type SqlSession,
  SqlServer,
} from '@/simulations/actors/database/sql-sessions';
import type { DoUpdate, IsolationLevel, Row, Statement } from '@/simulations/messages';

export const UNIQUE = [['id'], ['kind', 'token']];
export const TABLES = {
  things: {
    unique: UNIQUE,
    fact: 'thing.made',
    initial: [1, 2, 3].map((id) => ({ id, kind: 'a', token: id, n: 0 })),
  },
};
export const NAMES = ['s1', 's2', 's3'];

type Begin = Extract<Statement, { readonly op: 'begin' }>;
export type Act = Statement | 'die';

export interface Move {
  readonly by: number;
  readonly act: Act;
}

const small = fc.integer({ min: 1, max: 4 });
const rows: fc.Arbitrary<Row> = fc.record({
  id: small,
  kind: fc.constantFrom('a', 'b'),
  token: fc.constantFrom(null, 1, 2),
  n: fc.constant(0),
});
export const byId: fc.Arbitrary<Row> = fc.record({ id: small });
export const anyWhere: fc.Arbitrary<Row> = fc.oneof(
  { weight: 4, arbitrary: byId },
  fc.constantFrom<Row>({}, { kind: 'a' }, { n: 1 }),
);
/** ON CONFLICT DO UPDATE. Its row has no token, so that only its id can be in the way. */
const upserts = fc.record({
  row: rows.map((row) => ({ ...row, token: null })),
  onConflict: fc.constantFrom<DoUpdate>(
    { set: {}, add: { n: 1 } },
    { set: {}, add: { n: 1 }, where: { n: 0 } },
    { set: { kind: 'b', token: 1 } },
  ),
});
const changes: fc.Arbitrary<Pick<Extract<Statement, { op: 'update' }>, 'set' | 'add'>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ set: {}, add: { n: 1 } }) },
  fc.constant({ set: { token: 1 } }),
  fc.constant({ set: { id: 2 }, add: { n: 1 } }),
  fc.constant({ set: { kind: 'b' } }),
);

export interface Means {
  /** At which levels transactions run; null is READ COMMITTED. */
  readonly levels?: readonly (IsolationLevel | null)[];
  readonly savepoints?: boolean;
}

const begin = (level: IsolationLevel | null): Begin =>
  level ? { op: 'begin', isolation: level } : { op: 'begin' };

const atSavepoints: fc.Arbitrary<Statement> = fc.record({
  op: fc.constantFrom('savepoint', 'savepoint', 'rollback-to', 'rollback-to', 'release'),
  name: fc.constantFrom('s', 's', 't'),
});

/** What three clients might send, in whatever order. */
export function interleavings(
  wheres: fc.Arbitrary<Row>,
  { levels = [null], savepoints = false }: Means = {},
): fc.Arbitrary<Move[]> {
  const table = fc.constant('things');
  const op = <Name extends string>(name: Name) => fc.constant(name);
  const someBegin = fc.constantFrom(...levels.map(begin));
  const act = fc.oneof(
    { weight: 3, arbitrary: someBegin },
    ...(savepoints ? [{ weight: 6, arbitrary: atSavepoints }] : []),
    { weight: 2, arbitrary: fc.record({ op: op('commit') }) },
    { weight: 1, arbitrary: fc.record({ op: op('rollback') }) },
    { weight: 1, arbitrary: fc.constant('die') },
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ op: op('insert'), table, row: rows },
        onConflict: fc.constantFrom('error' as const, 'nothing' as const),
      }),
    },
    {
      weight: 4,
      arbitrary: upserts.map((upsert) => ({ op: 'insert', table: 'things', ...upsert })),
    },
    {
      weight: 12,
      arbitrary: fc
        .record({ op: op('update'), table, where: wheres, changes })
        .map(({ changes: { set, ...add }, ...update }) => ({ ...update, set, ...add })),
    },
    { weight: 2, arbitrary: fc.record({ op: op('delete'), table, where: wheres }) },
    {
      weight: 4,
      arbitrary: fc.record({ op: op('select'), table, where: wheres, forUpdate: fc.boolean() }),
    },
  ) as fc.Arbitrary<Act>;
  const moves = fc.array(fc.record({ by: fc.nat({ max: 2 }), act }), {
    maxLength: 24,
    size: 'max',
  });
  const begins = fc.tuple(...NAMES.map((_, by) => someBegin.map((act): Move => ({ by, act }))));
  return fc.oneof(
    moves,
    // Three at work from the start: that is where waits and deadlocks come from.
    {
      weight: 4,
      arbitrary: fc.tuple(begins, moves).map(([first, rest]) => [...first, ...rest]),
    },
  );
}

export interface Sent {
  readonly statement: Statement;
  readonly label: string;
}

/** Something that the clients know of: an answer, or a death. */
export type Heard =
  | { readonly session: string; readonly sent: Sent; readonly answer: Answer }
  | { readonly session: string; readonly sent: null };

interface Connection {
  readonly session: SqlSession;
  readonly sent: Sent[];
  readonly answers: Answer[];
}

/** Three clients that send whatever they like whenever they like, waiting for no answer. */
export class Play {
  readonly server = new SqlServer(TABLES);
  readonly history: Heard[] = [];
  readonly connections: Connection[] = NAMES.map((name) => this.#connect(name));
  readonly events: { readonly type: string }[] = [];
  waits = 0;
  #heard = 0;
  #labels = 0;

  constructor() {
    const receive = this.server.receive.bind(this.server);
    this.server.receive = (event) => {
      this.events.push(event);
      return receive(event);
    };
  }

  make({ by, act }: Move): void {
    const connection = this.connections[by];
    if (!connection) throw new Error(`No connection ${by}`);
    const { session, sent } = connection;
    if (act === 'die') {
      this.history.push({ session: session.name, sent: null });
      this.connections[by] = this.#connect(session.name);
      this.server.kill(session);
    } else {
      this.#labels += 1;
      const label = `i${this.#labels}`;
      sent.push({ statement: act, label });
      session.run(act, label);
    }
    this.#listen();
    if (this.#isWaiting(by)) this.waits += 1;
  }

  /** Ends every transaction. Somebody can always go on, or a circle of waits went unnoticed. */
  finish(): void {
    for (let round = 0; round <= NAMES.length; round += 1) {
      NAMES.forEach((_, by) => {
        if (!this.#isWaiting(by)) this.make({ by, act: { op: 'commit' } });
      });
    }
    const stuck = NAMES.filter((_, by) => this.#isWaiting(by));
    if (stuck.length > 0) throw new Error(`Nobody frees ${stuck.join(', ')}`);
  }

  #isWaiting(by: number): boolean {
    const connection = this.connections[by];
    return connection !== undefined && connection.answers.length < connection.sent.length;
  }

  #connect(name: string): Connection {
    return { session: this.server.connect(name), sent: [], answers: [] };
  }

  #listen(): void {
    for (const { session, answer } of this.server.log.slice(this.#heard)) {
      const connection = this.connections[NAMES.indexOf(session)];
      const about = connection?.sent[connection.answers.length];
      if (!connection || !about) throw new Error(`${session} was answered without having asked`);
      connection.answers.push(answer);
      this.history.push({ session, sent: about, answer });
    }
    this.#heard = this.server.log.length;
  }
}
