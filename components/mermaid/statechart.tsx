'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AnyStateMachine } from 'xstate';

import { keepReadable } from '@/components/mermaid/keep-readable';
import { drawMermaid } from '@/components/mermaid/load';
import { toStatechart } from '@/lib/projections/statechart';

interface StatechartProps {
  readonly machine: AnyStateMachine;
  /** Path of the present state: `inOneTransaction.claiming`. */
  readonly path: string;
  readonly label: string;
}

const kept = new Map<string, string>();

/** A chart is wider than its column more often than a diagram, and is scrolled to the present state. */
const SCALE_MIN = 0.7;

/** Scrolls the frame sideways; never moves the page around it. */
function bringToMiddle(frame: Element | null | undefined, node: Element | null): void {
  if (!frame || !node) return;
  const [around, lit] = [frame.getBoundingClientRect(), node.getBoundingClientRect()];
  frame.scrollLeft += lit.left + lit.width / 2 - (around.left + around.width / 2);
}

/** A machine as it is defined, with its present state lit. */
export function Statechart({ machine, path, label }: StatechartProps) {
  const figure = useRef<HTMLDivElement>(null);
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

  const html = drawn?.id === machine.id ? drawn.html : undefined;
  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('svg');
    if (svg) keepReadable(svg, SCALE_MIN);
  }, [html]);
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

  if (html === undefined)
    return <p className="py-4 text-sm text-muted">Drawing the statechart …</p>;
  if (html === null) {
    return <p className="py-4 text-sm text-muted">The statechart could not be drawn.</p>;
  }
  return (
    <div
      data-scrolls=""
      // Wider than its column, it can be scrolled by keyboard.
      tabIndex={0}
      role="group"
      aria-label="Statechart"
      className="overflow-x-auto rounded-md border border-line bg-panel p-2"
    >
      <div
        ref={figure}
        role="img"
        aria-label={label}
        className="statechart"
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  );
}
