import type { ReactNode } from 'react';

import { Mark } from '@/components/outcomes/marks';
import { besides, CLEAR, type Way } from '@/components/map/way';
import { foundSentence, nothingSentence, type Place } from '@/components/map/words';
import { OUTCOME_WORDS } from '@/lib/outcomes/words';
import { initialView, toQuery } from '@/lib/permalink/permalink';
import { FAULTS } from '@/lib/scenario/fault-columns';
import type { Found, Verdict } from '@/lib/scenario/safety-map';
import { counted } from '@/lib/words/counted';

interface CellProps {
  readonly place: Place;
  readonly verdict: Verdict | null;
  readonly way: Way;
}

const WORD = 'flex items-center gap-1 text-[0.8125rem] leading-snug md:gap-1.5 md:text-sm';
const CELL = 'border-b border-l border-line align-top first-of-type:border-l-0';

/** What a search answers: the outcomes, each as a link, or that there is none. */
export function Cell({ place, verdict, way }: CellProps) {
  if (verdict && verdict.found.length > 0) {
    return (
      <td className={`${CELL} h-px bg-harm-soft p-0 text-harm print:bg-transparent print:text-ink`}>
        {/* Some browsers take a full height for that of the cell as it is written, and let the text run over. */}
        <div className="flex min-h-full flex-col">
          {verdict.found.map((found) => (
            <FoundLink key={found.outcome} {...{ place, found, way }} />
          ))}
          {!verdict.complete && (
            <div className="px-2 pb-2 md:px-2.5">
              <Small>not all was searched</Small>
            </div>
          )}
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
      <span className="sr-only">{nothingSentence(verdict)}</span>
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
  const sentence = foundSentence(place, found);
  const view = { ...initialView(scenario), settings: row.settings, script: found.text };
  const query = toQuery(scenario, view);
  return (
    <a
      href={`${way.lab}${scenario.slug}${query ? `?${query}` : ''}`}
      {...besides(way)}
      aria-label={sentence}
      title={sentence}
      className={`group block min-h-11 grow px-2 py-2 md:px-2.5 focus-visible:-outline-offset-2 print:min-h-0 print:py-0.5 ${CLEAR}`}
    >
      <span
        className={`${WORD} font-semibold group-hover:underline group-hover:underline-offset-2`}
      >
        <Mark of={found.outcome} />
        {OUTCOME_WORDS[found.outcome].name}
      </span>
      {isToldHere(place, found) && <Directives {...found} />}
    </a>
  );
}

/** What sums up tells how only where no other column does. */
const isToldHere = ({ row, column }: Place, { text }: Found): boolean =>
  column !== 'overall' ||
  !FAULTS.some((fault) => row.verdicts[fault]?.found.some((found) => found.text === text));

/** How long the script is; on paper, where it can't be pressed, its first directives. */
function Directives({ text, script: { length } }: Found) {
  const first = text.split('~').slice(0, DIRECTIVES_SHOWN);
  const more = length > DIRECTIVES_SHOWN ? [`and ${length - DIRECTIVES_SHOWN} more`] : [];
  return (
    <>
      <Small of="max-md:hidden print:hidden">
        {length === 1 ? '1 directive' : `${length} directives`}
      </Small>
      <Small of="hidden whitespace-pre-line print:block">{[...first, ...more].join('\n')}</Small>
    </>
  );
}

/** More would make one row as high as three; the link's name has them all. */
const DIRECTIVES_SHOWN = 2;

function Small({ of = '', children }: { readonly of?: string; readonly children: ReactNode }) {
  return <span className={`map-small ${of}`}>{children}</span>;
}
