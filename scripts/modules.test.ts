import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, it } from 'vitest';

const ROOTS = ['lib', 'simulations', 'components', 'scripts', 'bench', 'e2e', 'app'];
/** Types are left out: one that stands in an exported signature is worth a name, whoever imports it. */
const EXPORTED = /^export (?:async )?(?:const|function\*?|class) (\w+)/gm;
const IMPORTED = /import (?:type )?(\{[^}]*\}|\* as \w+) from\s+'([^']+)'|import\('([^']+)'\)/g;
/** Whatever loads a module: workers are made from an address. */
const LOADED = /(?:from |import |import\(|new URL\()\s*'([^']+)'/g;
const FOR_OTHERS = /^\/\*\*\s+(?:\* )?For (?:tests|the command line)\b/;

const files = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
)
  .filter((path) => /\.tsx?$/.test(path))
  .concat('playwright.config.ts')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

it('every value that is exported is imported elsewhere', () => {
  const used = new Set(files.flatMap(({ path, text }) => importsOf(path, text)));
  const unused = files
    // Next imports what is in routes by itself.
    .filter(({ path }) => !path.startsWith('app/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(EXPORTED)].map(([, name]) => `${nameOf(path)} ${name ?? ''}`),
    )
    .filter((exported) => !used.has(exported));
  expect(unused).toEqual([]);
  expect(used.size).toBeGreaterThan(1_000);
});

it('a module that no page loads says first whom it is for, and no other says that', () => {
  const onPages = loadedFrom(files.filter(({ path }) => path.startsWith('app/')));
  const own = files.filter(
    ({ path }) => /^(?:lib|simulations|components)\//.test(path) && !isTest(path),
  );
  const wrong = own.filter(({ path, text }) => onPages.has(nameOf(path)) === FOR_OTHERS.test(text));
  expect(wrong.map(({ path }) => path)).toEqual([]);
  expect(own.some(({ text }) => FOR_OTHERS.test(text))).toBe(true);
});

it('no two folders of components import each other', () => {
  const ways = files
    .filter(({ path }) => path.startsWith('components/') && !isTest(path))
    .flatMap(({ path, text }) =>
      loadedBy(path, text).map((name) => `${dirname(path)} ${dirname(name)}`),
    );
  const known = new Set(ways);
  const bothWays = [...known].filter((way) => {
    const [from, to] = way.split(' ');
    return from !== to && known.has(`${to ?? ''} ${from ?? ''}`);
  });
  expect(bothWays).toEqual([]);
  expect(known.size).toBeGreaterThan(50);
});

// Helpers

/** What a file imports, as `module name`. Of a module that is imported as a whole, every word in the file may be a name. */
function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORTED)].flatMap(([, clause = '*', from, whole]) => {
    const names = (clause.startsWith('{') ? clause : text).match(/\w+/g) ?? [];
    return names.map((name) => `${moduleOf(path, from ?? whole ?? '')} ${name}`);
  });
}

/** Modules that a file loads, those of packages among them. */
const loadedBy = (path: string, text: string): readonly string[] =>
  [...text.matchAll(LOADED)].map(([, address = '']) => moduleOf(path, address));

/** All modules that are loaded with these. */
function loadedFrom(first: typeof files): ReadonlySet<string> {
  const byName = new Map(files.map((file) => [nameOf(file.path), file]));
  const found = new Set<string>();
  const open = first.map(({ path }) => nameOf(path));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const file = byName.get(name);
    if (!file || found.has(name)) continue;
    found.add(name);
    open.push(...loadedBy(file.path, file.text));
  }
  return found;
}

/** The module that an import in a file of this path means. */
const moduleOf = (path: string, address: string): string =>
  nameOf(address.startsWith('@/') ? address.slice(2) : join(dirname(path), address));

const nameOf = (path: string): string => path.replace(/\.tsx?$/, '');
