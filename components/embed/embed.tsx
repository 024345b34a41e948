'use client';

import { Suspense, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import { OpenInLab } from '@/components/embed/open-in-lab';
import { useHeight, useSlide, useUnusedKeys } from '@/components/embed/host';
import { Said } from '@/components/lab/said';
import { type Prerendered, SequenceDiagramFigure } from '@/components/mermaid/sequence-diagram';
import type { Pick } from '@/components/script/step-menu';
import { ChangeStep } from '@/components/script/change-step';
import { queryOf } from '@/components/share/share-links';
import { useKeys } from '@/components/transport/keys';
import { type Stepping, stepKeys } from '@/components/transport/step-keys';
import { Transport } from '@/components/transport/transport';
import { useStepping } from '@/components/transport/use-stepping';
import { Complaints } from '@/components/ui/complaints';
import { later } from '@/components/ui/later';
import { neverInWords } from '@/components/view/never';
import { beatsOf, partOf, placeInPart } from '@/components/view/part';
import { captionAt, START, type Story } from '@/components/view/story';
import { litBy } from '@/components/why/lit';
import { useScenario } from '@/components/view/use-story';
import { currentQuery, serverQuery, subscribe } from '@/components/view/view-store';
import { embedFromQuery, embedToQuery } from '@/lib/permalink/permalink';

const StepMenu = later(async () => (await import('@/components/script/step-menu')).StepMenu);

interface EmbedProps {
  readonly slug: string;
  readonly prerendered: Prerendered | null;
}

/**
 * A run within somebody else's page: diagram, captions, transport. It never takes the focus, never
 * scrolls the page around it, and needs neither storage nor history.
 */
export function Embed({ slug, prerendered }: EmbedProps) {
  const query = useSyncExternalStore(subscribe, currentQuery, serverQuery);
  const embed = useMemo(() => embedFromQuery(query), [query]);
  const state = useScenario(slug, { query: embedToQuery(embed.view) });
  const { view, story, change } = state;
  const { scenario } = story.played;
  const length = story.beats.length;
  const part = partOf(embed.view, length);
  const { start, end } = part;
  const position = Math.min(Math.max(state.position, start), end);
  const [pick, setPick] = useState<Pick | null>(null);
  const { playing, play, goTo } = useStepping({ ...state, length, position }, part);
  useEmbedKeys({ position, length, playing, goTo, play });
  useUnusedKeys({ atStart: position <= start, atEnd: position >= end });
  useSlide(
    () => play(true),
    () => play(false),
  );

  const pickStep = (entry: number, at: DOMRect) => {
    play(false);
    setPick({ entry, at });
  };

  const lit = useMemo(() => litBy(story.played.run.trace, view.why), [story, view.why]);

  const frame = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useHeight(frame, content);
  const beats = useMemo(
    () => beatsOf(story.beats, { start, end, complaint: null }),
    [story, start, end],
  );
  const complaints = [
    ...state.complaints,
    ...embed.complaints,
    part.complaint ?? '',
    neverInWords(story.played) ?? '',
  ];

  return (
    <>
      <main ref={frame} className="flex h-dvh flex-col bg-panel">
        <div>
          <h1 className="sr-only">{scenario.question}</h1>
          <Captions {...{ story, position }} />
        </div>
        <div
          data-scrolls=""
          // Scrolls by keyboard too; nothing puts the focus here but the reader.
          tabIndex={0}
          role="region"
          aria-label="Diagram"
          className="embed-drawing min-h-44 flex-1 overflow-auto [scrollbar-width:thin]"
        >
          {/* As wide as the frame leaves it, with or without a bar beside it, so that its height comes to rest. */}
          <div ref={content} className="mx-auto w-[calc(100vw-1.5rem)] pb-3 print:w-auto">
            <SequenceDiagramFigure
              diagram={story.diagram}
              position={position}
              prerendered={prerendered}
              label={`Sequence diagram of ${length} steps; the sentence above it tells the present one.`}
              className="[&_svg]:w-[max(100%,30rem)]"
              lit={lit}
              {...(embed.view.lock ? {} : { onPick: pickStep })}
            />
          </div>
        </div>
        <div>
          {/* Here, and not above: what turns up after the first paint must not push the diagram down. */}
          <Complaints complaints={complaints.filter((sentence) => sentence !== '')} />
          <Transport
            {...{ beats, playing }}
            length={end - start}
            position={position - start}
            {...placeInPart(part, position, length)}
            startMs={story.beats[start - 1]?.atMs ?? 0}
            speed={view.speed}
            onStep={(to) => goTo(start + to)}
            onPlay={play}
          />
          <Said {...{ story, position, playing }} />
          <div className="flex min-h-7 items-center justify-between gap-x-3 border-t border-line px-3 py-0.5 text-[0.8125rem] sm:px-6">
            {!embed.view.lock && (
              <ChangeStep {...{ position }} first={start + 1} onPick={pickStep} />
            )}
            <p className="ml-auto">
              <OpenInLab
                href={withQuery(`../lab/${slug}`, queryOf({ ...state, length, position }))}
              />
            </p>
          </div>
        </div>
      </main>
      <Suspense>
        {pick && !embed.view.lock && (
          <StepMenu
            {...{ story, pick }}
            onClose={() => setPick(null)}
            onGoTo={goTo}
            onEdit={(script) => change({ script, step: null })}
          />
        )}
      </Suspense>
    </>
  );
}

const withQuery = (path: string, query: string): string => (query ? `${path}?${query}` : path);

/** As on a scenario’s page, and a presenter’s page keys besides. */
function useEmbedKeys(stepping: Stepping): void {
  const { k, ...keys } = stepKeys(stepping);
  useKeys({ ...keys, k, Space: k });
}

/** The present step's sentence, in a place as tall as the longest, so that a step moves nothing. */
function Captions({ story, position }: { readonly story: Story; readonly position: number }) {
  // Of all settings: which ones a link has is known only after the first paint.
  const all = [...story.played.scenario.captions.map(({ text }) => text), ...story.captions];
  const longest = all.reduce((a, b) => (b.length > a.length ? b : a), START);
  return (
    <div className="grid px-3 pt-3 pb-2 font-serif text-[1.0625rem] leading-snug text-balance *:[grid-area:1/1] sm:px-6 sm:text-[1.125rem]">
      <p aria-hidden="true" className="invisible">
        {longest}
      </p>
      <p data-testid="caption">{captionAt(story, position)}</p>
    </div>
  );
}
