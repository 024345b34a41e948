import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { prerendered } from '@/app/prerendered';
import { Lab } from '@/components/lab/lab';
import { Place } from '@/components/lab/place';
import { wholeCounts } from '@/lib/scenario/whole-counts';
import type { Scenario } from '@/lib/scenario/scenario';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';
import { titlesOf } from '@/simulations/concepts/inventory';

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

/** Counting every state takes a while, and a page that is being written is opened often. */
const IS_BUILD = process.env.NODE_ENV === 'production';

export const dynamicParams = false;

export function generateStaticParams() {
  return catalogue.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const scenario = scenarioBySlug((await params).slug);
  return scenario ? { title: scenario.title, description: scenario.question } : {};
}

export default async function LabPage({ params }: PageProps) {
  const scenario = scenarioBySlug((await params).slug);
  if (!scenario) notFound();
  const { slug } = scenario;
  // No Suspense around it: React would send the page hidden, to be shown by a script.
  return (
    <Lab
      slug={slug}
      place={<Place scenario={scenario} />}
      prerendered={prerendered(slug)}
      wholes={IS_BUILD ? wholeCounts(scenario) : {}}
      titles={titlesAfter(scenario)}
      concepts={titlesOf(scenario.concepts)}
    />
  );
}

const titlesAfter = ({ lesson }: Scenario): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lesson.next.flatMap(({ slug }) => {
      const next = scenarioBySlug(slug);
      return next ? [[slug, next.title]] : [];
    }),
  );
