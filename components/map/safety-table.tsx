import { STAGE_NAMES } from '@/components/chrome/stages';
import { Cell } from '@/components/map/cell';
import { besides, CLEAR, type Way } from '@/components/map/way';
import { circumstancesOf, columnHelp, defencesOf } from '@/components/map/words';
import { COLUMN_NAMES, COLUMNS } from '@/lib/scenario/fault-columns';
import type { MapGroup, MapRow } from '@/lib/scenario/safety-map';
import type { StageName } from '@/lib/scenario/scenario';

interface SafetyTableProps {
  readonly stage: StageName;
  readonly groups: readonly MapGroup[];
  readonly way: Way;
}

/** Its line goes with it when the rest scrolls away beneath. */
const STICKY_COLUMN = 'sticky left-0 z-10 border-r border-r-line bg-paper print:static';
/** On its own page the table starts where the text does; in a frame it keeps clear of the edge. */
const start = ({ beside }: Way): string => (beside ? 'pl-2 sm:pl-3' : '');

/** A stage's map as a table: made on the server, and nothing but links for the browser. */
export function SafetyTable({ stage, groups, way }: SafetyTableProps) {
  return (
    <table className="w-full min-w-[51rem] table-fixed border-separate border-spacing-0 text-left md:min-w-[60rem] print:min-w-[44rem]">
      <caption className="sr-only">
        {STAGE_NAMES[stage]}: what each set of defences lets one kind of fault do, or several
        together
      </caption>
      <thead>
        <tr>
          <th
            scope="col"
            className={`${STICKY_COLUMN} top-0 z-30 w-(--first-column) border-b border-b-edge py-2 align-bottom text-sm font-normal text-muted ${start(way)}`}
          >
            Defences
          </th>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className="sticky top-0 z-20 border-b border-l border-b-edge border-l-line bg-paper nth-2:border-l-0 px-2 py-2 align-top font-normal md:px-2.5 print:static"
            >
              <span className="block text-[0.8125rem] leading-snug font-semibold md:text-sm">
                {COLUMN_NAMES[column]}
              </span>
              <span className="mt-0.5 block text-xs leading-snug text-muted max-md:hidden">
                {columnHelp(stage, column)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group, index) => (
        <Group
          key={group.scenario.slug}
          {...{ group, way }}
          namesColumns={index > 0 && !way.beside}
        />
      ))}
    </table>
  );
}

interface GroupProps {
  readonly group: MapGroup;
  readonly way: Way;
  /** Whether it says once more what the columns are, where the header does not stay in sight. */
  readonly namesColumns: boolean;
}

/** On paper a group of no more rows is kept together; a longer one would leave half a page empty before it. */
const ROWS_TOGETHER = 8;

function Group({ group, way, namesColumns }: GroupProps) {
  const { scenario, rows } = group;
  // In a frame the map is all there is.
  const Heading = way.beside ? 'h2' : 'h3';
  return (
    <tbody className={rows.length > ROWS_TOGETHER ? '' : 'print:break-inside-avoid'}>
      <tr className="print:break-after-avoid">
        <th
          id={scenario.slug}
          scope="rowgroup"
          colSpan={COLUMNS.length + 1}
          className={`${CLEAR} border-b border-line pt-5 pb-2 font-normal print:pt-2 print:pb-0.5 ${start(way)}`}
        >
          <div
            className={`sticky inline-block max-lg:max-w-[calc(100vw-2rem)] ${way.beside ? 'left-2 sm:left-3' : 'left-0'}`}
          >
            <Heading className="inline">
              <a
                href={`${way.lab}${scenario.slug}`}
                {...besides(way)}
                className={`font-serif text-[1.0625rem] leading-snug hover:text-intent hover:underline hover:decoration-1 hover:underline-offset-3 ${CLEAR}`}
              >
                {scenario.title}
              </a>
            </Heading>{' '}
            {circumstancesOf(group).map(({ label, value }) => (
              <span key={label} className="ml-3 text-[0.8125rem] text-muted">
                {label}: {value}
              </span>
            ))}
          </div>
        </th>
      </tr>
      {namesColumns && <ColumnNames />}
      {rows.map((row) => (
        <Row key={Object.values(row.settings).join(' ')} {...{ group, row, way }} />
      ))}
    </tbody>
  );
}

/**
 * Where the table scrolls sideways by itself, nothing in it can stay at the top of the page. For eyes alone: who hears
 * the table hears its headers with each cell.
 */
function ColumnNames() {
  return (
    <tr aria-hidden="true" className="lg:hidden print:hidden">
      <td className={`${STICKY_COLUMN} border-b border-b-line`} />
      {COLUMNS.map((column) => (
        <td
          key={column}
          className="border-b border-l border-line px-2 py-1 text-xs leading-snug font-semibold nth-2:border-l-0 md:px-2.5"
        >
          {COLUMN_NAMES[column]}
        </td>
      ))}
    </tr>
  );
}

interface RowProps {
  readonly group: MapGroup;
  readonly row: MapRow;
  readonly way: Way;
}

function Row({ group: { scenario }, row, way }: RowProps) {
  return (
    <tr className="print:break-inside-avoid">
      <th
        scope="row"
        className={`${STICKY_COLUMN} border-b border-b-line py-2 pr-2 align-top text-sm leading-snug font-normal print:py-0.5 ${start(way)}`}
      >
        {defencesOf(scenario, row).map(({ label, value }) => (
          <span key={label} className="block not-first:mt-0.5">
            <span className="text-muted max-md:block max-md:text-xs">{label}:</span>{' '}
            <span className="font-semibold">{value}</span>
          </span>
        ))}
      </th>
      {COLUMNS.map((column) => (
        <Cell
          key={column}
          place={{ scenario, row, column }}
          verdict={row.verdicts[column]}
          way={way}
        />
      ))}
    </tr>
  );
}
