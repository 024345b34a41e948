import type { Answer } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { BEYOND, NOUNS, reachedOf, stepsInWords } from '@/lib/scenario/verdict-words';
import { counted } from '@/lib/words/counted';
import { listOf } from '@/lib/words/list-of';

/** The answer of the search that overlooks nothing, beside what the quick one needed for its own. */
export function attackInWords(full: Answer, quick: Answer | null, bounds: string): string {
  const reached = reachedOf(full);
  const seen = `${counted(full.states)} states and ${counted(full.transitions)} choices`;
  const within = `with ${bounds}`;
  const found = listOf(
    reached.map(({ name, steps: count }) => `a ${NOUNS[name]} in ${stepsInWords(count)}`),
  );
  const needed = quick ? ` The quick search needed ${counted(quick.states)} states.` : '';
  if (!isWhole(full)) {
    const so = reached.length === 0 ? 'None of the five outcomes so far' : `Found ${found}`;
    const why = full.complete
      ? BEYOND
      : 'A limit was hit first: what was not found may still be there.';
    return `${so}, in ${seen}, ${within}. ${why}`;
  }
  const rest =
    reached.length < OUTCOMES.length ? '; the rest of the five outcomes in none of' : ', in';
  return reached.length === 0
    ? `None of the five outcomes, in all ${seen}, ${within}.${needed}`
    : `Found ${found}${rest} all ${seen}, ${within}.${needed}`;
}

/**
 * Where the two searches contradict each other. They should not, ever; and if they do, a reader must
 * not take either for the truth. What a search did not find before its limit contradicts nothing.
 */
export function differencesOf(full: Answer, quick: Answer): readonly string[] {
  return OUTCOMES.flatMap((name): readonly string[] => {
    const [byFull, byQuick] = [full.outcomes[name], quick.outcomes[name]];
    const who = `A ${NOUNS[name]}`;
    if (byFull.reachable && byQuick.reachable) {
      return byFull.steps === byQuick.steps
        ? []
        : [
            `${who}: in ${stepsInWords(byFull.steps)} by the full search, in ${stepsInWords(byQuick.steps)} by the quick one.`,
          ];
    }
    if (byFull.reachable && isWhole(quick)) {
      return [`${who}: the full search found one, the quick search says that there is none.`];
    }
    if (byQuick.reachable && isWhole(full)) {
      return [`${who}: the quick search found one, the full search says that there is none.`];
    }
    return [];
  });
}
