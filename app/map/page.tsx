import type { Metadata } from 'next';

import { Header } from '@/components/chrome/header';
import { STAGE_NAMES } from '@/components/chrome/stages';
import { Contents } from '@/components/map/contents';
import { Columns, Reading } from '@/components/map/reading';
import { SafetyTable } from '@/components/map/safety-table';
import { ShareMap } from '@/components/map/share-map';
import { stageMap } from '@/components/map/stage-map';
import { frameHeightOf, retriesOf } from '@/components/map/words';
import { Landscape } from '@/components/ui/landscape';
import type { StageName } from '@/lib/scenario/scenario';
import { stages } from '@/simulations/catalogue';

export const metadata: Metadata = {
  title: 'Safety map: which defence holds against which fault',
  description:
    'Idempotency keys, claims, transactions and inboxes against lost replies, doubled messages, crashes and delays: every cell is searched, and every harm can be played.',
};

const WAY = { lab: 'lab/', beside: false };

export default function MapPage() {
  return (
    <>
      <Header home="./" current="map" />
      <Landscape />
      <main className="mx-auto max-w-[120rem] px-4 sm:px-7">
        <div className="max-w-4xl pt-7 pb-2 print:pt-0 print:pb-0">
          <h1 className="font-serif text-[1.75rem] leading-[1.15] text-balance sm:text-[2.25rem] print:text-xl">
            Which defence holds against which fault?
          </h1>
          <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed print:hidden">
            A row is a set of defences, a column is one thing that goes wrong, and the last column
            is any of them, or several in one run. Each cell was searched: all schedules within its
            bounds. Press a red one to see it happen.
          </p>
        </div>
        <Contents />
        {stages.map((stage) => (
          <StageSection key={stage} stage={stage} />
        ))}
        <Reading retries={retriesOf(stages.flatMap(stageMap))} />
      </main>
    </>
  );
}

function StageSection({ stage }: { readonly stage: StageName }) {
  const groups = stageMap(stage);
  const name = STAGE_NAMES[stage];
  return (
    <section
      id={stage}
      aria-labelledby={`${stage}-title`}
      className="map-stage py-7 print:py-2 print:not-first-of-type:break-before-page"
    >
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-8 gap-y-3 print:mb-1">
        <div>
          <h2
            id={`${stage}-title`}
            className="font-serif text-[1.5rem] leading-tight print:text-lg"
          >
            {name}
          </h2>
          <p className="mt-1 max-w-prose text-sm text-muted">
            1 kind of fault at a time, at most {retriesOf(groups)} retries, and everything else
            calm. Overall also counts what happens in one run: its bounds stand beside each name.
          </p>
        </div>
        <ShareMap stage={stage} name={name} height={frameHeightOf(groups)} />
      </div>
      <div
        role="region"
        aria-label={`Safety map, ${name}`}
        // Scrolls by keyboard too, where it is too wide for the page.
        tabIndex={0}
        data-scrolls="on paper"
        className="map-frame border-t border-line"
      >
        <SafetyTable {...{ stage, groups }} way={WAY} />
      </div>
      <Columns stage={stage} />
    </section>
  );
}
