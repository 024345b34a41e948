'use client';

import { memo, useId } from 'react';

import {
  type ChoiceKnob,
  type Knob,
  type Knobs,
  labelOf,
  positionsOf,
  type Settings,
} from '@/lib/scenario/knobs';

interface KnobsProps {
  readonly knobs: Knobs;
  readonly settings: Settings;
  readonly onTurn: (settings: Settings) => void;
  readonly compact?: boolean;
}

/** Controls for every knob of a scenario, made from their declarations. */
export const KnobControls = memo(function KnobControls(props: KnobsProps) {
  const { knobs, settings, onTurn, compact = false } = props;
  return (
    <div className="space-y-5">
      {Object.entries(knobs).map(([name, knob]) => (
        <KnobControl
          key={name}
          knob={knob}
          value={settings[name] ?? ''}
          compact={compact}
          onTurn={(value) => onTurn({ ...settings, [name]: value })}
        />
      ))}
    </div>
  );
});

interface KnobControlProps {
  readonly knob: Knob;
  readonly value: string | number;
  readonly compact: boolean;
  readonly onTurn: (value: string | number) => void;
}

/** One knob as a row of radio buttons: a learner sees all the positions there are. */
export function KnobControl({ knob, value, compact, onTurn }: KnobControlProps) {
  const id = useId();
  const help = helpOf(knob, value);
  return (
    <fieldset aria-describedby={compact ? undefined : `${id}-help`}>
      <legend className="mb-1.5 text-[0.9375rem]">{knob.label}</legend>
      <div className="flex flex-wrap gap-0.5 rounded-lg border border-line bg-soft p-0.5">
        {positionsOf(knob).map((position) => (
          <label
            key={position}
            className="flex-1 rounded-md text-center text-sm text-muted hover:text-ink has-checked:bg-panel has-checked:font-semibold has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--edge)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-intent"
          >
            <input
              type="radio"
              name={id}
              value={position}
              checked={position === value}
              onChange={() => onTurn(position)}
              className="sr-only"
            />
            <span className="block px-1.5 py-1.5 leading-snug tabular-nums">
              {labelOf(knob, position)}
            </span>
          </label>
        ))}
      </div>
      {!compact && (
        <p id={`${id}-help`} className="mt-1.5 text-[0.8125rem] leading-snug text-muted">
          {help}
        </p>
      )}
    </fieldset>
  );
}

const helpOf = (knob: Knob, position: string | number): string =>
  (knob.kind === 'choice' ? valueOf(knob, position)?.help : undefined) ?? knob.help;

const valueOf = ({ values }: ChoiceKnob, position: string | number) =>
  values.find(({ value }) => value === position);
