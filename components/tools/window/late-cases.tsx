import { CardTable } from '@/components/tools/card-table';
import { Sources } from '@/components/tools/links';
import { isRemembered } from '@/lib/tools/window/window';
import { durationWords } from '@/lib/tools/words';
import { lateCases } from '@/simulations/tools/window';

/** What really comes late, and what this window makes of it. */
export function LateCases({ windowMs }: { readonly windowMs: number }) {
  return (
    <CardTable
      caption="Repeats that come late"
      headLabel="What comes"
      columns={[
        { id: 'late', label: 'How late' },
        { id: 'found', label: `With a window of ${durationWords(windowMs)}` },
        { id: 'sources', label: 'Sources', width: '28%' },
      ]}
      rows={lateCases.map(({ what, lateMs, sources }) => ({
        id: what,
        head: <span className="font-normal">{what}</span>,
        cells: {
          late: <span className="font-mono tabular-nums">{durationWords(lateMs)}</span>,
          found: isRemembered(windowMs, lateMs) ? (
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
