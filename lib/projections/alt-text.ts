/** For the command line. */
import type { Judgement } from '@/lib/outcomes/judge';
import { presentIn } from '@/lib/outcomes/outcome';
import { countsInWords } from '@/lib/outcomes/words';
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
    ...judgement.intents.map((intent) => `${countsInWords(`${intent.label}, ${noun}`, intent)}.`),
    outcomesOf(judgement),
  ].join(' ');

function outcomesOf({ outcomes }: Judgement): string {
  const present = presentIn(outcomes);
  return present.length === 0
    ? 'None of the five outcomes.'
    : present.map((name) => outcomes[name].because).join(' ');
}
