import { reveal } from '@/components/mermaid/reveal';
import { drawSequence } from '@/components/mermaid/drawings';
import { fingerprint } from '@/lib/projections/fingerprint';
import type { SequenceDiagram } from '@/lib/projections/sequence-diagram';

/** The page's sans by its real name, and what stands in for it where it is not installed. */
const FONTS = "'IBM Plex Sans', system-ui, sans-serif";
const SVG = 'http://www.w3.org/2000/svg';

/** One line of text as it stands in a drawing, in the drawing's own units. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  /** Top and height of the line; the baseline follows from the typeface. */
  readonly y: number;
  readonly height: number;
  /** As a canvas takes it. */
  readonly font: string;
  readonly fill: string;
  readonly opacity: number;
}

/** A drawing as it is seen, standing on its own: no style, typeface or property of the page is needed. */
export interface Export {
  readonly svg: string;
  /** The same without its texts, for a canvas that writes them in the page's own typeface. */
  readonly wordless: string;
  readonly texts: readonly DrawnText[];
  readonly box: Box;
}

/** The part of the drawing's own plane that is seen. */
export type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** The diagram at a step, in the colours of the page. Asks the network for nothing. */
export async function exportDiagram(diagram: SequenceDiagram, position: number): Promise<Export> {
  const shown = document.querySelector<SVGSVGElement>(
    `[data-drawn="${fingerprint(diagram.source)}"] svg`,
  );
  if (shown) return standAlone(shown, position);
  // Nobody looks at it just now: it is drawn out of sight, since texts can only be measured in a page.
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:0 auto auto -9999px;width:1200px';
  host.innerHTML = await drawSequence(diagram);
  document.body.append(host);
  try {
    const drawn = host.querySelector('svg');
    if (!drawn) throw new Error('Mermaid drew nothing');
    return standAlone(drawn, position);
  } finally {
    host.remove();
  }
}

function standAlone(seen: SVGSVGElement, position: number): Export {
  const clone = seen.cloneNode(true) as SVGSVGElement;
  const { x, y, width, height } = seen.viewBox.baseVal;
  const box = { x, y, width, height };
  reveal(clone, position);
  const texts = fitTexts(seen, clone);
  clone.removeAttribute('style');
  // They stand lower while the figure is scrolled down.
  clone.querySelector('.heads')?.removeAttribute('transform');
  clone.setAttribute('width', String(box.width));
  clone.setAttribute('height', String(box.height));
  for (const sheet of clone.querySelectorAll('style')) {
    sheet.textContent = named(resolved(sheet.textContent));
  }
  for (const element of clone.querySelectorAll('[style]')) {
    element.setAttribute('style', named(resolved(element.getAttribute('style') ?? '')));
  }
  for (const element of clone.querySelectorAll('[font-family]')) {
    element.setAttribute('font-family', FONTS);
  }
  clone.prepend(ground(box));
  const written = serialised(clone);
  for (const text of clone.querySelectorAll('text')) text.remove();
  return { svg: written, wordless: serialised(clone), texts, box };
}

const serialised = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/** Custom properties as the colours that they stand for now. */
function resolved(css: string): string {
  const style = getComputedStyle(document.documentElement);
  return css.replaceAll(/var\(\s*(--[\w-]+)\s*\)/g, (whole, name: string) => {
    const value = style.getPropertyValue(name).trim();
    return value === '' ? whole : value;
  });
}

/** The page calls its typefaces by names that mean nothing elsewhere. */
const named = (css: string): string =>
  css.replaceAll(/font-family\s*:\s*(?:"[^"]*"|'[^']*'|[^;}"'])+/g, `font-family:${FONTS}`);

function ground(box: Box): SVGRectElement {
  const rect = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries(box)) rect.setAttribute(name, String(value));
  const panel = getComputedStyle(document.documentElement).getPropertyValue('--panel').trim();
  rect.setAttribute('style', `fill:${panel};stroke:none`);
  return rect;
}

/**
 * Fixes the length of each line of text in the copy to what it measures on the page: where another
 * typeface stands in, no line outgrows its box.
 */
function fitTexts(seen: SVGSVGElement, copy: SVGSVGElement): readonly DrawnText[] {
  const [from, to] = [linesOf(seen), linesOf(copy)];
  return from.flatMap((line, index) => {
    const length = line.getComputedTextLength();
    const twin = to[index];
    if (length === 0 || !twin) return [];
    twin.setAttribute('textLength', length.toFixed(2));
    twin.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    const { x, y, height } = line.getExtentOfChar(0);
    const { fontWeight, fontSize, fontFamily, fill } = getComputedStyle(line);
    return [
      {
        ...{ text: line.textContent.trim(), x, y, height, fill },
        font: `${fontWeight} ${fontSize} ${fontFamily}`,
        opacity: twin.closest('[data-ahead]') ? aheadOpacity(seen) : 1,
      },
    ];
  });
}

/** Texts and spans that hold characters themselves. */
const linesOf = (svg: SVGSVGElement): readonly SVGTextContentElement[] =>
  [...svg.querySelectorAll<SVGTextContentElement>('text, tspan')].filter((element) =>
    [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
    ),
  );

/** How faint what lies ahead is, as the drawing's own style has it. */
function aheadOpacity(svg: SVGSVGElement): number {
  const sheets = [...svg.querySelectorAll('style')].map(({ textContent }) => textContent).join('');
  return Number(/\[data-ahead\]\s*\{\s*opacity:\s*([\d.]+)/.exec(sheets)?.[1] ?? 1);
}
