import { annotate } from '@/components/mermaid/annotate';
import { drawMermaid } from '@/components/mermaid/load';
import { unwrapped } from '@/components/mermaid/unwrapped';
import type { SequenceDiagram } from '@/lib/projections/sequence-diagram';

const KEPT_MAX = 24;
const kept = new Map<string, string>();

/** The annotated drawing of a sequence diagram, as SVG text. The last few are kept, so going back is free. */
export async function drawSequence({ source, lines }: SequenceDiagram): Promise<string> {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const host = document.createElement('div');
  host.innerHTML = await drawMermaid(unwrapped(source));
  const svg = host.querySelector('svg');
  if (!svg) throw new Error('Mermaid drew nothing');
  annotate(svg, lines);
  const drawn = host.innerHTML;
  keep(source, drawn);
  return drawn;
}

function keep(source: string, drawn: string): void {
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '');
  kept.set(source, drawn);
}
