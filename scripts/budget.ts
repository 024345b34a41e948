import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { otherHostsIn } from './budget/other-hosts';
import { fileOf, scriptAddresses } from './budget/page-scripts';
import { runCommand } from './command-line';
import { listFiles } from './list-files';

/** Bytes of script, gzipped as a host would, before the reader touches the page. 1 kB is 1000 bytes. */
const BUDGETS: readonly { name: string; pages: RegExp; limit: number }[] = [
  { name: '/', pages: /^index\.html$/, limit: 160_000 },
  { name: '/lab/*', pages: /^lab\/[^/]+\.html$/, limit: 190_000 },
  { name: '/embed/*', pages: /^embed\/[^/]+\.html$/, limit: 190_000 },
  { name: '/map', pages: /^map\.html$/, limit: 150_000 },
  { name: '/concepts', pages: /^concepts\.html$/, limit: 150_000 },
  { name: '/concepts/*', pages: /^concepts\/[^/]+\.html$/, limit: 150_000 },
  { name: '/tools', pages: /^tools\.html$/, limit: 150_000 },
  { name: '/tools/*', pages: /^tools\/[^/]+\.html$/, limit: 150_000 },
  { name: '/embed/map/*', pages: /^embed\/map\/[^/]+\.html$/, limit: 150_000 },
];

/** Pages share most of their scripts. */
const sizes = new Map<string, number>();

await runCommand('budget', () => {
  const dir = process.argv[2] ?? 'out';
  if (!existsSync(dir)) throw new Error(`there is no ${dir}; run "npm run build" first.`);
  const files = listFiles(dir);
  const problems = [...checkSizes(dir, files), ...checkHosts(dir, files)];
  if (problems.length > 0) throw new Error(problems.join('\n'));
});

function checkSizes(dir: string, files: readonly string[]): string[] {
  const problems: string[] = [];
  const rows = BUDGETS.map(({ name, pages, limit }) => {
    const weights = files
      .filter((file) => pages.test(file))
      .map((page) => ({ page, ...weigh(dir, page) }))
      .sort((a, b) => b.bytes - a.bytes);
    const heaviest = weights[0];
    if (!heaviest) problems.push(`there is no page ${name}`);
    for (const { page, bytes } of weights.filter((weight) => weight.bytes > limit)) {
      problems.push(`${page} loads ${kB(bytes)} of script; ${kB(limit)} are allowed`);
    }
    return {
      page: name,
      count: weights.length,
      heaviest: heaviest?.page ?? '-',
      scripts: heaviest?.scripts ?? '-',
      'gzip (level 6)': heaviest ? kB(heaviest.bytes) : '-',
      budget: kB(limit),
    };
  });
  console.table(rows);
  return problems;
}

function weigh(dir: string, page: string): { bytes: number; scripts: number } {
  const files = scriptAddresses(readFileSync(join(dir, page), 'utf8')).flatMap(
    (address) => fileOf(address, page) ?? [],
  );
  const unique = [...new Set(files)];
  return { bytes: unique.reduce((sum, file) => sum + size(dir, file), 0), scripts: unique.length };
}

function size(dir: string, file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(join(dir, file))).length;
  sizes.set(file, bytes);
  return bytes;
}

/** Nothing may be loaded from elsewhere: the site works offline and tells nobody who reads it. */
function checkHosts(dir: string, files: readonly string[]): string[] {
  return files
    .filter((file) => /\.(html|css|js)$/.test(file))
    .flatMap((file) =>
      otherHostsIn(readFileSync(join(dir, file), 'utf8'), file).map(
        (address) => `${file} loads ${address}`,
      ),
    );
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
