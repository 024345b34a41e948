'use client';

import { memo } from 'react';

import { useJob } from '@/components/search/use-job';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import { boundsInWords, reachedOf } from '@/lib/scenario/verdict-words';

interface PreventionProps {
  readonly story: Story;
  readonly change: ChangeView;
}

/** The fewest knobs to turn so that no schedule within the bounds does harm; shown while some schedule does. */
export const Prevention = memo(function Prevention({ story, change }: PreventionProps) {
  const { scenario, settings, script } = story.played;
  const { slug, bounds } = scenario;
  const verdict = useJob({ kind: 'search', slug, settings, unreduced: false });
  const harmful = verdict?.state === 'done' && reachedOf(verdict.result).length > 0;
  const job = useJob(harmful ? { kind: 'safe', slug, settings } : null);
  if (job === null) return null;
  const within = `with ${boundsInWords(bounds, null)}`;
  return (
    <section
      aria-labelledby="prevention"
      data-testid="prevention"
      className="needs-script no-print space-y-2.5"
    >
      <h2 id="prevention" tabIndex={-1} className="text-sm font-semibold text-muted">
        What would prevent it
      </h2>
      {job.state === 'running' && (
        <p className="text-sm text-muted">Searching what else can be set…</p>
      )}
      {job.state === 'failed' && (
        <p className="text-sm text-fault">The search broke down ({job.reason}).</p>
      )}
      {job.state === 'done' && (
        <>
          <ul className="space-y-1 text-sm leading-snug">
            {job.result.sets.map(({ settings: turned, changes }) => {
              const words = changes.map(({ knob, position }) => `${knob}: ${position}`);
              return (
                <li key={words.join()}>
                  <ViewLink
                    {...{ scenario, change }}
                    settings={turned}
                    script={formatScript(script)}
                  >
                    {words.join(' and ')}
                  </ViewLink>
                </li>
              );
            })}
          </ul>
          <p className="text-[0.8125rem] leading-snug text-muted">
            {job.result.sets.length > 0
              ? `Then none of the five is reachable in any schedule ${within}.`
              : `Nothing that can be set here does, in all schedules ${within}.`}{' '}
            {job.result.sampled.map(
              ({ knob, positions }) => `Of “${knob}” only ${positions.join(', ')} were tried. `,
            )}
            {job.result.cutOff && 'A limit was hit: not everything that can be set was settled.'}
          </p>
        </>
      )}
    </section>
  );
});
