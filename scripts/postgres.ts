import fc from 'fast-check';

import { byId, interleavings, TABLES } from '@/simulations/actors/database/random-sessions';
import type { IsolationLevel } from '@/simulations/messages';

import { BadInput, parseArguments } from './arguments.ts';
import { runCommand } from './command-line.ts';
import { Cluster, postgresBinaries } from './postgres/cluster.ts';
import { compare } from './postgres/compare.ts';
import { RealServer } from './postgres/real-server.ts';
import { HAND_PICKED } from './postgres/rows.ts';
import { Tally } from './postgres/tally.ts';

const USAGE = `usage:
  [POSTGRES_RUNS=n] [POSTGRES_SEED=n] npm run postgres
Asks PostgreSQL what the simulated database is asked, and says where their answers differ.
exit status: 0 they agree, 1 they differ or nothing was compared, 2 input that can't be read`;

/** How many random sessions there are, and which. */
interface Sample {
  readonly numRuns: number;
  readonly seed: number;
}

/**
 * Asks PostgreSQL what the simulated database is asked, by sessions that interleave by hand or by chance, and says where
 * their answers differ. POSTGRES_RUNS and POSTGRES_SEED take more of them, and others.
 */
await runCommand(
  'postgres',
  async () => {
    parseArguments(process.argv.slice(2), { flags: [], values: [], positional: 0 });
    const sample = {
      numRuns: numberFrom('POSTGRES_RUNS', { usual: 400, min: 1 }),
      seed: numberFrom('POSTGRES_SEED', { usual: 1, min: 0 }),
    };
    const binaries = postgresBinaries();
    // Whoever asks for a second opinion and gets none must not take that for agreement.
    if (binaries === null) {
      throw new Error('PostgreSQL is not installed (Debian: apt install postgresql)');
    }
    const cluster = await Cluster.start(binaries);
    try {
      const real = await RealServer.on(cluster);
      await handPicked(real);
      await random(real, sample, 'read committed and repeatable read', [null, 'repeatable-read']);
      await random(real, sample, 'serializable', ['serializable']);
      real.close();
    } finally {
      await cluster.stop();
    }
  },
  USAGE,
);

/** A number from the environment. One that can't be read, or none at all, would compare nothing and seem content. */
function numberFrom(name: string, { usual, min }: Readonly<Record<'usual' | 'min', number>>) {
  const text = process.env[name];
  if (text === undefined) return usual;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= min) return number;
  throw new BadInput(`${name} is a whole number from ${min} on, not "${text}"`);
}

async function handPicked(real: RealServer): Promise<void> {
  const tally = new Tally();
  const differences: string[] = [];
  for (const { name, things, moves } of HAND_PICKED) {
    const comparison = await compare(real, moves, { things, notes: [] });
    tally.add(comparison);
    const what = comparison.difference ?? comparison.undecided;
    if (what !== null) differences.push(`${name}:\n${what}`);
  }
  console.log(`by hand: ${tally.text}`);
  if (differences.length > 0) throw new Error(`they differ\n${differences.join('\n')}`);
}

async function random(
  real: RealServer,
  sample: Sample,
  name: string,
  levels: readonly (IsolationLevel | null)[],
): Promise<void> {
  const tally = new Tally();
  const initial = { things: TABLES.things.initial, notes: [] };
  const property = fc.asyncProperty(
    interleavings(byId, { levels, savepoints: true }),
    async (moves) => {
      const comparison = await compare(real, moves, initial);
      tally.add(comparison);
      if (comparison.difference !== null) throw new Error(comparison.difference);
    },
  );
  const result = await fc.check(property, sample);
  console.log(`${name}: ${tally.text}`);
  if (result.failed) {
    const { message } = result.errorInstance as Error;
    throw new Error(`they differ\n${message}`);
  }
}
