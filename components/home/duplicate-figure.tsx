'use client';

import { memo, useId, useLayoutEffect, useRef, useState } from 'react';

import { Counters } from '@/components/home/counters';
import type { FigureRun } from '@/components/home/figure-run';
import { Spaced } from '@/components/ui/spaced';
import { usePlayer } from '@/components/home/use-player';
import { keepHeads } from '@/components/mermaid/keep-heads';
import { drawnSize } from '@/components/mermaid/drawn-size';
import { keepInSight } from '@/components/mermaid/keep-in-sight';
import { reveal } from '@/components/mermaid/reveal';
import { Icon } from '@/components/ui/icons';
import { Press } from '@/components/ui/press';

/** The same story under one setting of the figure's switch. */
export interface FigureSetting {
  readonly run: FigureRun;
  /** What the switch does while it stands like this. */
  readonly help: string;
}

interface DuplicateFigureProps {
  /** What the switch turns on. */
  readonly defence: string;
  readonly noun: string;
  readonly label: string;
  readonly off: FigureSetting;
  readonly on: FigureSetting;
}

/** A duplicate as it happens, and the switch that prevents it. Data in, attributes out: no engine is loaded. */
export function DuplicateFigure({ defence, noun, label, off, on }: DuplicateFigureProps) {
  const [defended, setDefended] = useState(false);
  const { run, help } = defended ? on : off;
  const figure = useRef<HTMLElement>(null);
  const { position, playing, goTo, replay, play } = usePlayer(figure, run.steps);
  const end = run.steps.length - 1;
  const step = run.steps[position] ?? run.steps[end];
  const told = [...off.run.steps, ...on.run.steps].map(({ caption }) => caption);

  const turn = () => {
    const turned = !defended;
    setDefended(turned);
    replay((turned ? on : off).run.steps);
  };

  return (
    <figure
      ref={figure}
      aria-label={label}
      className="min-w-0 overflow-hidden rounded-lg border border-line bg-panel"
    >
      <div className="flex flex-col border-b border-line sm:flex-row">
        <Switch {...{ defence, defended, help, turn }} helps={[off.help, on.help]} />
        <Counters
          expected={step?.expected ?? 0}
          actual={step?.actual ?? 0}
          {...{ noun }}
          ended={position === end}
        />
      </div>
      <figcaption className="px-4 pt-4 pb-3 font-serif text-lg leading-snug sm:px-6 sm:text-xl">
        <Spaced text={step?.caption ?? ''} among={told} testId="caption" />
        <noscript>
          Without scripts this can’t be played. How it ends: {off.run.steps.at(-1)?.caption}
        </noscript>
      </figcaption>
      <Drawing
        key={run.href}
        svg={run.svg}
        position={position}
        inSight={step?.inSight ?? position}
        label={`Sequence diagram at step ${position} of ${end}; the sentence above tells it.`}
      />
      <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 sm:px-6">
        <div role="group" aria-label="Steps" className="flex gap-1">
          <Press
            label="Step back"
            icon="back"
            off={position === 0}
            onPress={() => goTo(position - 1)}
          />
          <button
            type="button"
            aria-label={playing ? 'Pause' : 'Play'}
            className="grid size-9 place-items-center rounded-md border border-ink bg-ink text-paper"
            onClick={() => play(!playing)}
          >
            <Icon name={playing ? 'pause' : 'play'} />
          </button>
          <Press
            label="Step forward"
            icon="forward"
            off={position === end}
            onPress={() => goTo(position + 1)}
          />
        </div>
        <p className="min-w-17 font-mono text-sm text-muted tabular-nums" data-testid="progress">
          {position} of {end}
        </p>
        <a
          href={run.href}
          className="ml-auto inline-flex min-h-9 items-center rounded-md border border-line px-3 text-sm hover:border-edge"
        >
          Open in the lab
        </a>
        <p role="status" className="sr-only">
          {playing || position === 0 ? '' : `Step ${position} of ${end}. ${step?.sentence ?? ''}`}
        </p>
      </div>
    </figure>
  );
}

interface SwitchProps {
  readonly defence: string;
  readonly defended: boolean;
  readonly help: string;
  readonly helps: readonly string[];
  readonly turn: () => void;
}

function Switch({ defence, defended, help, helps, turn }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex-1 px-4 py-3 sm:px-6 sm:py-4">
      <button
        type="button"
        role="switch"
        aria-checked={defended}
        aria-describedby={id}
        className="group flex min-h-9 items-center gap-3 text-left text-[1.0625rem] font-semibold"
        onClick={turn}
      >
        <span
          aria-hidden="true"
          className="flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-edge bg-soft p-0.5 group-hover:border-ink group-aria-checked:justify-end group-aria-checked:border-intent group-aria-checked:bg-intent"
        >
          <span className="size-5 rounded-full bg-ink group-aria-checked:bg-paper" />
        </span>
        {defence}
        <span aria-hidden="true" className="font-normal text-muted">
          {defended ? 'on' : 'off'}
        </span>
      </button>
      <div id={id} className="mt-1.5 max-w-prose text-sm leading-snug text-muted">
        <Spaced text={help} among={helps} />
      </div>
    </div>
  );
}

interface DrawingProps {
  readonly svg: string | null;
  readonly position: number;
  readonly inSight: number;
  readonly label: string;
}

/** On a wide page the whole drawing fits; on a narrow one it stays readable and follows the step. */
function Drawing({ svg, position, inSight, label }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawing = frame.current?.querySelector('svg');
    if (!frame.current || !drawing) return;
    reveal(drawing, position);
    keepInSight(frame.current, drawing, inSight);
  }, [position, inSight]);
  const followHeads = () => {
    const drawing = frame.current?.querySelector('svg');
    if (frame.current && drawing) keepHeads(drawing, frame.current.scrollTop);
  };
  return (
    <div
      ref={frame}
      data-scrolls=""
      className="home-drawing diagram"
      style={drawnSize(svg ?? '')}
      // Scrolls by itself on a narrow page, and must then be reached by keyboard too.
      onScroll={followHeads}
      tabIndex={0}
      role="region"
      aria-label="Diagram"
    >
      {svg === null ? (
        <p className="py-6 text-muted">The drawing is missing here; the lab draws it anew.</p>
      ) : (
        <div role="img" aria-label={label} className="contents">
          <Drawn svg={svg} />
        </div>
      )}
    </div>
  );
}

const Drawn = memo(function Drawn({ svg }: { readonly svg: string }) {
  // Made at build time from a scenario of ours; nothing of a visitor's is in it.
  return <div aria-hidden="true" className="contents" dangerouslySetInnerHTML={{ __html: svg }} />;
});
