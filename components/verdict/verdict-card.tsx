'use client';

import { memo, type ReactNode } from 'react';

import type { Measured } from '@/components/search/task';
import { Attack } from '@/components/verdict/attack';
import { Counterexamples } from '@/components/verdict/counterexamples';
import { toneOf } from '@/components/verdict/tone';
import { useVerdict } from '@/components/verdict/use-verdict';
import type { Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import type { Answer } from '@/lib/explorer/explore';
import { countKey, type WholeCounts } from '@/lib/scenario/count-key';
import { headlineOf, reasonOf, shownInWords } from '@/lib/scenario/verdict-words';
import { counted } from '@/lib/words/counted';

interface VerdictCardProps {
  readonly story: Story;
  readonly change: ChangeView;
  readonly wholes: WholeCounts;
}

/**
 * What all schedules can do under the settings as they stand: proved anew whenever a knob is turned, and
 * never shown for other settings than those it was proved for.
 */
export const VerdictCard = memo(function VerdictCard(props: VerdictCardProps) {
  const { story, change, wholes } = props;
  const { scenario, settings } = story.played;
  const { job, bounds, outside } = useVerdict(story);
  const done = job?.state === 'done' ? job.result : null;
  const ms = job?.state === 'done' ? job.ms : 0;
  const whole = wholes[countKey(scenario.knobs, settings)];
  return (
    <section
      aria-labelledby="verdict"
      data-testid="verdict"
      data-state={job?.state ?? 'running'}
      className="needs-script relative rounded-lg border border-line bg-panel"
    >
      <h2 id="verdict" className="sr-only">
        Over all schedules
      </h2>
      {outside && <p className="px-4 pt-3 text-sm leading-snug text-fault">{outside}</p>}
      <div className="grid px-4 py-3 *:[grid-area:1/1]">
        {/* As tall as the most usual verdict, so that nothing below it moves when it comes. */}
        <div aria-hidden="true" className="invisible">
          <Words headline={USUAL_HEADLINE} reason={reasonOf(USUAL, bounds)} />
          <p className="mt-1 text-sm leading-6">Show the duplicate{shownInWords(10, 9, false)}</p>
          <Searched>
            0 states
            <br />0
          </Searched>
        </div>
        <div className="flex flex-col">
          {job?.state === 'failed' && (
            <p role="status" className="text-sm text-fault">
              The search over all schedules broke down ({job.reason}). Nothing is known of them.
            </p>
          )}
          {job?.state === 'running' && (
            <Words headline="Searching…" reason={`All schedules with ${bounds}.`} />
          )}
          <div role="status">
            {done && (
              <Words
                headline={headlineOf(done)}
                reason={reasonOf(done, bounds)}
                tone={toneOf(done, outside !== null)}
              />
            )}
          </div>
          {done && <Counterexamples {...{ story, change }} verdict={done} />}
          {job?.state === 'running' && <Searched>{searchedSoFar(job.progress)}</Searched>}
          {done && (
            <Searched>
              {counted(done.states)} states searched, {counted(ms)} ms
              {whole !== undefined && whole >= done.states && (
                <>
                  <br />
                  standing for {counted(whole)}
                </>
              )}
            </Searched>
          )}
        </div>
      </div>
      <Attack {...{ story, change, bounds }} quick={done} />
    </section>
  );
});

interface WordsProps {
  readonly headline: string;
  readonly reason: string;
  readonly tone?: string;
}

function Words({ headline, reason, tone = 'text-muted' }: WordsProps) {
  return (
    <>
      <p className={`leading-snug font-semibold ${tone}`}>{headline}</p>
      <p className="mt-0.5 text-sm leading-snug">{reason}</p>
    </>
  );
}

const Searched = ({ children }: { readonly children: ReactNode }) => (
  <p className="mt-auto pt-1 font-mono text-[0.8125rem] text-muted tabular-nums">{children}</p>
);

const searchedSoFar = (progress: Measured | null): string =>
  progress ? `${counted(progress.states)} states` : '0 states';

const NOT = { reachable: false } as const;
const USUAL: Answer = {
  outcomes: {
    duplicate: { reachable: true, script: [], steps: 10 },
    ...{ lost: NOT, stuck: NOT, wrongReply: NOT, swallowed: NOT },
  },
  ...{ states: 0, transitions: 0, complete: true, beyond: false },
};
const USUAL_HEADLINE = headlineOf(USUAL);
