'use client';

import { type ReactNode, useId, useState } from 'react';

import { ChosenControl } from '@/components/tools/control';
import type { ToolState } from '@/components/tools/use-tool';
import {
  type Field,
  type Fields,
  type FieldValue,
  type ManyField,
  readValue,
  type TextField,
  type Values,
} from '@/lib/tools/fields';
import { shownValue, takenWords } from '@/lib/tools/shown';
import { durationWords, figures } from '@/lib/tools/words';

interface AnyControlProps<F extends Fields> {
  readonly tool: ToolState<F>;
  readonly name: keyof F & string;
}

/** The control of any field. Pages on which nothing is typed take `Control` and load less. */
export function AnyControl<F extends Fields>({ tool, name }: AnyControlProps<F>) {
  const field: Field = tool.fields[name] as Field;
  const shared = {
    value: tool.values[name],
    onChange: (next: FieldValue, how: 'push' | 'replace') =>
      tool.change({ [name]: next } as Partial<Values<F>>, how),
  };
  return field.kind === 'choice' || field.kind === 'many' ? (
    <ChosenControl field={field} {...shared} />
  ) : (
    <TypedControl field={field} {...shared} />
  );
}

interface TypedControlProps {
  readonly field: Exclude<Field, ManyField | { kind: 'choice' }>;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue, how: 'replace') => void;
}

const BOX =
  'block w-full rounded-md border border-edge bg-panel px-2.5 py-1.5 font-mono text-sm tabular-nums aria-invalid:border-harm';

/** A number, a duration or a text. What is being typed stands as it is until it is left; what fits counts at once. */
function TypedControl({ field, value, onChange }: TypedControlProps) {
  const id = useId();
  const [typed, setTyped] = useState<{ text: string; value: FieldValue } | null>(null);
  const [left, setLeft] = useState<{ text: string; value: FieldValue } | null>(null);
  // What was typed goes with the value that it made: where that was set by other means since, as by Back, it is gone.
  const draft = typed?.value === value ? typed.text : null;
  const text = draft ?? shownValue(field, value);
  const read = draft === null ? null : readValue(field, draft);
  const isWrong = draft !== null && !read?.exact;
  const type = (next: string) => {
    setLeft(null);
    const nextRead = readValue(field, next);
    setTyped({ text: next, value: nextRead?.exact ? nextRead.value : value });
    if (nextRead?.exact) onChange(nextRead.value, 'replace');
  };
  const leave = () => {
    if (draft === null) return;
    if (read) onChange(read.value, 'replace');
    setLeft({ text: draft, value: read?.value ?? value });
    setTyped(null);
  };
  // Of a value that has since been set by other means there is nothing to say.
  const taken = left?.value === value ? takenWords(field, left.text, value) : null;
  const shared = {
    ...{ id, value: text, 'aria-invalid': isWrong, 'aria-describedby': `${id}-taken ${id}-help` },
    ...{ autoComplete: 'off', spellCheck: false, onBlur: leave },
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem]">
        {field.label}
      </label>
      {field.kind === 'text' ? (
        <textarea
          {...shared}
          rows={3}
          onChange={(event) => type(event.target.value)}
          className={`${BOX} break-all`}
        />
      ) : (
        <span className="flex items-center gap-2">
          <input
            {...shared}
            type="text"
            inputMode={field.kind === 'number' ? 'decimal' : 'text'}
            onChange={(event) => type(event.target.value)}
            className={`${BOX} min-h-9`}
          />
          {field.kind === 'number' && field.unit && (
            <span className="text-sm whitespace-nowrap text-muted">{field.unit}</span>
          )}
        </span>
      )}
      {/* One place for all that may stand here: leaving the field must not move what is pressed to leave it. */}
      <div className="mt-1 grid text-[0.8125rem] leading-snug *:[grid-area:1/1]">
        <p aria-hidden="true" className="invisible">
          {isWrong ? field.help : <Allowed field={field} />}
        </p>
        <p id={`${id}-taken`} role="status" className="text-fault">
          {taken}
        </p>
        <p
          id={`${id}-help`}
          className={isWrong ? 'text-harm' : taken === null ? 'text-muted' : 'invisible'}
        >
          {isWrong ? <Allowed field={field} /> : field.help}
        </p>
      </div>
    </div>
  );
}

function Allowed({ field }: { readonly field: TypedControlProps['field'] }): ReactNode {
  if (field.kind === 'text')
    return `At most ${(field satisfies TextField).charactersMax} characters; what is longer is not read.`;
  if (field.kind === 'number') {
    const whole = field.fractions ? 'A number' : 'A whole number';
    return `${whole} from ${figures(field.min)} to ${figures(field.max)}.`;
  }
  return `Such as 90 s, 5 min, 24 h or 30 days; from ${durationWords(field.min)} to ${durationWords(field.max)}.`;
}
