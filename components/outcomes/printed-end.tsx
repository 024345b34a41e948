import type { Judgement } from '@/lib/outcomes/judge';
import { OUTCOMES } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS, TOLD_WORDS } from '@/lib/outcomes/words';
import { listOf } from '@/lib/words/list-of';

/** What a run came to, in sentences. */
export function PrintedEnd({ judgement }: { readonly judgement: Judgement }) {
  const harms = OUTCOMES.filter((outcome) => judgement.outcomes[outcome].present);
  return (
    <>
      {judgement.intents.map(({ id, label, expected, actual, told }) => (
        <p key={id} className="mt-4 font-semibold">
          {label}: expected {expected}, actual {actual}; {TOLD_WORDS[told]}.
        </p>
      ))}
      <p className="mt-2">
        {harms.length === 0
          ? 'None of the five outcomes.'
          : `Outcome: ${listOf(harms.map((outcome) => OUTCOME_WORDS[outcome].name))}.`}
      </p>
    </>
  );
}
