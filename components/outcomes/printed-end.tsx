import type { Judgement } from '@/lib/outcomes/judge';
import { presentIn } from '@/lib/outcomes/outcome';
import { countsInWords, OUTCOME_WORDS } from '@/lib/outcomes/words';
import { listOf } from '@/lib/words/list-of';

interface PrintedEndProps {
  readonly judgement: Judgement;
  readonly ended: boolean;
}

/** What a run came to, or has so far, in sentences. */
export function PrintedEnd({ judgement: { intents, outcomes }, ended }: PrintedEndProps) {
  const harms = presentIn(outcomes);
  const soFar = ended ? '' : ' so far';
  return (
    <div className="break-before-avoid break-inside-avoid">
      {intents.map((intent) => (
        <p key={intent.id} className="mt-4 font-semibold">
          {countsInWords(intent.label, intent)}.
        </p>
      ))}
      <p className="mt-2">
        {harms.length === 0
          ? `None of the five outcomes${soFar}.`
          : `Outcome${soFar}: ${listOf(harms.map((name) => OUTCOME_WORDS[name].name))}.`}
      </p>
    </div>
  );
}
