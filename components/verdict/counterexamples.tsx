import type { Verdict } from '@/components/search/task';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { reachedOf } from '@/lib/scenario/verdict-words';

interface CounterexamplesProps {
  readonly story: Story;
  readonly change: ChangeView;
  readonly verdict: Verdict;
}

/** A way to each outcome that was found: a script, to be stepped through like any other. */
export function Counterexamples({ story, change, verdict }: CounterexamplesProps) {
  const { scenario, settings, script: present } = story.played;
  const reached = reachedOf(verdict);
  if (reached.length === 0) return null;
  const playing = formatScript(present);
  return (
    <ul aria-label="Counterexamples" className="mt-1.5 text-sm">
      {reached.map(({ name, script, steps }) => {
        const text = formatScript(script);
        const at = verdict.shows[name];
        return (
          <li key={name}>
            <ViewLink {...{ scenario, settings, change }} script={text} current={text === playing}>
              Show the {OUTCOME_WORDS[name].name}
            </ViewLink>
            {reached.length > 1 && <span className="text-muted"> in {steps} steps</span>}
            {at !== undefined && at > 0 && at !== steps && (
              <span className="text-muted">, with the fewest faults at step {at}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
