import { fileURLToPath } from 'node:url';

import { checkClaimsOnAllCores } from './lab/all-cores.ts';
import { printClaims, statusOf } from './lab/claims.ts';
import { main } from './lab/main.ts';

const words = process.argv.slice(2);
const out = (text: string) => process.stdout.write(`${text}\n`);

// All claims are many searches, so each core takes its share; everything else is one.
if (words[0] === 'claims' && (words.length === 1 || words.join(' ') === 'claims --json')) {
  const rows = await checkClaimsOnAllCores(fileURLToPath(import.meta.url));
  out(printClaims(rows, words.includes('--json')));
  process.exitCode = statusOf(rows);
} else {
  process.exitCode = main(words, { out, error: (text) => process.stderr.write(`${text}\n`) });
}
