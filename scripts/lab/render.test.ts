import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, expect, it, vi } from 'vitest';

import { BadInput } from '../arguments.ts';

import { renderCommand } from './render.ts';

// What it writes is looked at in the browser tests: it takes its pictures of the built site.
it.each([
  [['lock'], '--out names the folder'],
  [['lock', '--out', ''], '--out names the folder'],
  [['no-such', '--out', 'pictures'], 'no scenario "no-such"'],
  [['lock', '--out', 'package.json'], '"package.json" can\'t be one'],
  [['lock', '--out', 'README.md/sub'], '"README.md/sub" can\'t be one'],
  [['lock', '--out', 'pictures', '--step', '1000'], '--step is a number from 0 to'],
  [['lock', '--out', 'pictures', '--step', '-1'], '--step is a number from 0 to'],
  [['lock', '--out', 'pictures', '--theme', 'blue'], '--theme is light or dark'],
  [['lock', '--out', 'pictures', '--site', 'javascript:x'], '--site is the address of a site'],
  [['lock', '--out', 'pictures', '--script', 'x'], 'is not a directive of lock'],
  [['redelivery', '--out', 'pictures'], 'does not have the scenario "redelivery"'],
])('refuses %j before it writes anything or opens a browser', async (words, message) => {
  const refusal: unknown = await renderCommand(words, site).catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(BadInput);
  expect((refusal as BadInput).message).toContain(message);
  expect(existsSync('pictures')).toBe(false);
});

it('says in a line that there is no browser', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/browser');
  const refusal = renderCommand(['lock', '--out', path.join(site, 'pictures')], site);
  await expect(refusal).rejects.toThrow(BadInput);
  await expect(refusal).rejects.toThrow('CHROMIUM_PATH is "/no/such/browser"');
});

// Helpers

/** A build that has one scenario. */
const site = mkdtempSync(path.join(tmpdir(), 'site-'));
mkdirSync(path.join(site, 'lab'));
for (const page of ['index', 'lab/lock']) writeFileSync(path.join(site, `${page}.html`), '');

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(site, { recursive: true });
});
