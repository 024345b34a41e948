import type { IntentState } from '@/lib/outcomes/judge';
import { listOf } from '@/lib/words/list-of';

/** What became of an intent so far, or in the end, in a sentence. */
export function remarkOn(
  { label, effects, expected, told, harm }: IntentState,
  ended: boolean,
): string {
  if (harm) return harm.because;
  const half = effects.length > 0 && effects.length < expected;
  // One step may hold several: a commit makes all of a transaction's happen at once.
  const places = [...new Set(effects)];
  const steps = listOf(places.map((index) => `step ${index + 1}`));
  if (told === 'unknown') {
    return half && ended
      ? `${label}: only ${effects.length} of ${expected} happened, at ${steps}, and whoever asked gave up without knowing.`
      : `${label}: whoever asked gave up, and can’t know whether it happened.`;
  }
  if (effects.length === 0) return `${label} ${ended ? 'did not happen' : 'has not happened yet'}.`;
  if (half) {
    return ended
      ? `${label}: only ${effects.length} of ${expected} happened, at ${steps}.`
      : `${label}: ${effects.length} of ${expected} so far, at ${steps}.`;
  }
  if (!ended) return `${label} happened at ${steps}.`;
  return `${label} happened at ${steps}, ${places.length > 1 ? 'each once' : 'once'}, as it should.`;
}
