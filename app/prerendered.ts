import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Prerendered } from '@/components/mermaid/sequence-diagram';

/**
 * The drawing that `npm run diagrams` made; null where there is none yet, or all are being drawn anew, and then the page
 * draws it itself.
 */
export function prerendered(name: string): Prerendered | null {
  if (process.env['WITHOUT_DRAWINGS'] === '1') return null;
  const file = path.join(process.cwd(), 'public', 'diagrams', `${name}.svg`);
  if (!existsSync(file)) return null;
  const svg = readFileSync(file, 'utf8').trim();
  return { svg, fingerprint: /data-fingerprint="([0-9a-f]+)"/.exec(svg)?.[1] ?? '' };
}
