import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from './test';

const PNG = [0x89, 0x50, 0x4e, 0x47];

test('a run is written into a folder: as pictures, as Mermaid, and in words', async ({
  page,
  scenario,
}) => {
  test.slow();
  const dir = mkdtempSync(path.join(tmpdir(), 'render-'));
  try {
    const words =
      'render lost-response --set key=per-intent --step 3 --site https://host.example/course';
    const command = ['--import', 'tsx', 'scripts/lab.ts', ...words.split(' '), '--out', dir];
    const written = execFileSync(process.execPath, command, { encoding: 'utf8' });
    const file = (ending: string) => path.join(dir, `lost-response.${ending}`);
    expect(written.trim().split('\n')).toEqual(['svg', 'png', 'mmd', 'md', 'txt'].map(file));
    const read = (ending: string) => readFileSync(file(ending), 'utf8');
    expect([...readFileSync(file('png')).subarray(0, 4)]).toEqual(PNG);
    expect(read('mmd')).toMatch(/^sequenceDiagram\n/);
    expect(read('md')).toContain(
      '<https://host.example/course/lab/lost-response?key=per-intent&step=3>',
    );
    expect(read('txt')).toContain(
      'Purchase A, charges: expected 1, actual 1; reported done. None of the five outcomes.',
    );

    // The picture is the one that the page gives its reader.
    await scenario.open('/lab/lost-response?key=per-intent&step=3');
    const own = readFileSync(await scenario.download('Download SVG'), 'utf8');
    expect(withoutIds(read('svg'))).toBe(withoutIds(own));
    await expect(page.getByRole('status')).toContainText(['SVG downloaded']);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

/** Mermaid gives each drawing an id of its own. */
const withoutIds = (svg: string): string => {
  const id = /<svg[^>]* id="([^"]+)"/.exec(svg)?.[1];
  return id === undefined ? svg : svg.replaceAll(id, 'drawing');
};
