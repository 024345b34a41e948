import { keepReadable } from '@/components/mermaid/keep-readable';
import type { DiagramLine } from '@/lib/projections/sequence-diagram';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Ties what Mermaid drew to the steps of the run: each message, note and activation gets the index of
 * its entry and the tone of what it means. Mermaid draws each kind in order of the source.
 */
export function annotate(svg: SVGSVGElement, lines: readonly DiagramLine[]): void {
  // Symbols that no sequence diagram of ours uses are most of a small drawing's bytes.
  for (const symbol of svg.querySelectorAll('symbol')) (symbol.closest('defs') ?? symbol).remove();
  ownIds(svg);
  const messages = [...svg.querySelectorAll('line[data-et="message"], path[data-et="message"]')];
  const texts = [...svg.querySelectorAll('.messageText')];
  const notes = [...svg.querySelectorAll('[data-et="note"]')];
  const bars = [...svg.querySelectorAll('[class^="activation"]')];
  const drawn = { message: messages, note: notes, activation: bars };
  for (const kind of ['message', 'note', 'activation'] as const) {
    const own = lines.filter((line) => line.kind === kind);
    own.forEach((line, position) => {
      mark(drawn[kind][position], line);
      // Mermaid draws each line of a message’s words by itself.
      if (kind === 'message') texts.splice(0, line.rows).forEach((text) => mark(text, line));
    });
  }
  markCrashes(lines, notes);
  keepReadable(svg, SCALE_MIN);
  reachFoot(svg);
  gatherHeads(svg);
}

/** Without heads at the foot Mermaid ends every lifeline at 2,000 px, however long the run is. */
function reachFoot(svg: SVGSVGElement): void {
  const { y, height } = svg.viewBox.baseVal;
  for (const line of svg.querySelectorAll('[data-et="life-line"]')) {
    line.setAttribute('y2', String(y + height));
  }
}

/** Scaled down no further than this, a drawing is still read with ease. */
const SCALE_MIN = 0.78;

/**
 * Mermaid counts actors for the whole page, so the same diagram drawn twice has other ids. Counted
 * anew for each drawing, and named after it, they are the same every time and shared with no other.
 */
function ownIds(svg: SVGSVGElement): void {
  const counts = new Map<string, number>();
  for (const element of svg.querySelectorAll('[id^="actor"], [id^="root-"]')) {
    const kind = element.id.replace(/\d+$/, '');
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    element.id = `${svg.id}-${kind}${count}`;
  }
}

function mark(
  element: Element | undefined,
  { entry, tone }: Pick<DiagramLine, 'entry' | 'tone'>,
): void {
  element?.setAttribute('data-entry', String(entry));
  element?.setAttribute('data-tone', tone);
}

/** A crash breaks the lifeline: a gap in it and a zigzag below its note. */
function markCrashes(lines: readonly DiagramLine[], notes: readonly Element[]): void {
  lines
    .filter(({ kind }) => kind === 'note')
    .forEach((line, position) => {
      const box = notes[position]?.querySelector('rect');
      if (!line.crash || !box) return;
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(box.getAttribute(name)),
      ) as [number, number, number, number];
      const [middle, foot] = [x + width / 2, y + height];
      const group = document.createElementNS(SVG, 'g');
      group.append(
        path('crash-gap', `M${middle} ${foot} v14`),
        path('crash-mark', `M${middle - 9} ${foot + 3} l6 5 l6 -5 l6 5`),
        path('crash-mark', `M${middle - 9} ${foot + 9} l6 5 l6 -5 l6 5`),
      );
      mark(group, line);
      notes[position]?.after(group);
    });
}

function path(className: string, d: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('class', className);
  element.setAttribute('d', d);
  return element;
}

/** The heads of the lifelines on a ground of their own, above all else: they stay while the rest scrolls. */
function gatherHeads(svg: SVGSVGElement): void {
  const heads = document.createElementNS(SVG, 'g');
  heads.setAttribute('class', 'heads');
  const ground = document.createElementNS(SVG, 'rect');
  const { x, y, width } = svg.viewBox.baseVal;
  for (const [name, value] of Object.entries({ x, y, width, height: HEADS_HEIGHT })) {
    ground.setAttribute(name, String(value));
  }
  heads.append(ground, ...svg.querySelectorAll('[data-et="participant"]'));
  svg.append(heads);
}

const HEADS_HEIGHT = 56;
