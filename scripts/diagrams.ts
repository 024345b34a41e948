/**
 * Draws the diagrams that pages show before any script has run, into public/diagrams.
 *
 * The pages themselves draw them: a page without a prerendered drawing, or with one of another source,
 * draws it live, and what it drew is taken out of the browser. So a prerendered drawing can't differ
 * from a live one. What is there is replaced once all is drawn, and not touched if anything fails.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { parseArguments } from './arguments.ts';
import { runCommand } from './command-line.ts';
import { drawAll } from './diagrams/draw.ts';
import { DRAWINGS, DRAWINGS_DIR, putDrawings } from './diagrams/drawings.ts';
import { ensureBrowser } from './find-browser.ts';
import { readScenarios } from './lab/scenario.ts';
import { whyNoPage } from './site-in-browser.ts';

const USAGE = `usage:
  npm run diagrams [-- [<slug>…] [--no-build]]
Builds the site, and draws what its pages show first into public/diagrams: all of it, or that of the scenarios named.
--no-build takes what was built last, and with it the drawings that its pages have of the same source.`;

await runCommand(
  'diagrams',
  async () => {
    const { flags, positional } = parseArguments(process.argv.slice(2), {
      ...{ flags: ['no-build'], values: [], positional: 'any' },
    });
    const scenarios = readScenarios(positional);
    // Before the build, which takes minutes.
    const browserPath = ensureBrowser();
    if (!flags.has('no-build')) build();
    for (const { slug } of scenarios) {
      const why = whyNoPage(slug);
      if (why !== null) throw new Error(why);
    }
    const wanted = DRAWINGS.filter(({ scenario }) => scenarios.includes(scenario));
    const drawn = await drawAll(browserPath, wanted);
    putDrawings(DRAWINGS_DIR, drawn, positional.length === 0 ? 'remove' : 'keep');
  },
  USAGE,
);

/** Without the drawings that there are: a page that has its own would not draw it again. */
function build(): void {
  const { status } = spawnSync('npm', ['run', 'build'], {
    ...{ cwd: path.join(import.meta.dirname, '..'), stdio: 'inherit' },
    env: { ...process.env, WITHOUT_DRAWINGS: '1' },
  });
  if (status !== 0) throw new Error('the build failed; the drawings are as they were');
}
