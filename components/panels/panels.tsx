'use client';

import { type KeyboardEvent, memo, Suspense, useId } from 'react';

import type { ConceptTitle } from '@/components/concepts/concept-links';
import { CodePanel } from '@/components/panels/code';
import { hasModifier } from '@/components/ui/has-modifier';
import { later } from '@/components/ui/later';
import type { Story } from '@/components/view/story';
import type { Lit } from '@/components/why/lit';
import type { ChangeView } from '@/components/view/use-story';
import { type Panel, PANELS, type View } from '@/lib/permalink/view';

const DaysPanel = later(async () => (await import('@/components/sampler/days-panel')).DaysPanel);
const LessonPanel = later(async () => (await import('@/components/panels/lesson')).LessonPanel);
const MachinesPanel = later(
  async () => (await import('@/components/panels/machines')).MachinesPanel,
);
const StatePanel = later(async () => (await import('@/components/panels/state')).StatePanel);

const Transcript = later(async () => (await import('@/components/panels/transcript')).Transcript);

const NAMES: Readonly<Record<Panel, string>> = {
  code: 'Code',
  state: 'State',
  transcript: 'Transcript',
  machines: 'Machines',
  days: 'Days',
  lesson: 'Lesson',
};

interface PanelsProps {
  readonly story: Story;
  readonly position: number;
  readonly view: View;
  readonly change: ChangeView;
  readonly onPick: (entry: number, at: DOMRect) => void;
  readonly onGoTo: (position: number) => void;
  readonly lit: Lit | null;
  /** Of the scenarios that the lesson leads on to, by slug. */
  readonly titles: Readonly<Record<string, string>>;
  readonly concepts: readonly ConceptTitle[];
}

/** Readings of the same step, and of many days. */
export const Panels = memo(function Panels(props: PanelsProps) {
  const { story, position, view, change, onPick, onGoTo, lit, titles, concepts } = props;
  const id = useId();
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined || hasModifier(event)) return;
    event.preventDefault();
    const last = PANELS.length - 1;
    const index = Math.min(last, Math.max(0, PANELS.indexOf(view.panel) + by));
    change({ panel: PANELS[index] ?? 'code' });
    document.getElementById(`${id}-tab-${PANELS[index] ?? ''}`)?.focus();
  };
  return (
    <section aria-labelledby="readings" className="relative">
      <h2 id="readings" className="sr-only">
        Readings of this step
      </h2>
      <div
        role="tablist"
        aria-label="Readings"
        className="no-print mb-3 flex gap-x-3 overflow-x-auto border-b border-line text-sm"
        onKeyDown={turn}
      >
        {PANELS.map((panel) => (
          <button
            key={panel}
            id={`${id}-tab-${panel}`}
            type="button"
            role="tab"
            aria-selected={panel === view.panel}
            aria-controls={`${id}-panel`}
            tabIndex={panel === view.panel ? 0 : -1}
            className="-mb-px min-h-9 scroll-mt-2 border-b-2 border-transparent text-muted hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink"
            onClick={({ currentTarget }) => {
              change({ panel });
              bringUp(currentTarget);
            }}
          >
            {NAMES[panel]}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${view.panel}`}>
        {/* What is in the page as it is sent must not wait for a script: React holds back what suspends. */}
        {view.panel === 'code' && (
          <CodePanel
            {...{ story, position, language: view.language }}
            onLanguage={(language) => change({ language })}
          />
        )}
        <Suspense fallback={<p className="text-sm text-muted">Loading …</p>}>
          {view.panel === 'transcript' && (
            <Transcript {...{ beats: story.beats, position, onPick, lit }} onJump={onGoTo} />
          )}
          {view.panel === 'lesson' && (
            <LessonPanel {...{ titles, concepts }} played={story.played} />
          )}
          {view.panel === 'state' && <StatePanel story={story} position={position} />}
          {view.panel === 'days' && <DaysPanel {...{ story, view, change }} />}
          {view.panel === 'machines' && (
            <MachinesPanel
              {...{ story, position, chosen: view.machine }}
              onChoose={(machine) => change({ machine })}
              onStep={onGoTo}
            />
          )}
        </Suspense>
      </div>
    </section>
  );
});

/** Where there is little room for a reading below its tab, the tab goes to the top. */
function bringUp(tab: HTMLElement): void {
  const isLow = tab.getBoundingClientRect().bottom > window.innerHeight * LOW;
  if (isLow) tab.scrollIntoView();
}

const LOW = 0.6;
