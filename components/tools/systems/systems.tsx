'use client';

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
        <>
          <Control tool={tool} name="kinds" />
          <Control tool={tool} name="columns" />
        </>
      }
    >
      <p role="status" className="text-sm text-muted">
        {shown.length === 0
          ? 'No systems are chosen.'
          : `${shown.length} of ${systems.length} systems. A dash: we found nothing about it in the sources named.`}
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

function rowOf(system: System) {
  return {
    id: system.id,
    head: (
      <>
        {system.name}
        <span className="block text-[0.8125rem] font-normal text-muted">{KINDS[system.kind]}</span>
        {system.note && (
          <span className="mt-1 block max-w-80 text-[0.8125rem] font-normal text-muted">
            {system.note}
          </span>
        )}
      </>
    ),
    cells: {
      ...Object.fromEntries(NAMES.map((name) => [name, system[name] ?? <Unsaid key={name} />])),
      sources: (
        <span className="text-[0.8125rem]">
          <Sources ids={system.sources} />
        </span>
      ),
    },
  };
}

function Unsaid() {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not said</span>
    </span>
  );
}
