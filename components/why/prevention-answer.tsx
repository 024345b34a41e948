'use client';

import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import type { SafeSettings } from '@/lib/scenario/safe-settings';
import { boundsOf } from '@/lib/scenario/question';
import { boundsInWords, outsideInWords } from '@/lib/scenario/bounds-words';

interface PreventionAnswerProps {
  readonly story: Story;
  readonly change: ChangeView;
  readonly answer: SafeSettings;
}

/** The fewest knobs to turn, each set of them a link. Loaded when there is an answer. */
export function PreventionAnswer({ story, change, answer }: PreventionAnswerProps) {
  const { scenario, settings, script, run } = story.played;
  const bounds = boundsOf(scenario, settings);
  const outside = outsideInWords(run.trace, bounds);
  const within = `with ${boundsInWords(bounds, null)}`;
  return (
    <>
      <ul className="space-y-2.5 text-sm leading-snug pointer-coarse:space-y-4">
        {answer.sets.map(({ settings: turned, changes }) => {
          const words = changes.map(({ knob, position }) => `${knob}: ${position}`);
          return (
            <li key={words.join()}>
              <ViewLink
                {...{ scenario, change }}
                settings={{ ...settings, ...turned }}
                script={formatScript(script)}
              >
                {words.join(' and ')}
              </ViewLink>
            </li>
          );
        })}
      </ul>
      <p className="text-[0.8125rem] leading-snug text-muted">
        {answer.sets.length > 0
          ? `Then none of the five outcomes is reachable in any schedule ${within}.`
          : `Nothing that can be set here does, in all schedules ${within}.`}{' '}
        {answer.sampled.map(
          ({ knob, positions }) => `Of “${knob}” only ${positions.join(', ')} were tried. `,
        )}
        {outside} {answer.cutOff && 'A limit was hit: not everything that can be set was settled.'}
      </p>
    </>
  );
}
