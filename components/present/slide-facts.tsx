import type { ReactNode } from 'react';

import { Mark } from '@/components/outcomes/marks';
import { PrintedEnd } from '@/components/outcomes/printed-end';
import { toneOf } from '@/components/verdict/tone';
import { useVerdict } from '@/components/verdict/use-verdict';
import { isOver, type Story } from '@/components/view/story';
import { neverInWords } from '@/components/view/never';
import { presentIn, type Verdicts } from '@/lib/outcomes/outcome';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { isDefence, labelOf } from '@/lib/scenario/knobs';
import { withoutStory } from '@/lib/scenario/retell';
import { headlineOf, reasonOf } from '@/lib/scenario/verdict-words';

interface SlideFactsProps {
  readonly story: Story;
  readonly position: number;
  readonly outcomes: Verdicts;
}

/** What a room can't turn or ask, and must know all the same: where the knobs stand, what went wrong, what all schedules can do. */
export function SlideFacts({ story, position, outcomes }: SlideFactsProps) {
  return (
    <div className="mt-[1.2vw] space-y-[1vw] text-[length:calc(var(--fit,1)*clamp(0.875rem,1.35vw,3rem))] leading-snug max-md:mt-3 max-md:space-y-2">
      <Stands story={story} />
      <OutcomesSoFar {...{ outcomes }} ended={isOver(story, position)} />
      <OverAllSchedules {...{ story }} shown={position >= story.beats.length} />
    </div>
  );
}

interface SlideComplaintsProps {
  /** What of the link could not be read, a sentence each. */
  readonly complaints: readonly string[];
  readonly story: Story;
}

/** A room must not take another run for the one that was meant: what of the link, or of its script, came to nothing. */
export function SlideComplaints({ complaints, story: { played } }: SlideComplaintsProps) {
  const never = neverInWords(played);
  const said = never === null ? complaints : [...complaints, never];
  if (said.length === 0) return null;
  return (
    <p
      role="status"
      className="mb-[1vw] text-[length:calc(var(--fit,1)*clamp(0.875rem,1.2vw,2.5rem))] leading-snug text-fault"
    >
      {said.join(' ')}
    </p>
  );
}

/**
 * The same on paper, where the run is told to its end. It comes before the drawing: what comes after one that goes on over
 * several sheets is printed on it.
 */
export function PrintedFacts({ story, children }: PrintedFactsProps) {
  return (
    <div aria-hidden="true" className="hidden px-4 pb-4 print:block">
      {children}
      <Stands story={story} />
      <PrintedEnd judgement={story.played.judgement} ended={isOver(story, story.beats.length)} />
    </div>
  );
}

interface PrintedFactsProps {
  readonly story: Story;
  /** What is told before it. */
  readonly children: ReactNode;
}

/** The defences first: they are what a lesson turns. */
function Stands({ story: { played } }: Pick<SlideFactsProps, 'story'>) {
  const knobs = Object.entries(withoutStory(played.scenario.knobs)).sort(
    ([, a], [, b]) => Number(isDefence(b)) - Number(isDefence(a)),
  );
  return (
    <p data-testid="stands" className="text-muted">
      {knobs.map(([name, knob], place) => (
        <span key={name}>
          {/* No line begins with a dot, or ends before a value. */}
          {place > 0 && '\u00A0· '}
          {knob.label}:{'\u00A0'}
          <span className="text-ink">{labelOf(knob, played.settings[name])}</span>
        </span>
      ))}
    </p>
  );
}

interface OutcomesSoFarProps {
  readonly outcomes: Verdicts;
  readonly ended: boolean;
}

function OutcomesSoFar({ outcomes, ended }: OutcomesSoFarProps) {
  const present = presentIn(outcomes);
  const row = 'flex items-center gap-[0.4em] font-semibold [&_svg]:size-[1em]';
  return (
    <ul
      aria-label={ended ? 'Outcomes of this run' : 'Outcomes so far'}
      className="flex flex-wrap gap-x-[1em] gap-y-1"
    >
      {present.map((name) => (
        <li key={name} className={`${row} text-harm`}>
          <Mark of={name} />
          {OUTCOME_WORDS[name].name}
        </li>
      ))}
      {ended && present.length === 0 && (
        <li className={`${row} text-effect`}>
          <Mark of="none" />
          none of the five outcomes
        </li>
      )}
    </ul>
  );
}

interface OverAllSchedulesProps {
  readonly story: Story;
  readonly shown: boolean;
}

/** Searched from the first step on, to be there at the last. */
function OverAllSchedules({ story, shown }: OverAllSchedulesProps) {
  const { job, bounds, outside } = useVerdict(story);
  return (
    // Empty it stays: only a change of what is there is said aloud.
    <div role="status" data-testid="slide-verdict">
      {shown && job?.state === 'done' && (
        <>
          <p className="text-muted">Over all schedules</p>
          {outside && <p className="text-fault">{outside}</p>}
          <p className={`font-semibold ${toneOf(job.result, outside !== null)}`}>
            {headlineOf(job.result)}
          </p>
          <p className="mt-[0.2em] text-[0.88em]">{reasonOf(job.result, bounds)}</p>
        </>
      )}
      {shown && job?.state === 'failed' && (
        <p className="text-fault">The search over all schedules broke down ({job.reason}).</p>
      )}
    </div>
  );
}
