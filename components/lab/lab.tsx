'use client';

import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';

import type { ConceptTitle } from '@/components/concepts/concept-links';
import { Controls } from '@/components/lab/controls';
import { DiagramColumn } from '@/components/lab/diagram-column';
import { PrintedHead, Printout } from '@/components/lab/printout';
import { LabHeader } from '@/components/lab/lab-header';
import { useLabKeys } from '@/components/lab/lab-keys';
import { useStepTo } from '@/components/lab/use-step-to';
import { PartingStatus, Said } from '@/components/lab/said';
import { Ledger } from '@/components/ledger/ledger';
import type { Prerendered } from '@/components/mermaid/sequence-diagram';
import { Outcomes } from '@/components/outcomes/outcomes';
import { Panels } from '@/components/panels/panels';
import type { Pick } from '@/components/script/step-menu';
import { Transport } from '@/components/transport/transport';
import { useStepping } from '@/components/transport/use-stepping';
import { Complaints } from '@/components/ui/complaints';
import { later } from '@/components/ui/later';
import { VerdictCard } from '@/components/verdict/verdict-card';
import { litBy } from '@/components/why/lit';
import { LitNote } from '@/components/why/lit-note';
import { useWhy } from '@/components/why/use-why';
import { isOver, stepsOf } from '@/components/view/story';
import { useScenario } from '@/components/view/use-story';
import { judgementAt } from '@/lib/scenario/play';
import type { WholeCounts } from '@/lib/scenario/count-key';

/** What nobody sees before pressing something is loaded when it is pressed. */
const Compare = later(async () => (await import('@/components/lab/compare')).Compare);
const Present = later(async () => (await import('@/components/present/present')).Present);
const ShareDialog = later(
  async () => (await import('@/components/share/share-dialog')).ShareDialog,
);
const StepMenu = later(async () => (await import('@/components/script/step-menu')).StepMenu);

interface LabProps {
  readonly slug: string;
  readonly prerendered: Prerendered | null;
  /** Where the scenario stands: “HTTP API, 1 of 2”, and the ways to its neighbours. */
  readonly place: ReactNode;
  readonly wholes: WholeCounts;
  /** Of the scenarios that the lesson leads on to, by slug. */
  readonly titles: Readonly<Record<string, string>>;
  /** The rows of the index that the scenario covers. */
  readonly concepts: readonly ConceptTitle[];
}

/** A scenario's page: one state, the address, and many readings of it. */
export function Lab({ slug, prerendered, place, wholes, titles, concepts }: LabProps) {
  const state = useScenario(slug);
  const { view, complaints, story, twin, position, length, change } = state;
  const { scenario } = story.played;
  const [pick, setPick] = useState<Pick | null>(null);
  const [sharing, setSharing] = useState(false);
  // A slide shows one run, even of two: it plays to the end of that.
  const end = view.present ? story.beats.length : length;
  const { playing, play, goTo } = useStepping(state, { start: 0, end });
  const stepTo = useStepTo(goTo);
  useLabKeys({ position, length, playing, goTo: stepTo, play }, view.present);

  const pickStep = useCallback(
    (entry: number, at: DOMRect) => {
      play(false);
      setPick({ entry, at });
    },
    [play],
  );
  const editScript = useCallback(
    (script: string | null, step: number | null = null) => change({ script, step }),
    [change],
  );
  const judgement = judgementAt(story.played, position);
  const lit = useMemo(() => litBy(story.played.run.trace, view.why), [story, view.why]);
  const { explain, unlight } = useWhy(state, goTo);
  const steps = useMemo(() => stepsOf(story, twin), [story, twin]);
  const ended = isOver(story, position);

  if (view.present) {
    return (
      <Suspense>
        <Present {...{ ...state, goTo, playing, play, prerendered }} />
      </Suspense>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col lg:h-[max(100dvh,38rem)] print:block print:h-auto print:min-h-0">
      <LabHeader
        {...{ view, change }}
        onShare={() => setSharing(true)}
        // Where the reader stands: a room is shown this very moment. A run that is over starts anew.
        onPresent={() =>
          change({ present: true, step: position < story.beats.length ? position : 0 })
        }
      />
      <main className="flex flex-1 flex-col lg:min-h-0">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 border-b border-line px-4 pt-3 pb-3 sm:px-7 sm:pt-4 sm:pb-4">
          <div className="min-w-0 flex-1 basis-96">
            {place}
            <h1 className="max-w-3xl font-serif text-[1.375rem] leading-tight text-balance sm:text-[1.75rem]">
              {scenario.question}
            </h1>
          </div>
          <Outcomes judgement={judgement} ended={ended} onEvidence={explain} />
        </div>
        <Complaints complaints={complaints} />
        <PrintedHead {...state} />
        <div
          data-compare={twin ? '' : undefined}
          data-lit={lit ? '' : undefined}
          className="lab-columns flex flex-1 flex-col max-lg:pb-28 max-lg:data-lit:pb-52 lg:grid lg:min-h-0"
        >
          <Controls {...{ state, editScript }} />
          <div className="relative order-1 flex min-w-0 flex-col bg-panel lg:order-none lg:min-h-0">
            <h2 className="sr-only">The run</h2>
            <PartingStatus {...{ story, twin, goTo }} />
            {twin && view.twin ? (
              <Suspense fallback={<Loading />}>
                <Compare
                  {...{ story, twin, position, prerendered, pickStep, change }}
                  settings={view.settings}
                  twinSettings={view.twin}
                />
              </Suspense>
            ) : (
              <DiagramColumn {...{ story, position, prerendered, lit, change }} onPick={pickStep} />
            )}
            <div className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 print:static">
              {!twin && <LitNote {...{ lit }} onGoTo={goTo} onClear={unlight} />}
              <Transport
                {...{ length, position, playing }}
                beats={steps}
                speed={view.speed}
                onStep={stepTo}
                onPlay={play}
                onSpeed={(speed) => change({ speed })}
              />
              <Said {...{ story, twin, position, playing }} />
            </div>
          </div>
          {!twin && (
            <aside
              aria-label="Ledger and readings"
              className="order-3 space-y-5 border-line px-4 py-5 sm:px-6 lg:order-none lg:overflow-y-auto lg:border-l"
            >
              <Ledger {...{ judgement, ended }} meant={scenario.meant} onWhy={explain} />
              <VerdictCard {...{ story, change, wholes }} />
              <Panels
                {...{ story, position, view, change, lit, titles, concepts }}
                onPick={pickStep}
                onGoTo={goTo}
              />
            </aside>
          )}
        </div>
      </main>
      {!twin && <Printout {...{ story, position, judgement }} />}
      <Suspense>
        {pick && (
          <StepMenu
            {...{ story, pick }}
            onClose={() => setPick(null)}
            onGoTo={goTo}
            onEdit={editScript}
            {...(twin ? {} : { onWhy: explain })}
          />
        )}
        {sharing && <ShareDialog {...{ state }} onClose={() => setSharing(false)} />}
      </Suspense>
    </div>
  );
}

const Loading = () => <p className="flex-1 p-6 text-muted max-lg:min-h-dvh">Loading …</p>;
