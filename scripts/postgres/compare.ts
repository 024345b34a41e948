import { type Move, NAMES } from '@/simulations/actors/database/random-sessions';
import {
  type Answer,
  type SqlSession,
  SqlServer,
} from '@/simulations/actors/database/sql-sessions';
import type { Database } from '@/simulations/actors/database/state';
import { detailsOf } from '@/simulations/actors/database/transactions';
import type { Wait } from '@/simulations/actors/database/waiting';
import type { Row, Statement } from '@/simulations/messages';

import type { RealServer } from './real-server.ts';
import { toSql } from './sql.ts';

type Heard = readonly { readonly session: string; readonly answer: Answer }[];
type Tables = Readonly<Record<'things' | 'notes', readonly Row[]>>;

/** How a play went on both sides. */
export interface Comparison {
  readonly answers: number;
  /** What they did otherwise; null: nothing. */
  readonly difference: string | null;
  /** Why nothing more was compared: PostgreSQL leaves it to chance, or may be stricter. Null: all was. */
  readonly undecided: 'victim' | 'race' | 'stricter' | 'released' | null;
}

const PATIENCE_MS = 300;
const KEYS = { things: [['id'], ['kind', 'token']], notes: [] };

/** Has the same sessions send the same to PostgreSQL and to the simulated database, and compares what they hear. */
export async function compare(
  real: RealServer,
  moves: readonly Move[],
  initial: Tables,
): Promise<Comparison> {
  await real.reset(initial);
  const play = new Play(real, initial);
  for (const move of moves) if (!(await play.make(move))) return play.comparison;
  await play.finish();
  return play.comparison;
}

class Play {
  readonly #real: RealServer;
  readonly #simulated: SqlServer;
  readonly #sessions: SqlSession[];
  readonly #story: string[] = [];
  /** Whose open transactions have released a savepoint. */
  readonly #released = new Set<string>();
  #heard = 0;
  comparison: Comparison = { answers: 0, difference: null, undecided: null };

  constructor(real: RealServer, initial: Tables) {
    this.#real = real;
    const tables = Object.entries(initial).map(
      ([name, rows]) =>
        [name, { unique: KEYS[name as keyof Tables], fact: null, initial: rows }] as const,
    );
    this.#simulated = new SqlServer(Object.fromEntries(tables));
    this.#sessions = NAMES.map((name) => this.#simulated.connect(name));
  }

