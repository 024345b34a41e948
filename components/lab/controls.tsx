'use client';

import { useCallback, useMemo } from 'react';

import { KnobControls } from '@/components/knobs/knobs';
import { ScriptEditor } from '@/components/script/script-editor';
import { Prevention } from '@/components/why/prevention';
import { Why } from '@/components/why/why';
import type { ScenarioState } from '@/components/view/use-story';
import { isDefence, type Knob, type Knobs, type Settings } from '@/lib/scenario/knobs';

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
  const groups = useMemo(() => groupsOf(scenario.knobs), [scenario.knobs]);
  return (
    <aside
      aria-label="Settings and script"
      // Of two runs the settings stand above each, and what is left lies across: the drawings need the width.
      className="order-2 space-y-7 border-line px-4 py-5 sm:px-6 lg:order-none lg:overflow-y-auto lg:border-r across:max-h-36 across:border-r-0 across:border-b across:py-2"
    >
      {view.twin === null &&
        groups.map(({ id, name, knobs }) => (
          <section key={id} aria-labelledby={id} className="space-y-3">
            <h2 id={id} className="text-sm font-semibold text-muted">
              {name}
            </h2>
            <KnobControls {...{ knobs, settings }} onTurn={turn} />
          </section>
        ))}
      <section
        aria-labelledby="faults"
        className="space-y-3 across:flex across:items-start across:gap-x-6 across:space-y-0"
      >
        <h2
          id="faults"
          tabIndex={-1}
          className="shrink-0 text-sm font-semibold text-muted across:py-2"
        >
          What goes wrong
        </h2>
        <ScriptEditor story={story} onEdit={editScript} compares={view.twin !== null} />
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

/** Knobs by what they are for, those groups that have any. */
const groupsOf = (knobs: Knobs) =>
  [
    { id: 'defences', name: 'Defences', knobs: only(knobs, isDefence) },
    { id: 'circumstances', name: 'Circumstances', knobs: only(knobs, (knob) => !isDefence(knob)) },
  ].filter((group) => Object.keys(group.knobs).length > 0);

const only = (knobs: Knobs, fits: (knob: Knob) => boolean): Knobs =>
  Object.fromEntries(Object.entries(knobs).filter(([, knob]) => fits(knob)));
