'use client';

import { Suspense, useState } from 'react';

import { useJob } from '@/components/search/use-job';
import { type Measured, searchTask, type Verdict } from '@/components/search/task';
import { later } from '@/components/ui/later';
import { Counterexamples } from '@/components/verdict/counterexamples';
import { Button } from '@/components/ui/button';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import { counted } from '@/lib/words/counted';

const AttackAnswer = later(
  async () => (await import('@/components/verdict/attack-answer')).AttackAnswer,
);

interface AttackProps {
  readonly story: Story;
  readonly change: ChangeView;
  /** Within which it searches, in words. */
  readonly bounds: string;
  /** What the quick search says, once it does. */
  readonly quick: Verdict | null;
}

/** What a press of the button leads to: an attack, its end before it is done, or its answer put away. */
const nextStage = (job: ReturnType<typeof useJob>): Stage =>
  job === null ? 'under way' : job.state === 'running' ? 'cancelled' : 'at rest';

type Stage = 'at rest' | 'under way' | 'cancelled';

/** Every state one by one, with none taken for like another: slower than the quick search, and a check on it. */
export function Attack({ story, change, bounds, quick }: AttackProps) {
  const { scenario, settings } = story.played;
  const task = searchTask(scenario.slug, settings, true);
  const [stage, setStage] = useState<Stage>('at rest');
  const setting = JSON.stringify(task);
  const [attacked, setAttacked] = useState(setting);
  // A turned knob calls it off. The card stays: only a change of what is there is said aloud.
  if (attacked !== setting) {
    setAttacked(setting);
    setStage('at rest');
  }
  const job = useJob(stage === 'under way' ? task : null);
  return (
    <div data-testid="attack" className="no-print border-t border-line px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {/* One button for all of it: whoever presses it by keyboard keeps the focus. */}
        <Button onClick={() => setStage(nextStage(job))}>
          {job === null ? 'Attack my design' : job.state === 'running' ? 'Cancel' : 'Put away'}
        </Button>
        {job?.state === 'running' && <Pace progress={job.progress} />}
        <p role="status" className="min-w-0 text-[0.8125rem] leading-snug text-muted">
          {job === null && stage === 'at rest' && 'Every state one by one.'}
          {job === null && stage === 'cancelled' && 'Cancelled. Nothing was decided.'}
          {job?.state === 'running' && <span className="sr-only">Attacking…</span>}
          {job?.state === 'done' &&
            `${(job.ms / 1000).toFixed(1)} s, ${perSecond(job.result.states, job.ms)} states a second`}
        </p>
      </div>
      <div role="status">
        {job?.state === 'failed' && (
          <p className="mt-2 text-fault">
            The attack broke down ({job.reason}). Nothing was decided.
          </p>
        )}
        <Suspense>
          {job?.state === 'done' && <AttackAnswer {...{ bounds, quick }} full={job.result} />}
        </Suspense>
      </div>
      {job?.state === 'done' && <Counterexamples {...{ story, change }} verdict={job.result} />}
    </div>
  );
}

/** No taller than the button beside it: what is below must not move when an attack begins. */
function Pace({ progress }: { readonly progress: Measured | null }) {
  const { states, ms } = progress ?? { states: 0, ms: 0 };
  return (
    <p className="font-mono text-xs leading-[1.1rem] text-muted tabular-nums" data-testid="pace">
      {counted(states)} states
      <br />
      {perSecond(states, ms)} a second
    </p>
  );
}

const perSecond = (count: number, ms: number): string => counted(ms > 0 ? (count / ms) * 1000 : 0);
