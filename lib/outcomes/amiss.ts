import type { IntentState } from '@/lib/outcomes/judge';

/**
 * Whether a kind of effect stands more than once and yet there are no more of all than were expected: then
 * the sum deceives.
 */
export const isUneven = ({
  actual,
  expected,
  kinds,
}: Pick<IntentState, 'actual' | 'expected' | 'kinds'>): boolean =>
  actual <= expected && kinds.some((kind) => kind.actual > 1);

/**
 * Whether the count of an intent's effects is wrong: too many, be it of one kind only, or at the end of a run a part of
 * them only, or none where that harmed it. What did not happen at all, and was promised to nobody, is as good as never
 * asked for; a half is not, though none of the five may have a name for it.
 */
export const isAmiss = (state: IntentState, ended: boolean): boolean => {
  const { actual, expected, harm } = state;
  return (
    actual > expected ||
    isUneven(state) ||
    (ended && actual < expected && (actual > 0 || harm !== null))
  );
};
