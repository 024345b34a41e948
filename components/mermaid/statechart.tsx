'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AnyStateMachine } from 'xstate';

import { keepReadable } from '@/components/mermaid/keep-readable';
import { drawMermaid } from '@/components/mermaid/load';
import { StatechartDialog } from '@/components/mermaid/statechart-dialog';
import { Button } from '@/components/ui/button';
import { STAYS, toStatechart } from '@/lib/projections/statechart';

interface StatechartProps {
  readonly machine: AnyStateMachine;
  /** Path of the present state: `inOneTransaction.claiming`. */
  readonly path: string;
  /** Whose it is. */
  readonly name: string;
  readonly label: string;
  /** Moves through the run in the larger view, which covers what else does. */
  readonly steps: ReactNode;
  /** The present state in words, above the chart in both views. */
  readonly children: ReactNode;
}

/** A machine as it is defined, with its present state lit. */
export function Statechart(props: StatechartProps) {
  const { machine, path, name, label, steps, children } = props;
  const [isLarge, setLarge] = useState(false);
  const html = useDrawing(machine);
  if (typeof html !== 'string') {
    return (
      <>
        {children}
        <p className="py-4 text-sm text-muted">
          {html === null ? 'The statechart could not be drawn.' : 'Drawing the statechart …'}
        </p>
      </>
    );
  }
  const legend = html.includes(STAYS) && (
    <p className="text-sm text-muted">{STAYS} does not leave the state</p>
  );
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        {children}
        <Button aria-haspopup="dialog" className="no-print" onClick={() => setLarge(true)}>
          Larger view
        </Button>
      </div>
      <Drawing {...{ html, machine, path, label }} view={IN_COLUMN} />
      {legend}
      {isLarge && (
        <StatechartDialog
          title={`Statechart of ${name}`}
          head={
            <>
              {children}
              {legend}
            </>
          }
          steps={steps}
          onClose={() => setLarge(false)}
        >
          <Drawing {...{ machine, path, label }} html={withOtherIds(html)} view={LARGE} />
        </StatechartDialog>
      )}
    </>
  );
}

const kept = new Map<string, string>();

/** A machine’s drawing without a state lit; undefined while it is being drawn, null where it can’t be. */
function useDrawing(machine: AnyStateMachine): string | null | undefined {
  const [drawn, setDrawn] = useState<{ id: string; html: string | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const finish = (html: string | null) => {
      if (wanted) setDrawn({ id: machine.id, html });
    };
    const known = kept.get(machine.id);
    const drawing = known ? Promise.resolve(known) : drawMermaid(toStatechart(machine).source);
    drawing.then(
      (html) => {
        kept.set(machine.id, html);
        finish(html);
      },
      () => finish(null),
    );
    return () => {
      wanted = false;
    };
  }, [machine]);
  return drawn?.id === machine.id ? drawn.html : undefined;
}

interface ChartView {
  /** Between which scales a drawing fits its frame; beyond the first it is scrolled. */
  readonly min: number;
  readonly max: number;
  /** Of the frame. */
  readonly className: string;
}

/** A chart is wider than its column more often than a diagram. */
const IN_COLUMN: ChartView = {
  ...{ min: 0.7, max: 1 },
  className: 'overflow-x-auto rounded-md border border-line bg-panel p-2',
};
const LARGE: ChartView = {
  ...{ min: 0.85, max: 1.25 },
  className: 'min-h-0 overflow-auto border-t border-line p-3 -outline-offset-2',
};

interface DrawingProps extends Pick<StatechartProps, 'machine' | 'path' | 'label'> {
  readonly html: string;
  readonly view: ChartView;
}

/** The drawing as wide as fits, in a frame that is scrolled to the present state. */
function Drawing({ html, machine, path, label, view }: DrawingProps) {
  const figure = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('svg');
    if (!svg) return;
    keepReadable(svg, view.min);
    svg.style.maxWidth = `${Math.round(svg.viewBox.baseVal.width * view.max)}px`;
  }, [html, view]);
  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('svg');
    if (!svg) return;
    for (const lit of svg.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
    const node = toStatechart(machine).nodes[path] ?? '';
    for (const group of svg.querySelectorAll('g[id*="-state-"]')) {
      if (new RegExp(`-state-${node}-\\d+$`).test(group.id)) group.setAttribute('data-lit', '');
    }
    bringToMiddle(figure.current?.parentElement, svg.querySelector('[data-lit]'));
  }, [html, machine, path]);
  return (
    <div
      data-scrolls="always"
      // Wider than its frame, it can be scrolled by keyboard.
      tabIndex={0}
      role="group"
      aria-label="Statechart"
      className={view.className}
    >
      <div ref={figure} role="img" aria-label={label} className="statechart">
        <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </div>
  );
}

/** Scrolls the frame; never moves the page around it. */
function bringToMiddle(frame: Element | null | undefined, node: Element | null): void {
  if (!frame || !node) return;
  const [around, lit] = [frame.getBoundingClientRect(), node.getBoundingClientRect()];
  frame.scrollLeft += lit.left + lit.width / 2 - (around.left + around.width / 2);
  frame.scrollTop += lit.top + lit.height / 2 - (around.top + around.height / 2);
}

/** A second drawing in the page: ids, by which arrows find their heads, must not be those of the first. */
function withOtherIds(html: string): string {
  const id = /<svg[^>]* id="([^"]+)"/.exec(html)?.[1];
  return id === undefined ? html : html.replaceAll(id, `${id}-large`);
}
