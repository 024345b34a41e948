import type { IntentState } from '@/lib/outcomes/judge';

/**
 * Whether the count of an intent's effects is wrong: too many, or too few at the end of a run that harmed it. What did
 * not happen, and was promised to nobody, is none of the five.
 */
export const isAmiss = ({ actual, expected, harm }: IntentState, ended: boolean): boolean =>
  actual > expected || (ended && actual < expected && harm !== null);
