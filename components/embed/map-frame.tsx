'use client';

import { type ReactNode, useMemo, useRef, useSyncExternalStore } from 'react';

import { useHeight, useUnusedKeys } from '@/components/embed/host';
import { Complaints } from '@/components/ui/complaints';
import { currentQuery, serverQuery, subscribe } from '@/components/view/view-store';
import { mapFrameFromQuery } from '@/lib/permalink/frame';

interface MapFrameProps {
  readonly label: string;
  readonly head: ReactNode;
  readonly foot: ReactNode;
  /** The map. */
  readonly children: ReactNode;
}

/** A map within somebody else's page, by the rules of every embed; between head and foot it scrolls. */
export function MapFrame({ label, head, foot, children }: MapFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useHeight(frame, content);
  const query = useSyncExternalStore(subscribe, currentQuery, serverQuery);
  const { complaints } = useMemo(() => mapFrameFromQuery(query), [query]);
  useUnusedKeys({ atStart: true, atEnd: true, scrollsFirst: true });
  return (
    <main ref={frame} className="flex h-dvh flex-col bg-paper print:block print:h-auto">
      <div>
        {head}
        <Complaints complaints={complaints} />
      </div>
      <div
        // Scrolls by keyboard too; nothing puts the focus here but the reader.
        tabIndex={0}
        role="region"
        aria-label={label}
        className="map-box relative min-h-0 flex-1 overflow-auto [scrollbar-width:thin] print:overflow-visible"
      >
        <div ref={content}>
          {children}
          <div className="map-cover" />
        </div>
      </div>
      <div>{foot}</div>
    </main>
  );
}
