import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { STAGE_NAMES } from '@/components/chrome/stages';
import { OpenInLab } from '@/components/embed/open-in-lab';
import { MapFrame } from '@/components/embed/map-frame';
import { SafetyTable } from '@/components/map/safety-table';
import { stageMap } from '@/components/map/stage-map';
import { retriesOf } from '@/components/map/words';
import { Landscape } from '@/components/ui/landscape';
import { stages } from '@/simulations/catalogue';

interface PageProps {
  readonly params: Promise<{ readonly stage: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return stages.map((stage) => ({ stage }));
}

const stageNamed = (name: string) => stages.find((stage) => stage === name);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const stage = stageNamed((await params).stage);
  // Searches should find the map's own page.
  return stage ? { title: `Safety map, ${STAGE_NAMES[stage]}`, robots: { index: false } } : {};
}

const WAY = { lab: '../../lab/', beside: true };

export default async function MapEmbedPage({ params }: PageProps) {
  const stage = stageNamed((await params).stage);
  if (!stage) notFound();
  const groups = stageMap(stage);
  const name = `Safety map, ${STAGE_NAMES[stage]}`;
  return (
    <>
      <Landscape />
      <MapFrame
        label={name}
        head={
          <div className="px-2 pt-3 pb-2 sm:px-3">
            <h1 className="font-serif text-[1.0625rem] leading-snug sm:text-[1.125rem]">{name}</h1>
            <p className="text-[0.8125rem] leading-snug text-muted">
              All schedules with 1 kind of fault and at most {retriesOf(groups)} retries; overall
              also what happens in one run, within the bounds beside each name.
            </p>
          </div>
        }
        foot={
          <p className="border-t border-line px-2 py-1 text-right text-[0.8125rem] sm:px-3">
            <OpenInLab href={`../../map#${stage}`} />
          </p>
        }
      >
        <SafetyTable {...{ stage, groups }} way={WAY} />
      </MapFrame>
    </>
  );
}
