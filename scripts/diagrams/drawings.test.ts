import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { complaintsOf, putDrawings } from './drawings.ts';

describe('new drawings', () => {
  it.each([
    ['remove', ['a.svg new', 'b.svg new']],
    ['keep', ['a.svg new', 'b.svg new', 'c.svg old']],
  ] as const)('replace what is there, and %s what was not drawn', (others, left) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'drawings-'));
    try {
      for (const file of ['a.svg', 'c.svg']) writeFileSync(path.join(dir, file), 'old');
      putDrawings(dir, new Map(['a.svg', 'b.svg'].map((file) => [file, 'new'])), others);
      const now = readdirSync(dir).map(
        (file) => `${file} ${readFileSync(path.join(dir, file), 'utf8')}`,
      );
      expect(now).toEqual(left);
      expect(complaintsOf(dir)).toContain('a.svg is shown by no page');
      expect(complaintsOf(dir)).toContain('lost-response.svg is missing');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
