'use client';

import { memo, type ReactNode } from 'react';

import { type Prerendered, SequenceDiagramFigure } from '@/components/mermaid/sequence-diagram';
import { captionAt, type Story } from '@/components/view/story';
import type { ChangeView } from '@/components/view/use-story';
import type { Lit } from '@/components/why/lit';
import { cutOffInWords } from '@/lib/projections/cut-off';

interface DiagramColumnProps {
  readonly story: Story;
  readonly position: number;
  readonly prerendered: Prerendered | null;
  readonly onPick?: (entry: number, at: DOMRect) => void;
  /** Of the caption. */
  readonly beside?: ReactNode;
  /** Left out: no statecharts are beside it. */
  readonly change?: ChangeView;
  readonly lit?: Lit | null;
}

/** The caption of the present step and the diagram below it. */
export const DiagramColumn = memo(function DiagramColumn(props: DiagramColumnProps) {
  const { story, position, prerendered, onPick, beside, change, lit = null } = props;
  const { run, cast } = story.played;
  const cutOff = cutOffInWords(run.ending);
  const onHead = (process: string) => {
    const machine = cast.processes.find(({ id }) => id === process)?.actors[0]?.id;
    if (machine) change?.({ panel: 'machines', machine });
  };
  return (
    <>
      <div className="flex items-start justify-between">
        <Caption story={story} position={position} />
        {beside}
      </div>
      <div
        data-scrolls="always"
        // Can be scrolled by keyboard. Not a region: side by side there are two of the same name.
        tabIndex={0}
        role="group"
        aria-label="Diagram"
        className="lab-diagram min-h-0 flex-1 overflow-auto px-2 pb-4 sm:px-6"
      >
        <SequenceDiagramFigure
          diagram={story.diagram}
          position={position}
          prerendered={prerendered}
          label={`Sequence diagram at step ${position} of ${story.beats.length}; the sentence above tells it.`}
          lit={lit}
          {...(onPick ? { onPick } : {})}
          {...(change ? { onHead } : {})}
        />
        <div role="status">
          {cutOff !== null && <p className="px-2 pt-3 text-sm text-fault">{cutOff}</p>}
        </div>
      </div>
    </>
  );
});

const Caption = ({ story, position }: Pick<DiagramColumnProps, 'story' | 'position'>) => (
  <p
    data-testid="caption"
    data-start={position === 0 ? '' : undefined}
    className="min-h-16 px-4 py-3 font-serif text-[1.125rem] leading-snug text-balance sm:px-8 sm:pt-5 print:break-inside-avoid print:data-start:hidden"
  >
    {captionAt(story, position)}
  </p>
);
