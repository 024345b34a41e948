import type { IntentState } from '@/lib/outcomes/judge';

/**
 * Whether the count of an intent's effects is wrong: too many, or at the end of a run a part of them only, or none where
 * that harmed it. What did not happen at all, and was promised to nobody, is as good as never asked for; a half is not,
 * though none of the five may have a name for it.
 */
export const isAmiss = ({ actual, expected, harm }: IntentState, ended: boolean): boolean =>
  actual > expected || (ended && actual < expected && (actual > 0 || harm !== null));
