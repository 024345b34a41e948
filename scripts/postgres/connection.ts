import net from 'node:net';

import type { Row, Value } from '@/simulations/messages';

/** What PostgreSQL answers to a statement. */
export interface PgAnswer {
  readonly sqlstate: string | null;
  /** As in `INSERT 0 1`; null where the statement failed. */
  readonly tag: string | null;
  readonly rows: readonly Row[];
}

const PROTOCOL_VERSION = 196_608;
const BOOLEAN = 16;
const INTEGERS = new Set([20, 21, 23]);

interface Column {
  readonly name: string;
  /** Its type, by PostgreSQL’s number for it. */
  readonly type: number;
}

/** One session, by the simple query protocol: a statement at a time, and all values as text. */
export class PgConnection {
  readonly #socket: net.Socket;
  #bytes = Buffer.alloc(0);
  #columns: readonly Column[] = [];
  #rows: Row[] = [];
  #sqlstate: string | null = null;
  #tag: string | null = null;
  #settle: ((answer: PgAnswer) => void) | null = null;
  /** The server's process for this session. */
  pid = 0;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    // A session that is terminated loses its connection, which is what was asked for.
    socket.on('error', () => undefined);
  }

  static async open(socketPath: string): Promise<PgConnection> {
    const socket = net.connect(socketPath);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    const connection = new PgConnection(socket);
    const parameters = Buffer.from('user\0postgres\0database\0postgres\0\0');
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + parameters.length, 0);
    head.writeInt32BE(PROTOCOL_VERSION, 4);
    const { sqlstate } = await connection.#ask(Buffer.concat([head, parameters]));
    if (sqlstate !== null) throw new Error(`PostgreSQL is not ready: ${sqlstate}`);
    return connection;
  }

  query(sql: string): Promise<PgAnswer> {
    const text = Buffer.from(`${sql}\0`);
    const head = Buffer.alloc(5);
    head.write('Q', 0);
    head.writeInt32BE(4 + text.length, 1);
    return this.#ask(Buffer.concat([head, text]));
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(bytes: Buffer): Promise<PgAnswer> {
    if (this.#settle) throw new Error('The last statement of this session is not answered yet');
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#socket.write(bytes);
    });
  }

  #receive(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#bytes.length >= 5) {
      const length = this.#bytes.readInt32BE(1);
      if (this.#bytes.length < 1 + length) return;
      const type = String.fromCharCode(this.#bytes.readUInt8(0));
      const body = this.#bytes.subarray(5, 1 + length);
      this.#bytes = this.#bytes.subarray(1 + length);
      this.#heed(type, body);
    }
  }

  #heed(type: string, body: Buffer): void {
    if (type === 'K') this.pid = body.readInt32BE(0);
    else if (type === 'T') this.#columns = columnsOf(body);
    else if (type === 'D') this.#rows.push(rowOf(body, this.#columns));
    else if (type === 'C') this.#tag = body.toString('utf8', 0, body.length - 1);
    else if (type === 'E') this.#sqlstate = /(?:^|\0)C(\w{5})\0/.exec(body.toString())?.[1] ?? '?';
    else if (type === 'Z') this.#finish();
    // Notices and parameters say nothing that is compared.
  }

  #finish(): void {
    const answer = { sqlstate: this.#sqlstate, tag: this.#tag, rows: this.#rows };
    const settle = this.#settle;
    this.#rows = [];
    this.#sqlstate = null;
    this.#tag = null;
    this.#settle = null;
    settle?.(answer);
  }
}

function columnsOf(body: Buffer): readonly Column[] {
  let at = 2;
  return Array.from({ length: body.readInt16BE(0) }, () => {
    const end = body.indexOf(0, at);
    const name = body.toString('utf8', at, end);
    const type = body.readInt32BE(end + 7);
    at = end + 19;
    return { name, type };
  });
}

function rowOf(body: Buffer, columns: readonly Column[]): Row {
  let at = 2;
  const values = columns.map(({ name, type }): readonly [string, Value] => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return [name, null];
    const text = body.toString('utf8', at, at + length);
    at += length;
    return [name, type === BOOLEAN ? text === 't' : INTEGERS.has(type) ? Number(text) : text];
  });
  return Object.fromEntries(values);
}
