/** For the command line and tests. */
import { formatScript } from '@/lib/engine/directive';
import type { Answer } from '@/lib/explorer/explore';
import { OUTCOMES, presentIn } from '@/lib/outcomes/outcome';
import type { Played } from '@/lib/scenario/play';
import type { Claim } from '@/lib/scenario/scenario';
import { pairsText, settingsText } from '@/lib/scenario/settings-text';
import { counted } from '@/lib/words/counted';

/** What a claim says will happen, in a word or two. */
export const thenText = (then: Claim['then']): string =>
  typeof then === 'object' ? `${then.count} × ${then.of}` : then;

/** A claim in a line, as no other of its scenario is: `key=none under lose.api-client.1 → duplicate`. */
export function claimText({ when, script, bounds, then }: Omit<Claim, 'over'>): string {
  // An empty script is a calm day; one left out is the scenario's own, of which there is nothing to say.
  const how = script === undefined ? '' : script === '' ? ' on a calm day' : ` under ${script}`;
  const within = bounds ? ` within ${pairsText(bounds)}` : '';
  return `${settingsText(when)}${how}${within} → ${thenText(then)}`;
}

/** What a run came to, for whoever claimed something else. */
export function foundInRun({ judgement: { outcomes, intents } }: Played): string {
  const present = presentIn(outcomes).join(', ') || NOTHING;
  const counts = intents.map(
    ({ label, expected, actual, told }) =>
      `${label}: expected ${expected}, actual ${actual}, told ${told}`,
  );
  return [present, ...counts].join('; ');
}

/** What a search came to: each outcome with a script that shows it, and whether all was searched. */
export function foundInAll({ outcomes, states, complete, beyond }: Answer): string {
  const reached = OUTCOMES.flatMap((name) => {
    const reach = outcomes[name];
    return reach.reachable ? [`${name} by ${formatScript(reach.script) || '(calm)'}`] : [];
  });
  const searched = complete
    ? `all of it: ${counted(states)} states${beyond ? ', but for what comes after more retries' : ''}`
    : `not all of it: a limit was hit, after ${counted(states)} states in all`;
  return `${reached.join(', ') || NOTHING}; ${searched}`;
}

const NOTHING = 'none of the five';
