/**
 * Draws the diagrams that pages show before any script has run, into public/diagrams.
 *
 * The pages themselves draw them: a page without a prerendered drawing, or with one of another source,
 * draws it live, and what it drew is taken out of the browser. So a prerendered drawing can't differ
 * from a live one.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { catalogue } from '@/simulations/catalogue';

import { inBrowser, isDrawn } from './site-in-browser.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OUT = path.join(ROOT, 'public', 'diagrams');

/** Which page, with which query, under which name. */
const DRAWINGS = [
  ...catalogue.map(({ slug }) => ({ name: slug, slug, query: '' })),
  { name: 'lost-response.per-intent', slug: 'lost-response', query: '?key=per-intent' },
];

mkdirSync(OUT, { recursive: true });
for (const file of readdirSync(OUT)) rmSync(path.join(OUT, file));
if (!process.argv.includes('--no-build'))
  execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });
await inBrowser(async (browser, url) => {
  for (const { name, slug, query } of DRAWINGS) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(new URL(`lab/${slug}${query}`, url).href);
    await isDrawn(page);
    const figure = page.locator('.diagram').first();
    const fingerprint = (await figure.getAttribute('data-drawn')) ?? '';
    const svg = await figure.locator('svg').evaluate((element) => {
      for (const drawn of element.querySelectorAll('[data-now], [data-ahead]')) {
        drawn.removeAttribute('data-now');
        drawn.removeAttribute('data-ahead');
      }
      // A page that was built with this very drawing has it there already.
      element.removeAttribute('data-fingerprint');
      return { id: element.id, text: element.outerHTML };
    });
    const own = svg.text
      .replaceAll(svg.id, `drawing-${name.replaceAll('.', '-')}`)
      .replace('<svg ', `<svg data-fingerprint="${fingerprint}" `);
    writeFileSync(path.join(OUT, `${name}.svg`), `${own}\n`);
    process.stdout.write(`${name}: ${(own.length / 1000).toFixed(1)} kB\n`);
    await page.close();
  }
});
