import type { ReactNode } from 'react';

export interface CardColumn {
  readonly id: string;
  readonly label: string;
  /** Of the table’s width, where it is wide enough to be one. */
  readonly width?: string;
}

export interface CardRow {
  readonly id: string;
  readonly head: ReactNode;
  /** By column. */
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly isMarked?: boolean;
}

interface CardTableProps {
  readonly caption: string;
  readonly headLabel: string;
  readonly columns: readonly CardColumn[];
  readonly rows: readonly CardRow[];
  /** As wide as said, and all others alike; otherwise as what stands in them needs. */
  readonly isFixed?: boolean;
  readonly headWidth?: string;
}

/**
 * A table that is read as a row of cards where it is too narrow for one. The roles are written out, because
 * browsers forget that a table is one when it is laid out otherwise.
 */
export function CardTable(props: CardTableProps) {
  const { caption, headLabel, columns, rows, isFixed = false, headWidth } = props;
  return (
    <table
      role="table"
      aria-label={caption}
      className={`w-full border-collapse text-left text-sm leading-snug max-md:block print:table print:text-[0.6875rem] ${isFixed ? 'md:table-fixed print:table-fixed' : ''}`}
    >
      <thead role="rowgroup" className="max-md:sr-only print:not-sr-only print:table-header-group">
        <tr role="row">
          <Heading {...(headWidth ? { width: headWidth } : {})}>{headLabel}</Heading>
          {columns.map(({ id, label, width }) => (
            <Heading key={id} {...(width ? { width } : {})}>
              {label}
            </Heading>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block print:table-row-group">
        {rows.map(({ id, head, cells, isMarked = false }) => (
          <tr
            key={id}
            role="row"
            aria-current={isMarked || undefined}
            className="border-t border-line aria-[current]:bg-intent-soft max-md:block max-md:py-3 print:table-row print:break-inside-avoid"
          >
            <th
              role="rowheader"
              scope="row"
              className="py-2 pr-4 align-top font-semibold max-md:block max-md:pb-1 max-md:text-base md:pl-2 print:table-cell"
            >
              {head}
            </th>
            {columns.map(({ id: column, label }) => (
              <td
                key={column}
                role="cell"
                className="py-2 pr-4 align-top max-md:grid max-md:grid-cols-[7.5rem_minmax(0,1fr)] max-md:gap-x-3 max-md:py-1 print:table-cell"
              >
                <span aria-hidden="true" className="text-muted md:hidden print:hidden">
                  {label}
                </span>
                <span className="block min-w-0 break-words">{cells[column]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading({ width, children }: { readonly width?: string; readonly children: ReactNode }) {
  return (
    <th
      role="columnheader"
      scope="col"
      {...(width ? { style: { width } } : {})}
      className="pr-4 pb-2 align-bottom text-[0.8125rem] font-normal text-muted md:first:pl-2"
    >
      {children}
    </th>
  );
}
