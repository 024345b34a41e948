import { memo, type ReactNode, useMemo, useSyncExternalStore } from 'react';

import { PrintedEnd } from '@/components/outcomes/printed-end';
import { momentQueryOf } from '@/components/share/share-links';
import { isOver, type Story } from '@/components/view/story';
import type { ScenarioState } from '@/components/view/use-story';
import { formatDirective } from '@/lib/engine/directive';
import type { Judgement } from '@/lib/outcomes/judge';
import { takesTime } from '@/lib/projections/beats';
import { formatMs } from '@/lib/projections/format-ms';
import { CALM_DAY, describeDirective } from '@/lib/scenario/edit-script';
import { labelOf } from '@/lib/scenario/knobs';
import type { Played } from '@/lib/scenario/play';

/** What a page on paper is called, where it is found, and what was set. */
export function PrintedHead(state: ScenarioState) {
  const { story, twin, position, length } = state;
  const query = momentQueryOf(state);
  const place = useSyncExternalStore(never, placeOfPage, () => '');
  return (
    <div aria-hidden="true" className="hidden px-7 pt-4 print:block">
      <p className="font-semibold">
        {story.played.scenario.title}, step {position} of {length}
      </p>
      <p className="mb-2 font-mono text-sm break-all">
        {place}
        {query && `?${query}`}
      </p>
      {!twin && <PrintedSettings played={story.played} />}
    </div>
  );
}

const never = () => () => undefined;

/** Whoever types it leaves the rest out. */
const placeOfPage = (): string => window.location.host + window.location.pathname;

interface PrintoutProps extends Pick<ScenarioState, 'story' | 'position'> {
  /** At that position. */
  readonly judgement: Judgement;
  /** With its settings: it is one of two, and they don't stand at the top. */
  readonly own?: boolean;
}

/** A run on paper, below its diagram: one panel for each step so far, then what came of it. */
export function Printout({ story, position, judgement, own = false }: PrintoutProps) {
  const steps = useMemo(() => stepsOf(story), [story]);
  return (
    <section aria-hidden="true" className="hidden px-7 py-4 print:block">
      {own && <PrintedSettings played={story.played} />}
      <ol className="mt-4 grid grid-cols-2 gap-3">{steps.slice(0, position)}</ol>
      <PrintedEnd {...{ judgement }} ended={isOver(story, position)} />
    </section>
  );
}

/** Made once for a run: a step shows one more, and must not make them all again. */
const stepsOf = ({ beats, captions }: Story): readonly ReactNode[] =>
  beats.map(({ index, sentence, atMs }) => (
    <li key={index} className="break-inside-avoid border border-edge p-3">
      <p className="font-mono text-sm">
        {index + 1}
        {takesTime(beats) && ` · ${formatMs(atMs)}`}
      </p>
      <p className="font-serif text-lg leading-snug">{captions[index]}</p>
      {captions[index] !== sentence && <p className="mt-1 text-sm">{sentence}</p>}
    </li>
  ));

/** What was set, on paper, where no control is: the knobs, then the script. */
const PrintedSettings = memo(function PrintedSettings({ played }: PlayedProps) {
  return (
    <div aria-hidden="true" className="hidden print:block">
      <p>
        {Object.entries(played.scenario.knobs).map(([name, knob]) => (
          <span key={name} className="mr-4">
            {knob.label}: <strong>{labelOf(knob, played.settings[name])}</strong>
          </span>
        ))}
      </p>
      <PrintedScript {...{ played }} />
    </div>
  );
});

interface PlayedProps {
  readonly played: Played;
}

/** Each line in words, as the page has it; then as it is written, so that the run can be typed in again. */
function PrintedScript({ played }: PlayedProps) {
  const { script } = played;
  if (script.length === 0) return <p className="mt-2">{CALM_DAY}</p>;
  return (
    <>
      <p className="mt-2">Script:</p>
      <ol className="list-decimal pl-6">
        {script.map((directive, line) => (
          // A line's place is its identity: two lines may say the same.
          <li key={line}>
            {describeDirective(directive, played)}{' '}
            <code className="ml-2 font-mono text-sm">{formatDirective(directive)}</code>
          </li>
        ))}
      </ol>
    </>
  );
}
