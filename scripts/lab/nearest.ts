/** How many letters may be otherwise in a word that is still taken for a misspelt name, at most and of how many. */
const SLIPS = { max: 4, ofLetters: 3 };

/** The name that somebody may have meant; null if none is near. */
export function nearest(word: string, names: readonly string[]): string | null {
  const [first] = names
    .map((name) => ({ name, slips: slipsBetween(word, name) }))
    .filter(({ name, slips }) => slips <= Math.min(SLIPS.max, name.length / SLIPS.ofLetters))
    .sort((a, b) => a.slips - b.slips);
  return first?.name ?? null;
}

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, length) => length);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const leftOut = Math.min(here[column - 1] ?? 0, above[column] ?? 0) + 1;
      here.push(Math.min(changed, leftOut));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