  /** False once there is nothing more to compare. */
  async make({ by, act }: Move): Promise<boolean> {
    const name = NAMES[by];
    const session = this.#sessions[by];
    if (name === undefined || !session) throw new Error(`No session ${by}`);
    const before = this.#simulated.context;
    if (act === 'die') {
      this.#story.push(`${name}: dies`);
      this.#sessions[by] = this.#simulated.connect(name);
      this.#simulated.kill(session);
      await this.#real.kill(name);
    } else {
      if (this.#isWaiting(name)) return true;
      const isNested = this.#isInTransaction(name);
      const statement: Statement = act.op === 'begin' && isNested ? { op: 'begin' } : act;
      this.#story.push(`${name}: ${toSql(statement, 'id')}`);
      session.run(statement);
      await this.#real.send(name, statement);
      if (statement.op === 'release') this.#released.add(name);
    }
    return this.#compareAnswers(before);
  }

  async finish(): Promise<void> {
    // As often as somebody may have waited for somebody.
    for (let round = 1; round <= NAMES.length; round += 1) {
      for (const [by, name] of NAMES.entries()) {
        if (this.#isWaiting(name)) continue;
        if (!(await this.make({ by, act: { op: 'commit' } }))) return;
      }
    }
    for (const table of ['things', 'notes']) {
      const simulated = rowsOf(this.#simulated.committed(table));
      const real = rowsOf(await this.#real.committed(table));
      if (simulated !== real) this.#differ(`${table}: ${real}`, `${table}: ${simulated}`);
    }
  }

  async #compareAnswers(before: Database): Promise<boolean> {
    const simulated = this.#simulated.log.slice(this.#heard);
    this.#heard = this.#simulated.log.length;
    const told = this.#tell(simulated, (name) => this.#isWaiting(name));
    let heard = this.#real.hear();
    const tellReal = () => this.#tell(heard, (name) => this.#real.isWaiting(name));
    if (tellReal() !== told) {
      // A busy machine may find a circle late.
      await this.#real.settle(PATIENCE_MS);
      heard = [...heard, ...this.#real.hear()];
    }
    const { answers } = this.comparison;
    this.comparison = { ...this.comparison, answers: answers + heard.length };
    if (tellReal() === told) {
      this.#story.push(told);
      for (const name of this.#released) {
        if (!this.#isInTransaction(name)) this.#released.delete(name);
      }
      return true;
    }
    const undecided = chanceIn(before, simulated, heard) ?? this.#holdsOnAfterRelease();
    if (undecided) this.comparison = { ...this.comparison, undecided };
    else this.#differ(tellReal(), told);
    return false;
  }

  /** Whether somebody waits on for what a released savepoint took, and that is free already. */
  #holdsOnAfterRelease(): 'released' | null {
    const waitsOn = NAMES.some((name) => this.#real.isWaiting(name) && !this.#isWaiting(name));
    return waitsOn && this.#released.size > 0 ? 'released' : null;
  }

  #isInTransaction(name: string): boolean {
    return this.#simulated.context.transactions[name] !== undefined;
  }

  #differ(real: string, simulated: string): void {
    const difference = [...this.#story, `  PostgreSQL: ${real}`, `  simulated: ${simulated}`].join(
      '\n',
    );
    this.comparison = { ...this.comparison, difference };
  }

  /** All that can be heard of, in an order that chance has no part in. */
  #tell(heard: Heard, isWaiting: (name: string) => boolean): string {
    return NAMES.flatMap((name) => {
      const answers = heard
        .filter(({ session }) => session === name)
        .map(
          ({ answer: { sqlstate, command, count, rows } }) =>
            sqlstate ?? [command, count, ...(rows.length > 0 ? [rowsOf(rows)] : [])].join(' '),
        );
      const all = [...answers, ...(isWaiting(name) ? ['waits'] : [])];
      return all.length > 0 ? [`  ${name} ${all.join(', ')}`] : [];
    }).join(';');
  }

  #isWaiting(name: string): boolean {
    return this.#simulated.context.waiting.some(({ session }) => session === name);
  }
}

/**
 * What PostgreSQL leaves to chance, and where it is stricter: who fails of a circle; who of those that wait is first where
 * one waits for a key; and what is locked beside what was read at SERIALIZABLE.
 */
function chanceIn(
  { transactions, waiting }: Database,
  simulated: Heard,
  real: Heard,
): Comparison['undecided'] {
  const failed = (answers: Heard, sqlstate: string) =>
    answers.flatMap(({ session, answer }) => (answer.sqlstate === sqlstate ? [session] : []));
  if (failed([...simulated, ...real], '40P01').length > 0) return 'victim';
  const also = failed(simulated, '40001');
  const isStricter = failed(real, '40001').some(
    (name) => detailsOf(transactions, name)?.level === 'serializable' && !also.includes(name),
  );
  if (isStricter) return 'stricter';
  return waiting.length > 1 && waiting.some(isForKey) ? 'race' : null;
}

/** Whoever waits for a row stands in line; whoever waits for what becomes of a key wakes up with all others. */
const isForKey = ({ statement }: Wait): boolean =>
  statement.op === 'insert' ||
  (statement.op === 'update' && ['id', 'kind', 'token'].some((column) => column in statement.set));

/** Rows as text. Where a column is not named it is null, and the order of rows means nothing. */
function rowsOf(rows: readonly Row[]): string {
  const text = ({ id = null, kind = null, token = null, n = null, isNew }: Row) =>
    isNew === undefined
      ? `(${[id, kind, token, n].map(String).join(' ')})`
      : `(isNew ${String(isNew)})`;
  return rows.map(text).toSorted().join(' ');
}
