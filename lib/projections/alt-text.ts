import type { IntentState, Judgement } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { TOLD_WORDS } from '@/lib/outcomes/words';
import type { RunReport } from '@/lib/projections/markdown';

/** What a picture of a run shows, in the two or three sentences that stand for it where it can't be seen. */
export const toAltText = ({
  title,
  beats,
  judgement,
  noun,
}: Pick<RunReport, 'title' | 'beats' | 'judgement' | 'noun'>): string =>
  [
    `${title}: a sequence diagram of ${beats.length} ${beats.length === 1 ? 'step' : 'steps'}.`,
    ...judgement.intents.map((intent) => countsOf(intent, noun)),
    outcomesOf(judgement),
  ].join(' ');

const countsOf = ({ label, expected, actual, told }: IntentState, noun: string): string =>
  `${label}, ${noun}: expected ${expected}, actual ${actual}; ${TOLD_WORDS[told]}.`;

function outcomesOf({ outcomes }: Judgement): string {
  const present = OUTCOMES.filter((name) => outcomes[name].present);
  return present.length === 0
    ? 'None of the five outcomes.'
    : present.map((name) => outcomes[name].because).join(' ');
}
