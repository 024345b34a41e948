import { memo } from 'react';

import { PrintedEnd } from '@/components/outcomes/printed-end';
import type { Story } from '@/components/view/story';
import { formatDirective } from '@/lib/engine/directive';
import { formatMs } from '@/lib/projections/format-ms';
import { CALM_DAY, describeDirective } from '@/lib/scenario/edit-script';
import { labelOf } from '@/lib/scenario/knobs';
import type { Played } from '@/lib/scenario/play';

interface PrintoutProps {
  readonly story: Story;
  /** Which of two it is; null where there is one. */
  readonly name: string | null;
}

/** The page on paper: the settings, then one panel for each step, then what came of it at the end. */
export const Printout = memo(function Printout({ story, name }: PrintoutProps) {
  const { scenario, settings, judgement } = story.played;
  return (
    <section aria-hidden="true" className="hidden px-7 py-4 print:block">
      {name !== null && <h2 className="break-after-avoid font-serif text-xl">{name}</h2>}
      <p>
        {Object.entries(scenario.knobs).map(([name, knob]) => (
          <span key={name} className="mr-4">
            {knob.label}: <strong>{labelOf(knob, settings[name])}</strong>
          </span>
        ))}
      </p>
      <PrintedScript played={story.played} />
      <ol className="mt-4 grid grid-cols-2 gap-3">
        {story.beats.map(({ index, sentence, atMs }) => (
          <li key={index} className="break-inside-avoid border border-edge p-3">
            <p className="font-mono text-sm">
              {index + 1} · {formatMs(atMs)}
            </p>
            <p className="font-serif text-lg leading-snug">{story.captions[index]}</p>
            {story.captions[index] !== sentence && <p className="mt-1 text-sm">{sentence}</p>}
          </li>
        ))}
      </ol>
      <PrintedEnd {...{ judgement }} />
    </section>
  );
});

/** Each line in words, as the page has it; then as it is written, so that the run can be typed in again. */
function PrintedScript({ played }: { readonly played: Played }) {
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
