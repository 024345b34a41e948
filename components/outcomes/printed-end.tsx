import type { Judgement } from '@/lib/outcomes/judge';
import { presentIn } from '@/lib/outcomes/outcome';
import { countsInWords, OUTCOME_WORDS } from '@/lib/outcomes/words';
import { listOf } from '@/lib/words/list-of';

/** What a run came to, in sentences. */
export function PrintedEnd({
  judgement: { intents, outcomes },
}: {
  readonly judgement: Judgement;
}) {
  const harms = presentIn(outcomes);
  return (
    <>
      {intents.map((intent) => (
        <p key={intent.id} className="mt-4 font-semibold">
          {countsInWords(intent.label, intent)}.
        </p>
      ))}
      <p className="mt-2">
        {harms.length === 0
          ? 'None of the five outcomes.'
          : `Outcome: ${listOf(harms.map((name) => OUTCOME_WORDS[name].name))}.`}
      </p>
    </>
  );
}
