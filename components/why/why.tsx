'use client';

import { memo, Suspense } from 'react';

import { useJob } from '@/components/search/use-job';
import { later } from '@/components/ui/later';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { formatScript } from '@/lib/engine/directive';
import { hasHarm } from '@/lib/outcomes/judge';

const WhyAnswer = later(async () => (await import('@/components/why/why-answer')).WhyAnswer);

interface WhyProps {
  readonly story: Story;
  readonly change: ChangeView;
}

/** Why a run did harm: what would have come of it otherwise. Every line was played, and links to its run. */
export const Why = memo(function Why({ story, change }: WhyProps) {
  const { played } = story;
  const { scenario, settings, script } = played;
  const harm = hasHarm(played.judgement);
  const job = useJob(
    harm
      ? {
          ...{ kind: 'counterfactuals', slug: scenario.slug, settings },
          script: formatScript(script),
        }
      : null,
  );
  if (job === null) return null;
  return (
    <section aria-labelledby="why" data-testid="why" className="needs-script no-print space-y-2.5">
      <h2 id="why" tabIndex={-1} className="text-sm font-semibold text-muted">
        Why it happened
      </h2>
      {job.state === 'running' && <p className="text-sm text-muted">Playing it otherwise…</p>}
      {job.state === 'failed' && (
        <p className="text-sm text-fault">It could not be played otherwise ({job.reason}).</p>
      )}
      {job.state === 'done' && (
        <Suspense>
          <WhyAnswer {...{ story, change }} answer={job.result} />
        </Suspense>
      )}
    </section>
  );
});
