import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

import { type ClaimRow, mergeParts } from './claims.ts';

/** Checks all claims, a share of them in a process of its own for each core. */
export async function checkClaimsOnAllCores(program: string): Promise<readonly ClaimRow[]> {
  const of = availableParallelism();
  const parts = Array.from({ length: of }, (_, index) => share(program, `${index + 1}/${of}`));
  return mergeParts(await Promise.all(parts));
}

function share(program: string, part: string): Promise<readonly ClaimRow[]> {
  const words = [...process.execArgv, program, 'claims', '--json', '--part', part];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as readonly ClaimRow[]);
      } catch {
        reject(new Error(`share ${part} of the claims ended without an answer`));
      }
    });
  });
}
