import type { Answer, Reach } from '@/lib/explorer/explore';
import { isWhole } from '@/lib/explorer/whole';
import { type OutcomeName, OUTCOMES } from '@/lib/outcomes/outcome';
import { counted } from '@/lib/words/counted';

/** An outcome that some schedule brings about. */
export type Reached = Extract<Reach, { readonly reachable: true }> & {
  readonly name: OutcomeName;
};

/** What each outcome is called within a sentence. */
export const NOUNS: Readonly<Record<OutcomeName, string>> = {
  duplicate: 'duplicate',
  lost: 'lost effect',
  stuck: 'stuck customer',
  wrongReply: 'wrong reply',
  swallowed: 'swallowed wish',
};

/** The outcomes that were found, the one with the fewest steps first. */
export const reachedOf = ({ outcomes }: Pick<Answer, 'outcomes'>): readonly Reached[] =>
  OUTCOMES.flatMap((name): readonly Reached[] => {
    const reach = outcomes[name];
    return reach.reachable ? [{ ...reach, name }] : [];
  }).sort((a, b) => a.steps - b.steps);

/** The answer in one sentence, which is only true within its bounds: always shown with `boundsInWords`. */
export function headlineOf(answer: Pick<Answer, 'outcomes' | 'complete' | 'beyond'>): string {
  const [first, ...others] = reachedOf(answer);
  if (!first) {
    return isWhole(answer)
      ? 'None of the five outcomes is reachable.'
      : 'None of the five outcomes was found so far.';
  }
  return others.length === 0
    ? reachedInWords(first)
    : `${NUMBERS[others.length + 1] ?? ''} of the five outcomes are reachable, the first in ${stepsInWords(first.steps)}.`;
}

const reachedInWords = ({ name, steps: count }: Reached): string =>
  `A ${NOUNS[name]} is reachable in ${stepsInWords(count)}.`;

/**
 * After a link that shows an outcome, at that step. The script behind it is the one with the fewest faults: on the calm
 * day around them the outcome may come at another step than on the shortest way, and neither number must be taken for
 * the other. Of several outcomes (`each`) the headline names the shortest way to one only.
 */
export function shownInWords(at: number, shortest: number, each: boolean): string {
  if (at <= 0 || at === shortest) return each ? ` in ${shortest} steps` : '';
  const way = each && at > shortest ? `; the shortest way takes ${shortest}` : '';
  return ` at step\u00a0${at} of the run with the fewest faults${way}`;
}

/** What was looked at, within `bounds` as `boundsInWords` has them, and what that says of the outcomes that were not found. */
export function reasonOf(answer: Answer, bounds: string): string {
  const reached = reachedOf(answer).length;
  const within = `with ${bounds}`;
  if (!answer.complete) {
    return `Looked at schedules ${within}, and stopped at a limit after ${counted(answer.states)} states: what was not found may still be there.`;
  }
  if (answer.beyond) return `Looked at schedules ${within}. ${BEYOND}`;
  if (reached === 0) return `In no schedule ${within}: ${NOTHING}.`;
  return `That is the shortest way in all schedules ${within}. ${othersInWords(OUTCOMES.length - reached)}`;
}

/** Of a bound that was hit. */
export const BEYOND =
  'Under these settings there can be more retries: such a schedule is left where the next one would come, and what was not found may still be there.';

/** All five, each by name: what is said of none must be true of every one. */
const NOTHING =
  'no duplicate, nothing lost, nobody stuck, no wrong reply, nothing taken for a duplicate';

function othersInWords(others: number): string {
  if (others === 0) return '';
  if (others === 1) return 'The other one is not reachable.';
  return `The other ${NUMBERS[others]?.toLowerCase() ?? ''} are not reachable.`;
}

/** `1 step`, `6 steps`. */
export const stepsInWords = (count: number): string => (count === 1 ? '1 step' : `${count} steps`);
const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'All'];
