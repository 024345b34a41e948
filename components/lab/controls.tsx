'use client';

import { useCallback } from 'react';

import { KnobControls } from '@/components/knobs/knobs';
import { ScriptEditor } from '@/components/script/script-editor';
import { Prevention } from '@/components/why/prevention';
import { Why } from '@/components/why/why';
import type { ScenarioState } from '@/components/view/use-story';
import type { Settings } from '@/lib/scenario/knobs';

interface ControlsProps {
  readonly state: ScenarioState;
  readonly editScript: (script: string | null) => void;
}

/** What the learner can turn, and what goes wrong. */
export function Controls({ state, editScript }: ControlsProps) {
  const { scenario, view, story, change } = state;
  // The settings of the run, and not of the view: a step makes a new view, and must not draw the knobs again.
  const { settings } = story.played;
  const turn = useCallback((turned: Settings) => change({ settings: turned }), [change]);
  return (
    <aside
      aria-label="Settings and script"
      className="order-3 space-y-7 border-line px-4 py-5 sm:px-6 lg:order-none lg:overflow-y-auto lg:border-r"
    >
      {view.twin === null && (
        <section aria-labelledby="defences" className="space-y-3">
          <h2 id="defences" className="text-sm font-semibold text-muted">
            Defences
          </h2>
          <KnobControls knobs={scenario.knobs} settings={settings} onTurn={turn} />
        </section>
      )}
      <section aria-labelledby="faults" className="space-y-3">
        <h2 id="faults" className="text-sm font-semibold text-muted">
          What goes wrong
        </h2>
        <ScriptEditor story={story} onEdit={editScript} />
      </section>
      {view.twin === null && (
        <>
          <Why {...{ story, change }} />
          <Prevention {...{ story, change }} />
        </>
      )}
    </aside>
  );
}
