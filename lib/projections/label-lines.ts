/** How much longer a line may be for the sake of breaking where the sentence does. */
const WORTH = 6;

/**
 * A label as one line, or if it has more than `max` characters as two about as long as each other, broken after a
 * comma or a colon if there is one near.
 */
export function labelLines(label: string, max: number): readonly string[] {
  if (label.length <= max) return [label];
  const places = [...label.matchAll(/ (?!·)/g)].map(({ index }) => index).filter(isInside(label));
  const [best] = places.toSorted((a, b) => costOf(label, a) - costOf(label, b));
  return best === undefined ? [label] : [label.slice(0, best), label.slice(best + 1)];
}

/** Not between a step’s number and its words. */
const isInside = (label: string) => {
  const start = /^\d+ · /.exec(label)?.[0].length ?? 0;
  return (place: number): boolean => place >= start;
};

const costOf = (label: string, place: number): number =>
  Math.max(place, label.length - place - 1) - (/[,:]/.test(label[place - 1] ?? '') ? WORTH : 0);
