'use client';

import { KnobControl } from '@/components/knobs/knobs';
import type { ToolState } from '@/components/tools/use-tool';
import type { ChoiceField, Fields, FieldValue, ManyField, Values } from '@/lib/tools/fields';

interface ControlProps<F extends Fields> {
  readonly tool: ToolState<F>;
  readonly name: { [Name in keyof F]: F[Name] extends ChosenField ? Name : never }[keyof F];
}

type ChosenField = ChoiceField | ManyField;

/** The control of a field that is chosen from what there is, made from its declaration. */
export function Control<F extends Fields>({ tool, name }: ControlProps<F>) {
  return (
    <ChosenControl
      field={tool.fields[name] as ChosenField}
      value={tool.values[name]}
      onChange={(next, how) => tool.change({ [name]: next } as Partial<Values<F>>, how)}
    />
  );
}

interface ChosenControlProps {
  readonly field: ChosenField;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue, how: 'push') => void;
}

export function ChosenControl({ field, value, onChange }: ChosenControlProps) {
  return field.kind === 'many' ? (
    <ManyControl field={field} value={value as readonly string[]} onChange={onChange} />
  ) : (
    <KnobControl knob={field} value={String(value)} onTurn={(turned) => onChange(turned, 'push')} />
  );
}

interface ManyControlProps {
  readonly field: ManyField;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[], how: 'push') => void;
}

function ManyControl({ field, value, onChange }: ManyControlProps) {
  const toggled = (each: string) =>
    field.values
      .map((known) => known.value)
      .filter((known) => (known === each ? !value.includes(known) : value.includes(known)));
  return (
    <fieldset>
      <legend className="mb-1.5 text-[0.9375rem]">{field.label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {field.values.map((each) => (
          <label
            key={each.value}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line px-2.5 text-sm text-muted hover:border-edge has-checked:bg-panel has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-intent"
          >
            <input
              type="checkbox"
              checked={value.includes(each.value)}
              onChange={() => onChange(toggled(each.value), 'push')}
              className="accent-ink"
            />
            {each.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
