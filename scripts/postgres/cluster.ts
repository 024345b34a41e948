import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PgConnection } from './connection.ts';

/** Where Debian puts the server's binaries, a folder a version. */
const DEBIAN = '/usr/lib/postgresql';
const START_TRIES_MAX = 200;
/** A circle of waits is found so soon, and by whoever closed it: everybody else has looked already. */
export const DEADLOCK_TIMEOUT_MS = 4;

/** The folder of the server's binaries; null where PostgreSQL is not installed. */
export function postgresBinaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().toReversed() : [];
  const folders = [
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** A server of its own, without a port, that is gone afterwards with all that it held. */
export class Cluster {
  readonly #folder: string;
  readonly #server: ChildProcess;
  /** Asked for from the start: a server may end before anybody stops it. */
  readonly #ended: Promise<void>;

  private constructor(folder: string, server: ChildProcess) {
    this.#folder = folder;
    this.#server = server;
    this.#ended = new Promise((resolve) => {
      server.once('exit', () => resolve());
      server.once('error', () => resolve());
    });
  }

  static async start(binaries: string): Promise<Cluster> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
    const user = serverUser();
    if (user) chownSync(folder, user.uid, user.gid);
    const data = path.join(folder, 'data');
    const as = { cwd: folder, ...user };
    const made = spawnSync(
      path.join(binaries, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '--no-locale', '-E', 'UTF8'],
      { ...as, encoding: 'utf8' },
    );
    if (made.status !== 0) {
      rmSync(folder, { recursive: true });
      throw new Error(`initdb failed: ${made.stderr}`);
    }
    const settings = {
      ...{ listen_addresses: '', unix_socket_directories: folder, fsync: 'off', autovacuum: 'off' },
      deadlock_timeout: `${DEADLOCK_TIMEOUT_MS}ms`,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = spawn(path.join(binaries, 'postgres'), ['-D', data, ...flags], {
      ...{ ...as, stdio: 'ignore' },
    });
    const cluster = new Cluster(folder, server);
    for (let tries = 0; tries < START_TRIES_MAX; tries += 1) {
      const connection = await cluster.connect().catch(() => null);
      if (connection) {
        connection.close();
        return cluster;
      }
      const hasEnded = await Promise.race([cluster.#ended.then(() => true), sleep(50)]);
      if (hasEnded) break;
    }
    await cluster.stop();
    throw new Error('PostgreSQL did not start');
  }

  connect(): Promise<PgConnection> {
    return PgConnection.open(path.join(this.#folder, '.s.PGSQL.5432'));
  }

  async stop(): Promise<void> {
    this.#server.kill('SIGINT');
    await this.#ended;
    rmSync(this.#folder, { recursive: true });
  }
}

/** PostgreSQL refuses to run as root; Debian has a user for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}
