'use client';

import { memo } from 'react';

import { type Knobs, labelOf, positionsOf, type Settings } from '@/lib/scenario/knobs';

interface KnobListsProps {
  readonly knobs: Knobs;
  readonly settings: Settings;
  /** Knobs that stand elsewhere in these are marked. */
  readonly others: Settings;
  readonly onTurn: (settings: Settings) => void;
}

/** Every knob of a scenario as a list to choose from: where two runs stand side by side, they want the room. */
export const KnobLists = memo(function KnobLists(props: KnobListsProps) {
  const { knobs, settings, others, onTurn } = props;
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1.5">
      {Object.entries(knobs).map(([name, knob]) => (
        <label
          key={name}
          // A name that needs two lines must not push its list below its neighbours'.
          className="flex max-w-64 min-w-32 flex-1 flex-col justify-end text-[0.8125rem] text-muted"
        >
          <span className="mb-0.5 block">{knob.label}</span>
          <select
            autoComplete="off"
            value={settings[name] ?? ''}
            data-differs={settings[name] === others[name] ? undefined : ''}
            onChange={({ target }) => {
              const chosen = positionsOf(knob).find((each) => String(each) === target.value);
              if (chosen !== undefined) onTurn({ ...settings, [name]: chosen });
            }}
            className="h-9 w-full rounded-md border border-line bg-panel px-1.5 text-sm text-ink data-differs:border-ink data-differs:font-semibold"
          >
            {positionsOf(knob).map((position) => (
              <option key={position} value={position}>
                {labelOf(knob, position)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
});
