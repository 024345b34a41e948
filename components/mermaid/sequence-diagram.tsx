'use client';

import { memo, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

import { drawnSize } from '@/components/mermaid/drawn-size';
import { keepHeads } from '@/components/mermaid/keep-heads';
import { keepInSight } from '@/components/mermaid/keep-in-sight';
import { light } from '@/components/mermaid/light';
import { reveal } from '@/components/mermaid/reveal';
import { drawFirst } from '@/components/search/sight-first';
import type { Lit } from '@/components/why/lit';
import { fingerprint } from '@/lib/projections/fingerprint';
import type { SequenceDiagram } from '@/lib/projections/sequence-diagram';

/** A drawing made at build time, and of which source it is the drawing. */
export interface Prerendered {
  readonly fingerprint: string;
  readonly svg: string;
}

interface SequenceDiagramFigureProps {
  readonly diagram: SequenceDiagram;
  readonly position: number;
  readonly label: string;
  readonly prerendered?: Prerendered | null;
  /** A drawn step was pressed: which entry, and where. */
  readonly onPick?: (entry: number, at: DOMRect) => void;
  /** The head of a lifeline was pressed: whose. */
  readonly onHead?: (process: string) => void;
  /** What led to a step, if that is asked. */
  readonly lit?: Lit | null;
  readonly className?: string;
}

/**
 * The run as a sequence diagram. It is drawn once for each trace; a step only changes attributes of
 * what is drawn. Mermaid is loaded when something other than the prerendered run is to be shown.
 */
export function SequenceDiagramFigure(props: SequenceDiagramFigureProps) {
  const { diagram, position, label, prerendered = null, onPick, onHead } = props;
  const { lit = null, className } = props;
  const figure = useRef<HTMLDivElement>(null);
  const shown = useRef(position);
  const { html, drawn, problem } = useDrawing(diagram, prerendered);

  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('svg');
    if (!svg) return;
    reveal(svg, position);
    shown.current = position;
    const scroller = figure.current?.closest('[data-scrolls]');
    if (scroller) keepInSight(scroller, svg, position);
  }, [html, position]);

  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('svg');
    if (svg && (lit !== null || svg.hasAttribute('data-why'))) light(svg, lit);
  }, [html, lit]);

  useEffect(() => {
    const svg = figure.current?.querySelector('svg');
    const scroller = figure.current?.closest('[data-scrolls]');
    if (!svg || !scroller) return;
    const follow = () => keepHeads(svg, scroller.scrollTop);
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    // A scroller that becomes smaller must not cut the present step off.
    const observer = new ResizeObserver(() => keepInSight(scroller, svg, shown.current));
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', follow);
      observer.disconnect();
    };
  }, [html]);

  const pick = (event: MouseEvent<HTMLDivElement>) => {
    if (!(event.target instanceof Element)) return;
    const head = event.target.closest('.heads [data-id]')?.getAttribute('data-id');
    if (head) onHead?.(head);
    const drawn = event.target.closest('[data-entry]');
    if (!drawn || !onPick) return;
    onPick(Number(drawn.getAttribute('data-entry')), drawn.getBoundingClientRect());
  };

  return (
    <div
      ref={figure}
      role="img"
      aria-label={label}
      aria-busy={html === null}
      data-drawn={drawn ?? undefined}
      data-wanted={fingerprint(diagram.source)}
      style={drawnSize(html ?? '')}
      className={`diagram ${onPick ? 'can-pick' : ''} ${className ?? ''}`}
      onClick={pick}
    >
      {problem !== null && (
        <p className="p-6 text-muted">
          The diagram could not be drawn ({problem}). The transcript tells the same.
        </p>
      )}
      {html !== null && problem === null && <Drawn html={html} />}
      {html === null && problem === null && <p className="p-6 text-muted">Drawing the diagram …</p>}
    </div>
  );
}

const Drawn = memo(function Drawn({ html }: { readonly html: string }) {
  // The markup is Mermaid's, under its strict level; no text of ours or of a link's gets here unescaped.
  return (
    // Its texts stand in no order, and tell what is still ahead: the figure's label speaks for it.
    <div aria-hidden="true" className="contents" dangerouslySetInnerHTML={{ __html: html }} />
  );
});

interface Drawing {
  /** The source of which `html` is the drawing, or which could not be drawn. */
  readonly source: string;
  readonly html: string | null;
  readonly problem: string | null;
}

/** Loads what draws when something is to be drawn. Side by side: the one asks for the other only once it is there. */
async function draw(diagram: SequenceDiagram): Promise<string> {
  const [{ drawSequence }] = await Promise.all([
    import('@/components/mermaid/drawings'),
    import('mermaid'),
  ]);
  return drawSequence(diagram);
}

/** The drawing of a diagram; while a new one is being drawn, the one before it. */
function useDrawing(diagram: SequenceDiagram, prerendered: Prerendered | null) {
  const [latest, setLatest] = useState<Drawing | null>(null);
  const ready =
    prerendered !== null && prerendered.fingerprint === fingerprint(diagram.source)
      ? prerendered.svg
      : null;
  useEffect(() => {
    if (ready !== null) return;
    let wanted = true;
    const finish = (html: string | null, problem: string | null) => {
      if (wanted) setLatest({ source: diagram.source, html, problem });
    };
    drawFirst(draw(diagram)).then(
      (html) => finish(html, null),
      (error: unknown) => finish(null, error instanceof Error ? error.message : 'unknown reason'),
    );
    return () => {
      wanted = false;
    };
  }, [diagram, ready]);
  if (ready !== null) return { html: ready, drawn: fingerprint(diagram.source), problem: null };
  return {
    html: latest?.html ?? prerendered?.svg ?? null,
    drawn: latest ? fingerprint(latest.source) : (prerendered?.fingerprint ?? null),
    problem: latest?.problem ?? null,
  };
}
