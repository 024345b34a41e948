import { type IntentState, type Judgement, OUTCOMES, type Verdict } from '@/lib/outcomes/judge';

/** The first of the five that befell an intent, if any did. */
export const harmTo = ({ id }: IntentState, { outcomes }: Judgement): Verdict | undefined =>
  OUTCOMES.map((name) => outcomes[name]).find(({ present, intent }) => present && intent === id);

/**
 * Whether the count of an intent's effects is wrong: too many, or too few at the end of a run that harmed it. What did
 * not happen, and was promised to nobody, is none of the five.
 */
export const isAmiss = (intent: IntentState, judgement: Judgement, ended: boolean): boolean =>
  intent.actual > intent.expected ||
  (ended && intent.actual < intent.expected && harmTo(intent, judgement) !== undefined);
