import type { Verdict } from '@/components/search/task';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import { NOUNS, reachedOf, shownInWords } from '@/lib/scenario/verdict-words';

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
    <ul aria-label="Counterexamples" className="no-print mt-1 text-sm">
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
            <span className="text-muted">{shownInWords(at ?? 0, steps, reached.length > 1)}</span>
          </li>
        );
      })}
    </ul>
  );
}
