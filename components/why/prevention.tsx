'use client';

import { memo, Suspense } from 'react';

import { searchTask } from '@/components/search/task';
import { useJob } from '@/components/search/use-job';
import { later } from '@/components/ui/later';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { withoutStory } from '@/lib/scenario/retell';
import { reachedOf } from '@/lib/scenario/verdict-words';

const PreventionAnswer = later(
  async () => (await import('@/components/why/prevention-answer')).PreventionAnswer,
);

interface PreventionProps {
  readonly story: Story;
  readonly change: ChangeView;
}

/** The fewest knobs to turn so that no schedule within the bounds does harm; shown while some schedule does. */
export const Prevention = memo(function Prevention({ story, change }: PreventionProps) {
  const { scenario, settings } = story.played;
  const { slug } = scenario;
  const verdict = useJob(searchTask(slug, settings));
  const harmful = verdict?.state === 'done' && reachedOf(verdict.result).length > 0;
  const job = useJob(harmful ? { kind: 'safe', slug, settings: withoutStory(settings) } : null);
  if (job === null) return null;
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
        <Suspense>
          <PreventionAnswer {...{ story, change }} answer={job.result} />
        </Suspense>
      )}
    </section>
  );
});
