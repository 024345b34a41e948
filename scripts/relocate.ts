import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command-line';
import { listFiles } from './list-files';
import { prefixFor, relativeUrls } from './relocate/addresses';
import { type ChunkRole, relocateChunk, rootAddressIn } from './relocate/chunks';
import { addBaseFinder } from './relocate/not-found';
import { keepOffline, OFFLINE_WORKER, offlineWorker } from './relocate/offline';
import { keepPresses } from './relocate/keep-presses';
import { relocatePage } from './relocate/page';
import { paintFirst } from './relocate/paint-first';

/**
 * Next writes addresses that start at the root of a host. This makes them relative, so that one
 * build works in any folder of any host, and in a sandboxed frame.
 */
await runCommand('relocate', () => {
  const dir = process.argv[2] ?? 'out';
  if (!existsSync(dir)) throw new Error(`there is no ${dir}; "next build" writes it.`);
  const files = listFiles(dir);
  const roles = relocateChunks(dir, files);
  if (!roles.has('runtime')) {
    throw new Error(
      `no chunk in ${dir} is the Turbopack runtime as Next 16.4 writes it; has Next changed, or was ${dir} relocated before?`,
    );
  }
  if (roles.has('workerFactory') !== roles.has('workerEntry')) {
    throw new Error(`${dir} holds only one half of the code that starts workers.`);
  }
  const pages = rewrite(dir, files, '.html', (html, file) => {
    // A page that lies in public/ is none of Next's.
    const isOurs = html.includes('/_next/');
    const relocated = relocatePage(html, prefixFor(file));
    const page = isOurs ? keepPresses(paintFirst(relocated)) : relocated;
    if (file === '404.html') return addBaseFinder(page);
    return isOurs ? keepOffline(page, prefixFor(file)) : page;
  });
  if (pages === 0) throw new Error(`${dir} holds no page.`);
  const sheets = rewrite(dir, files, '.css', (css, file) => relativeUrls(css, prefixFor(file)));
  removePayloads(dir, files);
  writeOfflineWorker(dir);
  console.log(`Made the addresses in ${pages} pages and ${sheets} style sheets relative.`);
});

function relocateChunks(dir: string, files: readonly string[]): Set<ChunkRole> {
  const roles = new Set<ChunkRole>();
  const chunks = files.filter((file) => file.startsWith('_next/static/chunks/'));
  rewrite(dir, chunks, '.js', (source) => {
    const chunk = relocateChunk(source);
    const address = rootAddressIn(chunk.code);
    if (address) {
      throw new Error(
        `client code holds the address ${address}, which starts at the root of the host; make it relative.`,
      );
    }
    for (const role of chunk.roles) roles.add(role);
    return chunk.code;
  });
  return roles;
}

/** Answers how many files have this ending; each is written only when it changed. */
function rewrite(
  dir: string,
  files: readonly string[],
  ending: string,
  change: (text: string, file: string) => string,
): number {
  const chosen = files.filter((file) => file.endsWith(ending));
  for (const file of chosen) {
    const path = join(dir, file);
    const before = readFileSync(path, 'utf8');
    const after = inFile(file, () => change(before, file));
    if (after !== before) writeFileSync(path, after);
  }
  return chosen.length;
}

function inFile<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Only next/link reads these copies of the page data, and it asks for them from the root of the
 * host. The site navigates with plain links, which need none; and without them no folder is left
 * that has the name of a page, which some hosts would show in its place.
 */
function removePayloads(dir: string, files: readonly string[]): void {
  for (const file of files) {
    if (file.endsWith('.html')) {
      rmSync(join(dir, file.replace(/html$/, 'txt')), { force: true });
    } else if (/(^|\/)__next\.[^/]*\.txt$/.test(file)) {
      rmSync(join(dir, file));
    }
  }
  removeEmptyFolders(dir);
}

/** Drawings lie in the pages already. */
function isPartOfPages(file: string): boolean {
  return file.startsWith('diagrams/') || file === '_not-found.html';
}

function writeOfflineWorker(dir: string): void {
  const files = listFiles(dir).filter((file) => file !== OFFLINE_WORKER && !isPartOfPages(file));
  const version = createHash('sha256');
  for (const file of files) version.update(`${file}\n`).update(readFileSync(join(dir, file)));
  const worker = offlineWorker(files, version.digest('hex').slice(0, 16));
  writeFileSync(join(dir, OFFLINE_WORKER), worker);
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
