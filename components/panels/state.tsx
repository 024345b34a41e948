'use client';

import type { Story } from '@/components/view/story';
import { rowMarks } from '@/lib/projections/row-marks';
import { pathOf, stateInWords, statesAt } from '@/lib/projections/states';
import type { StateTable } from '@/lib/projections/wording';

/** What stores, queues, databases and providers hold after this step, as tables. */
export function StatePanel({
  story,
  position,
}: {
  readonly story: Story;
  readonly position: number;
}) {
  const { cast, run, scenario } = story.played;
  const states = statesAt(run, position);
  const before = statesAt(run, Math.max(0, position - 1));
  const holders = cast.processes.flatMap(({ label, actors }) =>
    actors.map(({ id, machine }) => ({
      ...{ id, label },
      tables: scenario.wording.tables(machine.id, states[id]?.context ?? {}),
      earlier: scenario.wording.tables(machine.id, before[id]?.context ?? {}),
    })),
  );
  const shown = holders.filter(({ tables }) => tables.length > 0);
  return (
    <div className="space-y-5">
      {shown.map(({ id, label, tables, earlier }) => (
        <section key={id}>
          <h3 className="mb-1 text-sm font-semibold">
            {label}{' '}
            <span className="font-normal text-muted">
              · {stateInWords(pathOf(states[id]?.value ?? ''))}
            </span>
          </h3>
          {tables.map((table, index) => (
            <Table key={table.title} {...{ table, label }} earlier={earlier[index]} />
          ))}
        </section>
      ))}
    </div>
  );
}

interface TableProps {
  readonly table: StateTable;
  /** Whose it is: of two stores of one kind the tables have the same titles. */
  readonly label: string;
  readonly earlier: StateTable | undefined;
}

function Table({ table, label, earlier }: TableProps) {
  const marks = rowMarks(table.rows, earlier?.rows ?? []);
  return (
    <div
      data-scrolls="on paper"
      className="mb-2 overflow-x-auto"
      tabIndex={0}
      role="group"
      aria-label={`${label}: ${table.title}`}
    >
      <table className="w-full border-collapse text-left font-mono text-[0.8125rem]">
        <caption className="text-left font-sans text-[0.8125rem] text-muted">{table.title}</caption>
        {table.rows.length > 0 && (
          <thead>
            <tr className="border-b border-line">
              {table.columns.map((column) => (
                <th key={column} scope="col" className="py-0.5 pr-3 font-normal text-muted">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.map((row, index) => {
            const mark = marks[index];
            return (
              // Rows of a table come in order and are only ever added, changed or taken away.
              <tr key={index} className={`border-b border-line ${mark ? 'bg-intent-soft' : ''}`}>
                {row.map((cell, column) => (
                  <td key={table.columns[column]} className="py-0.5 pr-3">
                    {cell}
                    {mark && column === row.length - 1 && (
                      <span className="ml-2 font-sans text-xs text-intent">{mark}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {table.rows.length === 0 && <p className="py-1 text-[0.8125rem] text-muted">{table.empty}</p>}
    </div>
  );
}
