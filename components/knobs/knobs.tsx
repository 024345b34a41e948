'use client';

import { memo, useId } from 'react';

import {
  type ChoiceKnob,
  type CountKnob,
  isScale,
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
}

/** Controls for every knob of a scenario, made from their declarations. */
export const KnobControls = memo(function KnobControls(props: KnobsProps) {
  const { knobs, settings, onTurn } = props;
  return (
    <div className="space-y-5">
      {Object.entries(knobs).map(([name, knob]) => (
        <KnobControl
          key={name}
          knob={knob}
          value={settings[name] ?? ''}
          onTurn={(value) => onTurn({ ...settings, [name]: value })}
        />
      ))}
    </div>
  );
});

interface KnobControlProps {
  readonly knob: Knob;
  readonly value: string | number;
  readonly onTurn: (value: string | number) => void;
}

/** What fits into one row of a column: beyond it the positions share two or more rows. */
const ROW_CHARACTERS = 26;

/** One knob: its positions side by side, so that a learner sees all that there are. */
export function KnobControl({ knob, value, onTurn }: KnobControlProps) {
  const id = useId();
  const onScale = knob.kind === 'count' && isScale(knob);
  return (
    <fieldset aria-describedby={`${id}-help`}>
      <legend className="mb-1.5 text-[0.9375rem]">{knob.label}</legend>
      {onScale ? (
        <Scale {...{ knob, value, onTurn }} />
      ) : (
        <Positions {...{ id, knob, value, onTurn }} />
      )}
      <p id={`${id}-help`} className="mt-1.5 text-[0.8125rem] leading-snug text-muted">
        {helpOf(knob, value)}
      </p>
    </fieldset>
  );
}

type PositionsProps = Pick<KnobControlProps, 'knob' | 'value' | 'onTurn'> & { readonly id: string };

/** A row of radio buttons: a learner sees all the positions there are. */
function Positions({ id, knob, value, onTurn }: PositionsProps) {
  const positions = positionsOf(knob);
  const characters = positions.map((position) => labelOf(knob, position).length);
  const needed = Math.max(...characters) * positions.length;
  const rows = knob.kind === 'choice' && needed > ROW_CHARACTERS && positions.length > 2;
  return (
    <div
      data-rows={rows ? '' : undefined}
      className="flex gap-0.5 rounded-lg border border-line bg-soft p-0.5 data-rows:grid data-rows:grid-cols-2 data-rows:[&>:last-child:nth-child(odd)]:col-span-2"
    >
      {positions.map((position) => (
        <label
          key={position}
          className="flex flex-1 items-center justify-center rounded-md text-center text-sm text-muted hover:text-ink has-checked:bg-panel has-checked:font-semibold has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--edge)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-intent"
        >
          <input
            type="radio"
            // The address says where it stands: no browser may bring back where it stood.
            autoComplete="off"
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
  );
}

interface ScaleProps extends Pick<KnobControlProps, 'value' | 'onTurn'> {
  readonly knob: CountKnob;
}

function Scale({ knob: { label, min, max }, value, onTurn }: ScaleProps) {
  const turn = (text: string) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= min && number <= max) onTurn(number);
  };
  return (
    <div className="flex items-center gap-3">
      <input
        type="range"
        autoComplete="off"
        aria-label={label}
        {...{ min, max, value }}
        onChange={(event) => turn(event.target.value)}
        className="min-h-9 min-w-0 flex-1 accent-(--ink)"
      />
      <output className="w-10 text-right font-mono text-sm tabular-nums">{value}</output>
    </div>
  );
}

const helpOf = (knob: Knob, position: string | number): string =>
  (knob.kind === 'choice' ? valueOf(knob, position)?.help : undefined) ?? knob.help;

const valueOf = ({ values }: ChoiceKnob, position: string | number) =>
  values.find(({ value }) => value === position);
