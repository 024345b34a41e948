import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

describe('a command', { timeout: 60_000 }, () => {
  it.each(['serve', 'diagrams', 'spin', 'postgres'])(
    '%s says how it is used, and does nothing else',
    (name) => {
      const { status, stdout, stderr } = command(name, ['--help']);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^usage:\n.*npm run /);
    },
  );

  it.each<[string, string[], Environment, string]>([
    ['serve', ['--prot', '80'], {}, 'no option "--prot" here; there are --port, '],
    ['serve', ['--port='], {}, '"" is not a port'],
    ['serve', ['--port', '65536'], {}, '"65536" is not a port'],
    ['serve', [], { PORT: '' }, '"" is not a port'],
    ['diagrams', ['--nobuild'], {}, 'no option "--nobuild" here; there is --no-build'],
    ['diagrams', ['no-such'], {}, 'no scenario "no-such"'],
    ['spin', ['--speeed'], {}, 'no option "--speeed" here; there is --speed'],
    ['postgres', ['--runs', '1'], {}, 'no option "--runs" here; there is none'],
    ['postgres', [], { POSTGRES_RUNS: 'abc' }, 'POSTGRES_RUNS is a whole number from 1 on'],
    ['postgres', [], { POSTGRES_RUNS: '0' }, 'POSTGRES_RUNS is a whole number from 1 on'],
    ['postgres', [], { POSTGRES_SEED: '' }, 'POSTGRES_SEED is a whole number from 0 on'],
  ])('%s refuses %j with %j in one line', (name, words, env, complaint) => {
    const { status, stdout, stderr } = command(name, words, env);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(stderr).toMatch(/^[a-z]+: [^\n]+\n$/);
  });

  it('spin fails where there is no Spin to ask', () => {
    const { status, stderr } = command('spin', [], { PATH: '' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^spin: Spin is not installed /)]);
  });
});

// Helpers

type Environment = Readonly<Record<string, string>>;

/** A command as it is run from a shell; one that starts what it should refuse is ended. */
const command = (name: string, words: readonly string[], env: Environment = {}) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, `${name}.ts`), ...words],
    { encoding: 'utf8', timeout: 20_000, env: { ...process.env, ...env } },
  );
