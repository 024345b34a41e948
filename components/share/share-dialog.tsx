'use client';

import { type ReactNode, useId, useState } from 'react';

import { exportDiagram } from '@/components/mermaid/export';
import { toPng } from '@/components/mermaid/export-png';
import { Copied } from '@/components/share/copied';
import { EmbedOptions } from '@/components/share/embed-options';
import { linkOf, slideLinkOf } from '@/components/share/share-links';
import { markdownOf } from '@/components/share/share-texts';
import { useShare } from '@/components/share/use-share';
import { Button } from '@/components/ui/button';
import { closeDialog, Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icons';
import { stepsOf } from '@/components/view/story';
import type { ScenarioState } from '@/components/view/use-story';
import { formatMs } from '@/lib/projections/format-ms';
import { counted } from '@/lib/words/counted';

interface ShareDialogProps {
  readonly state: ScenarioState;
  readonly onClose: () => void;
}

/** Carries this very moment elsewhere: as a link, as text, as a picture, or as a frame in another page. */
export function ShareDialog({ state, onClose }: ShareDialogProps) {
  // The moment at which Share was pressed: a run that plays on behind the dialog changes nothing in it.
  const [shared] = useState(state);
  const { scenario, story, twin, position, length } = shared;
  const title = useId();
  const { feedback, copy, save } = useShare();

  const link = linkOf(shared, window.location.href);
  const file = `${scenario.slug}-step-${position}`;
  const drawing = () => exportDiagram(story.diagram, position);
  return (
    <Dialog
      aria-labelledby={title}
      // It hangs from its top: in the middle, words at its foot would move the button that was just pressed.
      className="mx-auto mt-[4dvh] mb-auto max-h-[92dvh] w-[46rem] max-w-[calc(100vw-16px)] overflow-y-auto border-edge backdrop:bg-[#131419]/50"
      onClose={onClose}
      // The browser would give the focus to the ground below, and everything on it would be read out.
      onOpen={(dialog) => dialog.querySelector('button')?.focus()}
    >
      {/* It takes the focus of a press on plain ground, which would go to the page behind. */}
      <div tabIndex={-1} className="relative outline-none">
        <div className="px-4 pt-4 pb-3 sm:px-6 sm:pt-5">
          <h2 id={title} className="pr-10 font-serif text-[1.375rem] leading-tight">
            Share this moment
          </h2>
          <p className="mt-1 text-sm text-muted">
            {scenario.title}, step <span className="tabular-nums">{position}</span> of{' '}
            <span className="tabular-nums">{length}</span>,{' '}
            {formatMs(stepsOf(story, twin)[position - 1]?.atMs ?? 0)}
          </p>
        </div>
        <ul className="border-y border-line px-4 sm:px-6">
          <Row
            action="Copy link"
            explains="Opens this scenario at this step, with these settings and this script."
            onPress={() => copy(link, 'Link')}
          />
          <Row
            action="Copy link for a room"
            explains={`Opens this run as a slide, at its start${twin ? ', without the other one' : ''}: one press is one step.`}
            onPress={() => copy(slideLinkOf(shared, window.location.href), 'Link for a room')}
          />
          <Row
            action="Copy Mermaid"
            explains={`The diagram’s source, ${counted(story.diagram.source.length)} characters: GitHub, GitLab and many wikis draw it.`}
            onPress={() => copy(story.diagram.source, 'Mermaid')}
          />
          <Row
            action="Copy Markdown"
            explains="The whole run in words: settings, script, diagram, steps and outcomes."
            onPress={() => copy(markdownOf(shared, link), 'Markdown')}
          />
          <Row
            action="Download SVG"
            explains="The diagram as you see it: at this step, in these colours."
            onPress={() =>
              save('SVG', async () => {
                const { svg } = await drawing();
                return { blob: new Blob([svg], { type: 'image/svg+xml' }), file: `${file}.svg` };
              })
            }
          />
          <Row
            action="Download PNG"
            explains="The same as a picture for slides, twice as large as on the page."
            onPress={() =>
              save('PNG', async () => {
                const { blob, width, height, reduced } = await toPng(await drawing());
                const remark = reduced
                  ? `, made smaller to fit ${width} × ${height} pixels, the most that a picture may have`
                  : '';
                return { blob, file: `${file}.png`, remark };
              })
            }
          />
        </ul>
        <EmbedOptions shared={shared} onCopy={(text) => copy(text, '<iframe>')} />
        {/* In sight, whatever was pressed. Empty it takes no room. */}
        <div
          className={`sticky bottom-0 bg-panel ${feedback.words === '' ? '' : 'border-t border-line px-4 py-2.5 sm:px-6'}`}
        >
          <Copied feedback={feedback} />
        </div>
        <button
          type="button"
          aria-label="Close"
          className="absolute top-3 right-3 grid size-9 place-items-center rounded-md text-muted hover:bg-soft hover:text-ink"
          onClick={closeDialog}
        >
          <Icon name="close" />
        </button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly action: string;
  readonly explains: ReactNode;
  readonly onPress: () => void;
}

function Row({ action, explains, onPress }: RowProps) {
  const id = useId();
  return (
    <li className="flex flex-col gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0 sm:flex-row sm:items-center">
      <Button aria-describedby={id} className="sm:w-40" onClick={onPress}>
        {action}
      </Button>
      <p id={id} className="min-w-0 flex-1 text-sm leading-snug text-muted">
        {explains}
      </p>
    </li>
  );
}
