import type { IntentState } from '@/lib/outcomes/judge';
import type { OutcomeName } from '@/lib/outcomes/outcome';

/** What each outcome is called wherever people read it, and what it means. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeName, { name: string; means: string }>> = {
  duplicate: { name: 'duplicate', means: 'It happened more than once.' },
  lost: { name: 'lost', means: 'Somebody was told it worked, and it did not.' },
  stuck: { name: 'stuck', means: 'Even one more calm attempt gets no final answer.' },
  wrongReply: { name: 'wrong reply', means: 'A final answer that is untrue.' },
  swallowed: { name: 'swallowed', means: 'A separate wish was taken for a duplicate.' },
};

/** What whoever asked was told. */
const TOLD_WORDS: Readonly<Record<IntentState['told'], string>> = {
  'nothing yet': 'no final answer',
  done: 'answered: done',
  failed: 'answered: failed',
  unknown: 'whoever asked gave up, and can’t know',
};

/** What was wanted of an intent and what came of it, under a name that it has where this is read. */
export const countsInWords = (
  name: string,
  { expected, actual, told }: Pick<IntentState, 'expected' | 'actual' | 'told'>,
): string => `${name}: expected ${expected}, actual ${actual}; ${TOLD_WORDS[told]}`;
