import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { whyNoPage } from './site-in-browser.ts';

it('a page that was not built is missed before a browser waits for it', () => {
  const site = mkdtempSync(path.join(tmpdir(), 'site-'));
  try {
    expect(whyNoPage('lock', site)).toMatch(/^there is no site in out\//);
    mkdirSync(path.join(site, 'lab'));
    for (const page of ['index', 'lab/lock']) writeFileSync(path.join(site, `${page}.html`), '');
    expect(whyNoPage('lock', site)).toBeNull();
    expect(whyNoPage('newer', site)).toMatch(/^the build in out\/ does not have .* "newer"/);
  } finally {
    rmSync(site, { recursive: true });
  }
});
