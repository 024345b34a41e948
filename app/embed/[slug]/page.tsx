import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { prerendered } from '@/app/prerendered';
import { Embed } from '@/components/embed/embed';
import { catalogue, scenarioBySlug } from '@/simulations/catalogue';

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return catalogue.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const scenario = scenarioBySlug((await params).slug);
  // Searches should find the scenario's page, not its part that stands in other pages.
  return scenario
    ? { title: scenario.title, description: scenario.question, robots: { index: false } }
    : {};
}

export default async function EmbedPage({ params }: PageProps) {
  const scenario = scenarioBySlug((await params).slug);
  if (!scenario) notFound();
  // No Suspense around it: React would send the page hidden, to be shown by a script.
  return <Embed slug={scenario.slug} prerendered={prerendered(scenario.slug)} />;
}
