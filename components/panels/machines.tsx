'use client';

import type { ReactNode } from 'react';

import { Statechart } from '@/components/mermaid/statechart';
import { Button } from '@/components/ui/button';
import { saidAt } from '@/components/view/said';
import type { Story } from '@/components/view/story';
import { actorName } from '@/lib/projections/actor-name';
import { pathOf, stateInWords, statesAt } from '@/lib/projections/states';

interface MachinesPanelProps {
  readonly story: Story;
  readonly position: number;
  readonly chosen: string | null;
  readonly onChoose: (actor: string) => void;
  readonly onStep: (position: number) => void;
}

/** The statechart of one actor, drawn from its machine, and where it stands after this step. */
export function MachinesPanel(props: MachinesPanelProps) {
  const { story, position, chosen, onChoose, onStep } = props;
  const { cast, run } = story.played;
  const touched = new Set(run.trace.flatMap(({ changes }) => changes.map(({ actor }) => actor)));
  const actors = cast.processes.flatMap(({ label, kind, actors: of }) =>
    of
      // Handlers that nobody ever needs would only make the list long.
      .filter(({ id }, index) => index === 0 || touched.has(id) || id === chosen)
      .map(({ id, machine }, _, shown) => ({
        ...{ id, machine, kind },
        name: shown.length > 1 ? actorName(label, id) : label,
      })),
  );
  const actor =
    actors.find(({ id }) => id === chosen) ??
    actors.find(({ kind }) => kind === 'service' || kind === 'consumer') ??
    actors[0];
  if (!actor) return null;
  const path = pathOf(statesAt(run, position)[actor.id]?.value ?? '');
  const state = stateInWords(path);
  return (
    <div className="space-y-2">
      <label className="flex items-center gap-2 text-sm">
        Actor
        <select
          value={actor.id}
          onChange={({ target }) => onChoose(target.value)}
          className="h-9 min-w-0 flex-1 rounded-md border border-line bg-panel px-2"
        >
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Statechart
        machine={actor.machine}
        path={path}
        name={actor.name}
        label={`Statechart of ${actor.name}; it is in the state “${state}”.`}
        steps={
          <Steps {...{ position, onStep }} length={story.beats.length}>
            {position > 0 && saidAt(story, position)} {actor.name} is now: {state}.
          </Steps>
        }
      >
        <p className="text-sm">
          Now: <strong className="text-intent">{state}</strong>
        </p>
      </Statechart>
    </div>
  );
}

interface StepsProps {
  readonly position: number;
  readonly length: number;
  readonly onStep: (position: number) => void;
  /** What the step brought, said aloud. */
  readonly children: ReactNode;
}

/** One step at a time, where the page’s own buttons, and what it says of a step, are out of reach. */
function Steps({ position, length, onStep, children }: StepsProps) {
  return (
    <>
      <span className="text-sm text-muted tabular-nums">
        step {position} of {length}
      </span>
      <p role="status" className="sr-only">
        Step {position} of {length}. {children}
      </p>
      {/* Not `disabled`: that would take the focus from whoever has stepped to the end by keyboard. */}
      <Button aria-disabled={position === 0} onClick={() => onStep(position - 1)}>
        Step back
      </Button>
      <Button aria-disabled={position === length} onClick={() => onStep(position + 1)}>
        Step forward
      </Button>
    </>
  );
}
