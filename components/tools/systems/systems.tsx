'use client';

import { Fragment } from 'react';

import { CardTable } from '@/components/tools/card-table';
import { Control } from '@/components/tools/control';
import { Frame } from '@/components/tools/frame';
import { Sources } from '@/components/tools/links';
import { useTool } from '@/components/tools/use-tool';
import { type Column, COLUMNS, KINDS, type System } from '@/simulations/tools/systems/system';
import { systemFields, systems } from '@/simulations/tools/systems/systems';

const NAMES = Object.keys(COLUMNS) as readonly Column[];

export function Systems() {
  const tool = useTool(systemFields);
  const { kinds, columns } = tool.values;
  const shown = systems.filter(({ kind }) => kinds.includes(kind));
  const chosen = NAMES.filter((name) => columns.includes(name));
  return (
    <Frame
      layout="above"
      tool={tool}
      controls={
        // On paper nothing can be chosen; the sentence below says what was.
        <div className="contents print:hidden">
          <Control tool={tool} name="kinds" />
          <Control tool={tool} name="columns" />
        </div>
      }
    >
      <p role="status" className="text-sm text-muted">
        {shown.length === 0
          ? 'No systems are chosen.'
          : `${shown.length} of ${systems.length} systems. A dash: we found nothing about it in the sources named.`}
        {shown.length > 0 && (
          <span className="hidden print:inline">
            {' '}
            Compared: {namesOf(KINDS, kinds)}. By: {namesOf(COLUMNS, columns) || 'sources alone'}.
          </span>
        )}
      </p>
      {shown.length > 0 && (
        <CardTable
          caption="What real systems do about repeats"
          headLabel="System"
          isFixed
          headWidth="17%"
          columns={[
            ...chosen.map((name) => ({ id: name, label: COLUMNS[name] })),
            { id: 'sources', label: 'Sources', width: '13%' },
          ]}
          rows={shown.map((system) => rowOf(system))}
        />
      )}
    </Frame>
  );
}

/** Those that are chosen, in the order in which they stand. */
const namesOf = <Name extends string>(
  words: Readonly<Record<Name, string>>,
  chosen: readonly string[],
): string =>
  (Object.keys(words) as Name[])
    .filter((name) => chosen.includes(name))
    .map((name) => words[name])
    .join(', ');

function rowOf(system: System) {
  return {
    id: system.id,
    head: (
      <>
        {system.name}
        <span className="block text-[0.8125rem] font-normal text-muted print:text-[0.6875rem]">
          {KINDS[system.kind]}
        </span>
        {system.note && (
          <span className="mt-1 block max-w-80 text-[0.8125rem] font-normal text-muted print:text-[0.6875rem]">
            {system.note}
          </span>
        )}
      </>
    ),
    cells: {
      ...Object.fromEntries(
        NAMES.map((name) => {
          const text = system[name];
          return [name, text === null ? <Unsaid /> : <Breakable text={text} />];
        }),
      ),
      sources: (
        <span className="text-[0.8125rem] print:text-[0.6875rem]">
          <Sources ids={system.sources} />
        </span>
      ),
    },
  };
}

/** A name out of code may be longer than its column is wide: it goes on in a new line where a word in it begins. */
function Breakable({ text }: { readonly text: string }) {
  return text.split(/(\w{15,})/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <Fragment key={place}>
        {part.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {word}
          </Fragment>
        ))}
      </Fragment>
    ),
  );
}

function Unsaid() {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not said</span>
    </span>
  );
}
