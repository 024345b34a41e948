'use client';

import { memo } from 'react';

import { useJob } from '@/components/search/use-job';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { ViewLink } from '@/components/view/view-link';
import { formatScript } from '@/lib/engine/directive';
import { hasHarm } from '@/lib/outcomes/judge';
import type { Counterfactual } from '@/lib/scenario/counterfactuals';

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
        <>
          <ul className="space-y-2 text-sm leading-snug">
            {job.result.found.map((found) => (
              <li key={`${found.kind} ${found.change} ${found.result}`}>
                <Line {...{ story, change, found }} />
              </li>
            ))}
          </ul>
          {job.result.cutOff && (
            <p className="text-[0.8125rem] text-fault">
              There are more changes than these {job.result.runs}: a limit was hit.
            </p>
          )}
        </>
      )}
    </section>
  );
});

/** Of one or two letters: wide enough for a finger, and no further from its neighbours than words are. */
const SHORT: Readonly<Record<number, string>> = {
  1: '-mx-1.5 inline-block min-w-6 text-center',
  2: '-mx-1 inline-block min-w-6 text-center',
};

/** `With Retries at 1, 3 or 4: still two charges.` Each position is a link of its own. */
function Line({ story, change, found }: WhyProps & { readonly found: Counterfactual }) {
  const { scenario } = story.played;
  const { kind, alternatives, result, harmless, prevents } = found;
  const links = alternatives.map(({ label, settings, script }, place) => (
    <span key={label}>
      {place === 0 ? '' : place === alternatives.length - 1 ? ' or ' : ', '}
      <ViewLink {...{ scenario, settings, script, change }} className={SHORT[label.length] ?? ''}>
        {label}
      </ViewLink>
    </span>
  ));
  return (
    <>
      {kind === 'knob' && `${found.change}: `}
      {links}
      <span className={`block ${prevents ? 'text-effect' : harmless ? '' : 'text-harm'}`}>
        {result}
      </span>
    </>
  );
}
