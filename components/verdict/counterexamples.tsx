import type { Verdict } from '@/components/search/task';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import { NOUNS, reachedOf } from '@/lib/scenario/verdict-words';

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
    <ul aria-label="Counterexamples" className="mt-1 text-sm">
      {reached.map(({ name, script, steps }) => {
        const text = formatScript(script);
        const at = verdict.shows[name];
        return (
          <li key={name} className="leading-6">
            <ViewLink
              {...{ scenario, settings, change }}
              script={text}
              step={at ?? null}
              current={text === playing}
            >
              {text === playing ? 'This run shows' : 'Show'} the {NOUNS[name]}
            </ViewLink>
            <span className="text-muted">{remarkOn(at ?? 0, steps, reached.length > 1)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * The script is the one with the fewest faults. On the calm day around them the outcome may come later
 * than on the shortest way, and neither number must be taken for the other. Of several outcomes (`each`) the headline
 * names the shortest way to one only.
 */
export function remarkOn(at: number, steps: number, each: boolean): string {
  if (at <= 0 || at === steps) return each ? ` in ${steps} steps` : '';
  return ` at step\u00a0${at}, with the fewest faults${each ? `; reachable in ${steps}` : ''}`;
}
