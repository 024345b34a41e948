/** How much longer the longest line may be for the sake of one more break where the sentence has one. */
const WORTH = 6;
/** A taller label would part an arrow from what it says. */
const LINES_MAX = 3;

/**
 * A label in as many lines of `max` characters as it needs, at most three, about as long as each other and broken
 * after a comma or a colon if there is one near. Lines are longer than `max` where no more of them may be made.
 */
export function labelLines(label: string, max: number): readonly string[] {
  const places = [...label.matchAll(/ (?!·)/g)].map(({ index }) => index).filter(isInside(label));
  const breaks = Math.min(Math.ceil(label.length / max), LINES_MAX) - 1;
  const [best] = choices(places, Math.min(breaks, places.length))
    .map((chosen) => cut(label, chosen))
    .toSorted((a, b) => costOf(a) - costOf(b));
  return best ?? [label];
}

/** Not between a step’s number and its words. */
const isInside = (label: string) => {
  const start = /^\d+ · /.exec(label)?.[0].length ?? 0;
  return (place: number): boolean => place >= start;
};

/** All ways to choose so many of the places, in their order. */
const choices = (places: readonly number[], count: number): readonly (readonly number[])[] =>
  count <= 0
    ? [[]]
    : places.flatMap((place, index) =>
        choices(places.slice(index + 1), count - 1).map((rest) => [place, ...rest]),
      );

const cut = (label: string, places: readonly number[]): readonly string[] =>
  [...places, label.length].map((place, index) =>
    label.slice(index === 0 ? 0 : (places[index - 1] ?? 0) + 1, place),
  );

const costOf = (lines: readonly string[]): number =>
  Math.max(...lines.map(({ length }) => length)) -
  WORTH * lines.slice(0, -1).filter((line) => /[,:]$/.test(line)).length;
