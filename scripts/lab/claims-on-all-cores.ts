import { onAllCores } from '../all-cores.ts';

import { type ClaimRow, mergeParts, type Part } from './claims.ts';

/** Small enough that no core is left with much more to do than the others. */
const PARTS = 16;

/** Checks all claims, a share of them at a time. */
export async function checkClaimsOnAllCores(): Promise<readonly ClaimRow[]> {
  const parts = Array.from({ length: PARTS }, (_, index): Part => ({
    index: index + 1,
    of: PARTS,
  }));
  const worker = new URL('claims-worker.ts', import.meta.url);
  return mergeParts(await onAllCores<readonly ClaimRow[]>(worker, parts));
}
