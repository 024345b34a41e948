import type { IntentId, Opening } from '@/lib/engine/model';
import { play, type Run } from '@/lib/engine/run';
import { inject, type World } from '@/lib/engine/world';
import { judge, type Judgement } from '@/lib/outcomes/judge';
import type { Meant } from '@/lib/outcomes/meant';
import type { AfterCalm } from '@/lib/outcomes/verdicts';

/** What has to be known of a situation to judge a run of it. */
export interface Judged {
  readonly meant: Meant;
  /** One calm attempt more at an intent: what a patient person would do after everything. */
  readonly calmAttempt: (intent: IntentId) => Omit<Opening, 'atTicks'>;
}

/** What a judgement is made of. */
export type Course = Pick<Run, 'trace' | 'ending' | 'last'>;

/** The judgement of a run at its end; of one that was cut off, as of one that goes on. */
export const judgeRun = (
  { trace, ending, last }: Course,
  { meant, calmAttempt }: Judged,
): Judgement =>
  judge(
    trace,
    meant,
    ending === 'quiescent'
      ? { afterCalmAttempt: (intent) => afterCalm(last, calmAttempt(intent), intent) }
      : null,
  );

/** Faults are over; a patient person would try once more. Do they, and does a final answer come? */
export function afterCalm(
  last: World,
  attempt: Omit<Opening, 'atTicks'>,
  intent: IntentId,
): AfterCalm {
  const { trace } = play(inject(last, attempt), []);
  const isAnswered = trace.some(({ facts }) =>
    facts.some(({ fact }) => fact.intent === intent && fact['says'] !== undefined),
  );
  if (isAnswered) return 'answered';
  return trace.some(({ sent }) => sent.length > 0) ? 'unanswered' : 'not made';
}
