'use client';

import { useEffect, useRef, useState } from 'react';

import { PAGE_STARTED } from '@/components/chrome/page-started';
import { Ledger } from '@/components/ledger/ledger';
import { type Prerendered, SequenceDiagramFigure } from '@/components/mermaid/sequence-diagram';
import { HelpDialog } from '@/components/present/help-dialog';
import { OfTwo } from '@/components/present/of-two';
import { presentKeys } from '@/components/present/present-keys';
import { SlideButtons } from '@/components/present/slide-buttons';
import { PrintedFacts, SlideComplaints, SlideFacts } from '@/components/present/slide-facts';
import { useFit } from '@/components/present/use-fit';
import { useAwake, useTapsAndSwipes } from '@/components/present/use-pointer';
import { useKeys } from '@/components/transport/keys';
import { Spaced } from '@/components/ui/spaced';
import { saidAt } from '@/components/view/said';
import { isOver } from '@/components/view/story';
import type { ScenarioState } from '@/components/view/use-story';
import { judgementAt } from '@/lib/scenario/play';

interface PresentProps extends ScenarioState {
  readonly playing: boolean;
  readonly goTo: (position: number) => void;
  readonly play: (playing: boolean) => void;
  readonly prerendered: Prerendered | null;
}

/** A run for a room: caption, diagram, ledger and what must be known beside them. One press is one step. */
export function Present({ story, change, goTo, play, ...rest }: PresentProps) {
  const { scenario } = story.played;
  const { playing, prerendered, view, complaints } = rest;
  const length = story.beats.length;
  const position = Math.min(rest.position, length);
  const [blank, setBlank] = useState(false);
  const [helping, setHelping] = useState(false);
  const slide = useRef<HTMLElement>(null);
  const facts = useRef<HTMLDivElement>(null);
  useFit(facts);
  const awake = useAwake();

  // A slide waits for its speaker, whatever was going on before.
  useEffect(() => {
    play(false);
    slide.current?.focus();
    // A page that opens as a slide is at work when there is one: keys that were pressed before it are for it.
    window.dispatchEvent(new Event(PAGE_STARTED));
  }, [play]);

  // Whoever leaves, by whatever way, is back at the button that leads here.
  useEffect(() => () => document.getElementById('present')?.focus(), []);

  const step = (to: number) => goTo(Math.min(to, length));
  const forward = () => (blank ? setBlank(false) : step(position + 1));
  const back = () => (blank ? setBlank(false) : step(position - 1));
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    // The end of both runs, where there are two: a step that only this one is at the end of stays.
    change({ present: false, step: position === rest.length ? null : position });
  };
  const openHelp = () => setHelping(true);
  const controls = { position, length, playing, goTo: step, play };
  const keys = presentKeys({ ...controls, blank, setBlank, openHelp, leave });
  useKeys(keys);
  const taps = useTapsAndSwipes(forward, back);

  const judgement = judgementAt(story.played, position);
  const told = [scenario.question, ...story.captions];
  const ofTwo = view.twin && <OfTwo {...{ scenario }} settings={view.settings} twin={view.twin} />;
  return (
    <main
      ref={slide}
      tabIndex={-1}
      className={`slide grid h-dvh touch-pan-y touch-pinch-zoom grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden bg-panel outline-none md:grid-cols-[minmax(0,1fr)_minmax(13rem,22.5vw)] md:grid-rows-[auto_minmax(0,1fr)] ${awake ? '' : 'cursor-none'}`}
      {...taps}
    >
      <h1 className="sr-only print:not-sr-only print:px-4 print:py-3 print:font-serif print:text-2xl">
        {scenario.question}
      </h1>
      <PrintedFacts story={story}>{ofTwo}</PrintedFacts>
      <p
        // On paper every step is drawn, and no sentence of one of them stands above.
        className="px-4 pt-4 pb-3 font-serif text-[clamp(1.375rem,2.3vw,5rem)] leading-[1.2] sm:px-[2vw] sm:pt-[2vw] sm:pb-[1.2vw] md:col-span-2 print:hidden"
      >
        <Spaced text={told[position] ?? ''} among={told} testId="caption" />
      </p>
      <div
        data-scrolls=""
        tabIndex={0}
        role="region"
        aria-label="Diagram"
        className="slide-drawing min-h-0 touch-pan-y touch-pinch-zoom min-w-0 overflow-auto scroll-smooth px-4 pb-4 sm:px-[2vw]"
      >
        <SequenceDiagramFigure
          diagram={story.diagram}
          position={position}
          prerendered={prerendered}
          label={`Sequence diagram of ${length} steps; the sentence above tells the present one.`}
        />
      </div>
      <div className="no-print flex min-h-0 flex-col gap-3 px-4 pb-3 max-md:border-t max-md:border-line max-md:pt-3 md:pr-[2vw] md:pb-[1.5vw] md:pl-0">
        {ofTwo}
        <div
          ref={facts}
          // May be too tall even in small letters, and is then scrolled.
          tabIndex={0}
          role="region"
          aria-label="Ledger, settings and outcomes"
          className="min-h-0 touch-pan-y touch-pinch-zoom overflow-auto max-md:max-h-[30dvh] md:flex-1"
        >
          <SlideComplaints {...{ complaints, story }} />
          <div className="slide-ledger">
            <Ledger judgement={judgement} meant={scenario.meant} ended={isOver(story, position)} />
          </div>
          <SlideFacts {...{ story, position }} outcomes={judgement.outcomes} />
        </div>
        <SlideButtons {...{ position, length, forward, back, openHelp, leave }} shown={awake} />
      </div>
      <p role="status" data-testid="said" className="no-print sr-only">
        {blank && 'The screen is blank. Any step key brings the slide back.'}
        {!blank && !playing && (position === 0 ? scenario.question : saidAt(story, position))}
      </p>
      {blank && <div className="fixed inset-0 z-20 bg-black" data-testid="blank" />}
      {helping && <HelpDialog keys={keys} onClose={() => setHelping(false)} />}
    </main>
  );
}
