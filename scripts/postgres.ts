import fc from 'fast-check';

import { byId, interleavings, TABLES } from '@/simulations/actors/database/random-sessions';
import type { IsolationLevel } from '@/simulations/messages';

import { runCommand } from './command-line.ts';
import { Cluster, postgresBinaries } from './postgres/cluster.ts';
import { compare } from './postgres/compare.ts';
import { RealServer } from './postgres/real-server.ts';
import { HAND_PICKED } from './postgres/rows.ts';
import { Tally } from './postgres/tally.ts';

const RUNS = Number(process.env['POSTGRES_RUNS'] ?? 400);
const SEED = Number(process.env['POSTGRES_SEED'] ?? 1);

/**
 * Asks PostgreSQL what the simulated database is asked, by sessions that interleave by hand or by chance, and says where
 * their answers differ. POSTGRES_RUNS and POSTGRES_SEED take more of them, and others.
 */
await runCommand('postgres', async () => {
  const binaries = postgresBinaries();
  if (binaries === null) {
    throw new Error('PostgreSQL is not installed (Debian: apt install postgresql)');
  }
  const cluster = await Cluster.start(binaries);
  try {
    const real = await RealServer.on(cluster);
    await handPicked(real);
    await random(real, 'read committed and repeatable read', [null, 'repeatable-read']);
    await random(real, 'serializable', ['serializable']);
    real.close();
  } finally {
    await cluster.stop();
  }
});

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
  const result = await fc.check(property, { numRuns: RUNS, seed: SEED });
  console.log(`${name}: ${tally.text}`);
  if (result.failed) {
    const { message } = result.errorInstance as Error;
    throw new Error(`they differ\n${message}`);
  }
}
