import { CardTable } from '@/components/tools/card-table';
import { Sources } from '@/components/tools/links';
import { isRemembered, type WindowInput } from '@/lib/tools/window/window';
import { exactWords } from '@/lib/tools/words';
import { listOf } from '@/lib/words/list-of';
import { lateCases } from '@/simulations/tools/window';

/** What really comes late, and what this window makes of it. */
export function LateCases({ input }: { readonly input: WindowInput }) {
  return (
    <CardTable
      caption="Repeats that come late"
      headLabel="What comes"
      columns={[
        { id: 'late', label: 'How late' },
        {
          id: 'found',
          label: `With a window of ${exactWords(input.windowMs)}${lessWords(input)}`,
        },
        { id: 'sources', label: 'Sources', width: '28%' },
      ]}
      rows={lateCases.map(({ what, lateMs, sources }) => ({
        id: what,
        head: <span className="font-normal">{what}</span>,
        cells: {
          late: <span className="font-mono tabular-nums">{exactWords(lateMs)}</span>,
          found: isRemembered(input, lateMs) ? (
            <span className="text-effect">recognised</span>
          ) : (
            <span className="font-semibold text-harm">not recognised: done again</span>
          ),
          sources:
            sources.length > 0 ? (
              <span className="text-[0.8125rem]">
                <Sources ids={sources} />
              </span>
            ) : (
              <span className="text-muted">an example</span>
            ),
        },
      }))}
    />
  );
}

/** What takes from the window before it helps against anything late. */
function lessWords({ skewMs, countsFrom, longestRunMs }: WindowInput): string {
  const less = [
    ...(skewMs > 0 ? [`${exactWords(skewMs)} by which clocks differ`] : []),
    ...(countsFrom === 'claim' && longestRunMs > 0 ? [`${exactWords(longestRunMs)} of work`] : []),
  ];
  return less.length > 0 ? `, less ${listOf(less)}` : '';
}
