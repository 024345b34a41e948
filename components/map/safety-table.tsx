import type { ReactNode } from 'react';

import { STAGE_NAMES } from '@/components/chrome/stages';
import { Mark } from '@/components/map/marks';
import {
  circumstancesOf,
  defencesOf,
  faultHelp,
  foundSentence,
  nothingSentence,
  type Place,
} from '@/components/map/words';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import { FAULT_NAMES, FAULTS } from '@/lib/scenario/fault-columns';
import type { Found, MapGroup, MapRow, Verdict } from '@/lib/scenario/safety-map';
import type { StageName } from '@/lib/scenario/scenario';
import { counted } from '@/lib/words/counted';

/** Where the lab is, seen from the page, and whether it opens beside that page. */
export interface Way {
  readonly lab: string;
  readonly beside: boolean;
}

interface SafetyTableProps {
  readonly stage: StageName;
  readonly groups: readonly MapGroup[];
  readonly way: Way;
}

/** Its line goes with it when the rest scrolls away beneath. */
const STICKY_COLUMN = 'sticky left-0 z-10 border-r border-r-line bg-paper print:static';
const WORD = 'flex items-center gap-1 text-[0.8125rem] leading-snug md:gap-1.5 md:text-sm';
/** On its own page the table starts where the text does; in a frame it keeps clear of the edge. */
const start = ({ beside }: Way): string => (beside ? 'pl-2 sm:pl-3' : '');
/** What has the focus must not lie under the headers. */
const CLEAR = 'scroll-mt-20 scroll-mb-4 scroll-ml-32 md:scroll-mt-40 md:scroll-ml-56';

/** A stage's map as a table: made on the server, and nothing but links for the browser. */
export function SafetyTable({ stage, groups, way }: SafetyTableProps) {
  return (
    <table
      className={`w-full min-w-[45rem] table-fixed border-separate border-spacing-0 text-left ${way.beside ? '' : 'print:min-w-0'}`}
    >
      <caption className="sr-only">
        {STAGE_NAMES[stage]}: what each set of defences lets one kind of fault do
      </caption>
      <thead>
        <tr>
          <th
            scope="col"
            className={`${STICKY_COLUMN} top-0 z-30 w-32 border-b border-b-edge py-2 align-bottom text-sm font-normal text-muted md:w-56 xl:w-76 print:w-56 ${start(way)}`}
          >
            Defences
          </th>
          {FAULTS.map((fault) => (
            <th
              key={fault}
              scope="col"
              className="sticky top-0 z-20 border-b border-l border-b-edge border-l-line bg-paper nth-2:border-l-0 px-2 py-2 align-top font-normal md:px-2.5 print:static"
            >
              <span className="block text-[0.8125rem] leading-snug font-semibold md:text-sm">
                {FAULT_NAMES[fault]}
              </span>
              <span className="mt-0.5 block text-xs leading-snug text-muted max-md:hidden">
                {faultHelp(stage, fault)}
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
  return (
    <tbody className={rows.length > ROWS_TOGETHER ? '' : 'print:break-inside-avoid'}>
      <tr className="print:break-after-avoid">
        <th
          scope="rowgroup"
          colSpan={FAULTS.length + 1}
          className={`border-b border-line pt-5 pb-2 font-normal print:pt-2 print:pb-0.5 ${start(way)}`}
        >
          <span className={`sticky inline-block ${way.beside ? 'left-2 sm:left-3' : 'left-0'}`}>
            <a
              href={`${way.lab}${scenario.slug}`}
              {...besides(way)}
              className={`font-serif text-[1.0625rem] leading-snug hover:text-intent hover:underline hover:decoration-1 hover:underline-offset-3 ${CLEAR}`}
            >
              {scenario.title}
            </a>{' '}
            {circumstancesOf(group).map(({ label, value }) => (
              <span key={label} className="ml-3 text-[0.8125rem] text-muted">
                {label}: {value}
              </span>
            ))}
          </span>
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
      {FAULTS.map((fault) => (
        <td
          key={fault}
          className="border-b border-l border-line px-2 py-1 text-xs leading-snug font-semibold nth-2:border-l-0 md:px-2.5"
        >
          {FAULT_NAMES[fault]}
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
      {FAULTS.map((fault) => (
        <Cell
          key={fault}
          place={{ scenario, row, fault }}
          verdict={row.verdicts[fault]}
          way={way}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly place: Place;
  readonly verdict: Verdict | null;
  readonly way: Way;
}

const CELL = 'border-b border-l border-line align-top first-of-type:border-l-0';

function Cell({ place, verdict, way }: CellProps) {
  if (verdict && verdict.found.length > 0) {
    return (
      <td className={`${CELL} h-px bg-harm-soft p-0 text-harm print:bg-transparent print:text-ink`}>
        {/* Some browsers take a full height for that of the cell as it is written, and let the text run over. */}
        <div className="flex min-h-full flex-col">
          {verdict.found.map((found) => (
            <FoundLink key={found.outcome} {...{ place, found, way }} />
          ))}
          {!verdict.complete && <Small>not all was searched</Small>}
        </div>
      </td>
    );
  }
  const [word, remark, tone] = !verdict
    ? ['–', 'can’t happen here', 'text-muted']
    : verdict.complete
      ? ['none', `${counted(verdict.states)} states`, 'text-effect']
      : ['none found', 'not all was searched', 'text-fault'];
  return (
    <td className={`${CELL} px-2 py-2 md:px-2.5 ${tone} print:py-0.5 print:text-ink`}>
      <span className="sr-only">{nothingSentence(place, verdict)}</span>
      <span aria-hidden="true">
        <span className={WORD}>
          {verdict?.complete && <Mark of="none" />}
          {word}
        </span>
        <Small>{remark}</Small>
      </span>
    </td>
  );
}

interface FoundLinkProps {
  readonly place: Place;
  readonly found: Found;
  readonly way: Way;
}

function FoundLink({ place, found, way }: FoundLinkProps) {
  const { scenario, row } = place;
  const view = { ...initialView(scenario), settings: row.settings, script: found.text };
  const query = toQuery(scenario, view);
  return (
    <a
      href={`${way.lab}${scenario.slug}${query ? `?${query}` : ''}`}
      {...besides(way)}
      aria-label={foundSentence(place, found)}
      className={`group block min-h-11 grow px-2 py-2 md:px-2.5 focus-visible:-outline-offset-2 print:min-h-0 print:py-0.5 ${CLEAR}`}
    >
      <span
        className={`${WORD} font-semibold group-hover:underline group-hover:underline-offset-2`}
      >
        <Mark of={found.outcome} />
        {OUTCOME_WORDS[found.outcome].name}
      </span>
      <Small>
        {found.text
          .split('~')
          .slice(0, DIRECTIVES_SHOWN)
          .map((directive, index) => (
            <span key={index} className="block max-md:hidden">
              {directive}
            </span>
          ))}
        {found.script.length > DIRECTIVES_SHOWN && (
          <span className="block max-md:hidden">
            and {found.script.length - DIRECTIVES_SHOWN} more
          </span>
        )}
      </Small>
    </a>
  );
}

/** More would make one row as high as three; the link's name has them all. */
const DIRECTIVES_SHOWN = 2;

function Small({ children }: { readonly children: ReactNode }) {
  return (
    <span className="mt-0.5 block font-mono text-[0.6875rem] leading-snug break-words print:text-xs">
      {children}
    </span>
  );
}

const besides = ({ beside }: Way) => (beside ? { target: '_blank', rel: 'noopener' } : {});
