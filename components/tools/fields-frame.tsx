'use client';

import type { ReactNode } from 'react';

import { Frame } from '@/components/tools/frame';
import { AnyControl } from '@/components/tools/typed-control';
import type { ToolState } from '@/components/tools/use-tool';
import type { Field, Fields } from '@/lib/tools/fields';
import { settingWords } from '@/lib/tools/shown';

interface FieldsFrameProps<F extends Fields> {
  readonly tool: ToolState<F>;
  /** Those that have a control now. */
  readonly names: readonly (keyof F & string)[];
  readonly children: ReactNode;
}

/** Controls of a tool’s fields beside what comes of them. On paper, where there are none, a line says where they stand. */
export function FieldsFrame<F extends Fields>({ tool, names, children }: FieldsFrameProps<F>) {
  return (
    <>
      <p aria-hidden="true" className="hidden print:block">
        {names.map((name) => (
          <span key={name} className="mr-4">
            {tool.fields[name]?.label}:{' '}
            <strong>{settingWords(tool.fields[name] as Field, tool.values[name])}</strong>
          </span>
        ))}
      </p>
      <Frame
        tool={tool}
        controls={names.map((name) => (
          <AnyControl key={name} tool={tool} name={name} />
        ))}
      >
        {children}
      </Frame>
    </>
  );
}
