import { setTimeout as sleep } from 'node:timers/promises';

import { NAMES } from '@/simulations/actors/database/random-sessions';
import type { Answer } from '@/simulations/actors/database/sql-sessions';
import type { Row, Statement } from '@/simulations/messages';

import { type Cluster, DEADLOCK_TIMEOUT_MS } from './cluster.ts';
import type { PgAnswer, PgConnection } from './connection.ts';
import { toSql } from './sql.ts';

const COLUMNS = 'id int, kind text, token int, n int';
const SCHEMA = [
  `CREATE TABLE things (${COLUMNS}, UNIQUE (id), UNIQUE (kind, token))`,
  `CREATE TABLE notes (${COLUMNS})`,
  'CREATE INDEX ON notes (id)',
  // As long as tables are tiny, a planner would rather read all of them.
  "ALTER SYSTEM SET enable_seqscan = 'off'",
  'SELECT pg_reload_conf()',
];
const SETTLING_MS_MAX = 20_000;

interface Session {
  readonly connection: PgConnection;
  isWaiting: boolean;
}

/** Sessions of a real PostgreSQL, and what each was answered. */
export class RealServer {
  readonly #cluster: Cluster;
  readonly #monitor: PgConnection;
  readonly #sessions = new Map<string, Session>();
  #heard: { readonly session: string; readonly answer: Answer }[] = [];

  private constructor(cluster: Cluster, monitor: PgConnection) {
    this.#cluster = cluster;
    this.#monitor = monitor;
  }

  static async on(cluster: Cluster): Promise<RealServer> {
    const server = new RealServer(cluster, await cluster.connect());
    for (const sql of SCHEMA) await server.#administer(sql);
    for (const name of NAMES) await server.#connect(name);
    return server;
  }

  /** Starts anew: nobody has anything open, and these are the rows. */
  async reset(tables: Readonly<Record<string, readonly Row[]>>): Promise<void> {
    for (const name of NAMES) {
      if (this.isWaiting(name)) await this.kill(name);
      else await this.send(name, { op: 'rollback' });
    }
    await this.settle();
    this.hear();
    await this.#administer('TRUNCATE things, notes');
    for (const [table, rows] of Object.entries(tables)) {
      for (const row of rows) {
        await this.#administer(toSql({ op: 'insert', table, row, onConflict: 'error' }, 'id'));
      }
    }
  }

  /** Sends a statement. What comes of it shows once everything has settled. */
  async send(name: string, statement: Statement): Promise<void> {
    const session = this.#session(name);
    session.isWaiting = true;
    void session.connection.query(toSql(statement, 'id')).then((answer) => {
      session.isWaiting = false;
      this.#heard.push({ session: name, answer: answerOf(statement, answer) });
    });
    await this.settle();
  }

  async kill(name: string): Promise<void> {
    const { connection } = this.#session(name);
    await this.#administer(`SELECT pg_terminate_backend(${connection.pid}, 5000)`);
    connection.close();
    await this.#connect(name);
    await this.settle();
  }

  /** Until every statement is answered, or has waited so long that no circle of waits goes unnoticed. */
  async settle(patienceMs = 4 * DEADLOCK_TIMEOUT_MS): Promise<void> {
    const end = performance.now() + SETTLING_MS_MAX;
    while (performance.now() < end) {
      await sleep(0);
      const pids = NAMES.filter((name) => this.isWaiting(name)).map(
        (name) => this.#session(name).connection.pid,
      );
      if (pids.length === 0) return;
      const { rows } = await this.#administer(
        `SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND pid IN (${pids.join(', ')})
         AND waitstart < clock_timestamp() - interval '${patienceMs} ms'`,
      );
      if (rows.length === pids.length) return;
    }
    throw new Error('PostgreSQL neither answers nor waits for a lock');
  }

  isWaiting(name: string): boolean {
    return this.#session(name).isWaiting;
  }

  /** The answers since this was last asked. */
  hear(): readonly { readonly session: string; readonly answer: Answer }[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  async committed(table: string): Promise<readonly Row[]> {
    return (await this.#administer(`SELECT * FROM ${table}`)).rows;
  }

  close(): void {
    for (const { connection } of this.#sessions.values()) connection.close();
    this.#monitor.close();
  }

  async #connect(name: string): Promise<void> {
    this.#sessions.set(name, { connection: await this.#cluster.connect(), isWaiting: false });
  }

  async #administer(sql: string): Promise<PgAnswer> {
    const answer = await this.#monitor.query(sql);
    if (answer.sqlstate !== null) throw new Error(`${sql}: ${answer.sqlstate}`);
    return answer;
  }

  #session(name: string): Session {
    const session = this.#sessions.get(name);
    if (!session) throw new Error(`No session "${name}"`);
    return session;
  }
}

/** An answer in the simulated database's words. */
function answerOf({ op }: Statement, { sqlstate, tag, rows }: PgAnswer): Answer {
  if (tag === null) return { sqlstate, command: null, count: 0, rows: [] };
  const word = tag.split(' ')[0]?.toLowerCase();
  const count = 'insert update delete select'.includes(word ?? '')
    ? Number(tag.split(' ').at(-1))
    : 0;
  const command = op === 'commit' && word === 'rollback' ? 'rollback' : op;
  return { sqlstate, command, count, rows };
}
