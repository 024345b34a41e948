import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { prerendered } from '@/app/prerendered';
import { Header } from '@/components/chrome/header';
import { BlockView } from '@/components/concepts/blocks';
import { ConceptLinks } from '@/components/concepts/concept-links';
import { titlesOf } from '@/simulations/concepts/inventory';
import type { Reading, Section } from '@/simulations/concepts/reading';
import { readingBySlug, readings } from '@/simulations/concepts/readings/readings';

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return readings.map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const reading = readingBySlug((await params).slug);
  return reading ? { title: reading.title, description: reading.lead } : {};
}

const HOME = '../';

export default async function ReadingPage({ params }: PageProps) {
  const reading = readingBySlug((await params).slug);
  if (!reading) notFound();
  return (
    <>
      <Header home={HOME} current="concepts" />
      <div className="mx-auto max-w-[120rem] gap-x-12 px-4 pb-16 sm:px-7 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] print:block print:pb-0">
        <Readings current={reading} />
        <main className="min-w-0 pt-7 print:pt-0">
          <h1 className="max-w-3xl font-serif text-[1.75rem] leading-[1.15] text-balance sm:text-[2.25rem] print:text-2xl">
            {reading.title}
          </h1>
          <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed text-muted print:mt-1 print:text-sm">
            {reading.lead}
          </p>
          {reading.sections.map((section) => (
            <SectionView key={section.id} section={section} />
          ))}
          <Next after={reading} />
        </main>
      </div>
    </>
  );
}

function SectionView({ section: { id, title, concepts, blocks } }: { readonly section: Section }) {
  // Of a row that is this very section the title is there already.
  const rows = titlesOf(concepts).filter((row) => row.title !== title);
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="max-w-4xl scroll-mt-4 pt-10 print:pt-4"
    >
      <h2
        id={`${id}-title`}
        className="max-w-prose font-serif text-[1.5rem] leading-tight text-balance print:text-lg"
      >
        {title}
      </h2>
      <div className="mt-4 space-y-4 font-serif text-[1.0625rem] leading-relaxed print:mt-2 print:space-y-2 print:text-sm print:leading-normal">
        {blocks.map((block, index) => (
          <BlockView key={index} block={block} home={HOME} find={prerendered} />
        ))}
      </div>
      {rows.length > 0 && (
        <div className="no-print mt-5">
          <ConceptLinks concepts={rows} home={HOME} />
        </div>
      )}
    </section>
  );
}

function Readings({ current }: { readonly current: Reading }) {
  return (
    <nav aria-label="Readings" className="no-print pt-9 max-lg:hidden">
      <ul className="sticky top-6 space-y-0.5 text-sm">
        <li className="pb-2">
          <a href={`${HOME}concepts`} className="text-muted hover:text-ink hover:underline">
            ← All concepts
          </a>
        </li>
        {readings.map(({ slug, title }) => (
          <li key={slug}>
            <a
              href={`${HOME}concepts/${slug}`}
              aria-current={slug === current.slug ? 'page' : undefined}
              className="block py-1 text-muted hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Next({ after }: { readonly after: Reading }) {
  const next = readings[readings.indexOf(after) + 1];
  return (
    <p className="no-print mt-12 flex max-w-4xl flex-wrap justify-between gap-x-8 gap-y-2 border-t border-line pt-5">
      <a href={`${HOME}concepts`} className="text-intent underline underline-offset-2">
        All concepts
      </a>
      {next && (
        <a
          href={`${HOME}concepts/${next.slug}`}
          className="text-intent underline underline-offset-2"
        >
          Next: {next.title}
        </a>
      )}
    </p>
  );
}
