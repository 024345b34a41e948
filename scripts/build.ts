import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { catalogue } from '@/simulations/catalogue';

import { runCommand } from './command-line';
import { mapOnAllCores } from './map/on-all-cores';

/**
 * Builds the site: the safety map first, since Next makes its pages in one process and the map keeps all
 * cores busy; then the pages; then their addresses.
 */
await runCommand('build', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'safety-map-'));
  try {
    const file = path.join(dir, 'map.json');
    const groups = await mapOnAllCores(catalogue);
    const verdicts = groups.map(({ scenario, rows }) => [
      scenario.slug,
      rows.map((row) => row.verdicts),
    ]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(verdicts)));
    console.log(
      `Searched the ${groups.flatMap(({ rows }) => rows).length} rows of the safety map.`,
    );
    const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
    run([next, 'build'], { SAFETY_MAP: file });
    run([...process.execArgv, fileURLToPath(new URL('relocate.ts', import.meta.url))], {});
  } finally {
    rmSync(dir, { recursive: true });
  }
});

function run(words: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync(process.execPath, words, {
    ...{ stdio: 'inherit', env: { ...process.env, ...env } },
  });
  if (status !== 0) throw new Error(`${path.basename(words.at(-1) ?? '')} failed`);
}
