import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, it } from 'vitest';

const ROOTS = ['lib', 'simulations', 'components', 'scripts', 'bench', 'e2e', 'app'];
/** Types are left out: one that stands in an exported signature is worth a name, whoever imports it. */
const EXPORTED = /^export (?:async )?(?:const|function\*?|class) (\w+)/gm;
const IMPORTED = /import (?:type )?(\{[^}]*\}|\* as \w+) from\s+'([^']+)'|import\('([^']+)'\)/g;

it('every value that is exported is imported elsewhere', () => {
  const files = ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
  )
    .filter((path) => /\.tsx?$/.test(path))
    .concat('playwright.config.ts')
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
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

// Helpers

/** What a file imports, as `module name`. Of a module that is imported as a whole, every word in the file may be a name. */
function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORTED)].flatMap(([, clause = '*', from, whole]) => {
    const module = from ?? whole ?? '';
    const target = module.startsWith('@/') ? module.slice(2) : join(dirname(path), module);
    const names = (clause.startsWith('{') ? clause : text).match(/\w+/g) ?? [];
    return names.map((name) => `${nameOf(target)} ${name}`);
  });
}

const nameOf = (path: string): string => path.replace(/\.tsx?$/, '');
