import type { IntentState, Judgement } from '@/lib/outcomes/judge';
import { presentIn } from '@/lib/outcomes/outcome';
import { remarkOn } from '@/lib/outcomes/remark';
import { listOf } from '@/lib/words/list-of';

/**
 * What a run came to, for whoever sees its last step and nothing else: the first harm that there is, and else
 * what became of each intent, in the ledger's own words. A run that was cut off has come to nothing yet.
 */
export function closingOf({ outcomes, intents }: Judgement, ended: boolean): string | null {
  if (!ended) return null;
  const [harm] = presentIn(outcomes);
  if (harm) return outcomes[harm].because;
  if (intents.length > 1 && intents.every(isWhole)) {
    return `${listOf(intents.map(({ label }) => label))} happened, each once, as they should.`;
  }
  return intents.map((intent) => remarkOn(intent, true)).join(' ');
}

const isWhole = ({ actual, expected, told }: IntentState): boolean =>
  actual === expected && told !== 'unknown';
