/** What is drawn of each entry, and up to where the drawing was last shown. */
interface Shown {
  readonly drawn: ReadonlyMap<number, readonly Element[]>;
  position: number | null;
}

/** Looked up once for a drawing: a step touches a few elements, and must not search them all. */
const known = new WeakMap<Element, Shown>();

function shownOf(svg: Element): Shown {
  const before = known.get(svg);
  if (before) return before;
  const drawn = new Map<number, Element[]>();
  for (const element of svg.querySelectorAll('[data-entry]')) {
    const entry = Number(element.getAttribute('data-entry'));
    drawn.set(entry, [...(drawn.get(entry) ?? []), element]);
  }
  const shown: Shown = { drawn, position: null };
  known.set(svg, shown);
  return shown;
}

/** What is drawn of an entry: arrow, words, notes and bars. */
export const drawnOf = (svg: Element, entry: number): readonly Element[] =>
  shownOf(svg).drawn.get(entry) ?? [];

/** Shows the first `position` steps plainly, and what is ahead faintly. Costs no layout. */
export function reveal(svg: Element, position: number): void {
  const shown = shownOf(svg);
  const { position: before } = shown;
  for (const [entry, elements] of shown.drawn) {
    const isSame =
      before !== null &&
      (entry < Math.min(before, position) - 1 || entry >= Math.max(before, position));
    if (isSame) continue;
    for (const element of elements) {
      element.toggleAttribute('data-ahead', entry >= position);
      element.toggleAttribute('data-now', entry === position - 1);
    }
  }
  shown.position = position;
}
