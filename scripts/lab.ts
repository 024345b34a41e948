import { catalogue } from '@/simulations/catalogue';

import { askForHelp } from './arguments.ts';
import { endWithItsReader } from './command-line.ts';
import { printClaims, statusOf } from './lab/claims.ts';
import { checkClaimsOnAllCores } from './lab/claims-on-all-cores.ts';
import { complain, main } from './lab/main.ts';
import { printMap } from './lab/map.ts';
import { mapOnAllCores } from './map/on-all-cores.ts';

endWithItsReader();
const words = process.argv.slice(2);
const out = (text: string) => process.stdout.write(`${text}\n`);
const error = (text: string) => process.stderr.write(`${text}\n`);

// All claims are many searches, and so is the map: each core takes its share. Everything else is one.
const json = words.includes('--json');
const isWhole = words.length === (json ? 2 : 1);
if (words[0] === 'claims' && isWhole) {
  const rows = await checkClaimsOnAllCores();
  out(printClaims(rows, json));
  process.exitCode = statusOf(rows);
} else if (words[0] === 'map' && isWhole) {
  out(printMap(await mapOnAllCores(catalogue), json));
} else if (words[0] === 'render' && !askForHelp(words)) {
  // Pictures take a browser, which only this command loads.
  const { renderCommand } = await import('./lab/render.ts');
  await renderCommand(words.slice(1)).then(
    (files) => out(files.join('\n')),
    (problem: unknown) => (process.exitCode = complain(problem, error)),
  );
} else {
  process.exitCode = main(words, { out, error });
}
