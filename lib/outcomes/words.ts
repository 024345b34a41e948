import { isUneven } from '@/lib/outcomes/amiss';
import type { IntentState } from '@/lib/outcomes/judge';
import type { OutcomeName } from '@/lib/outcomes/outcome';
import { listOf } from '@/lib/words/list-of';
import { singular } from '@/lib/words/singular';

/** What each outcome is called wherever people read it, and what it means. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeName, { name: string; means: string }>> = {
  duplicate: { name: 'duplicate', means: 'It happened more than once.' },
  lost: { name: 'lost', means: 'Somebody was told it worked, and it did not.' },
  stuck: { name: 'stuck', means: 'No final answer, and no further calm attempt brings one.' },
  wrongReply: { name: 'wrong reply', means: 'A final answer that is untrue.' },
  swallowed: { name: 'swallowed', means: 'A separate wish was taken for a duplicate.' },
};

/** What was reported, to whoever asked or to the queue: as the verdicts say it. */
const TOLD_WORDS: Readonly<Record<IntentState['told'], string>> = {
  'nothing yet': 'no final answer',
  done: 'reported done',
  failed: 'reported failed',
  unknown: 'whoever asked gave up, and can’t know',
};

/** What was wanted of an intent and what came of it, under a name that it has where this is read. */
export function countsInWords(
  name: string,
  state: Pick<IntentState, 'expected' | 'actual' | 'kinds' | 'told'>,
): string {
  const { expected, actual, told } = state;
  const kinds = isUneven(state) ? ` (${kindsInWords(state)})` : '';
  return `${name}: expected ${expected}, actual ${actual}${kinds}; ${TOLD_WORDS[told]}`;
}

/** What a sum alone would not tell: `0 orders and 2 parcels`. */
export const kindsInWords = ({ kinds }: Pick<IntentState, 'kinds'>): string =>
  listOf(kinds.map(({ noun, actual }) => `${actual} ${actual === 1 ? singular(noun) : noun}`));
