import type { Metadata } from 'next';

import { Header } from '@/components/chrome/header';
import { ChapterList } from '@/components/concepts/concept-list';
import { ConceptSearch } from '@/components/concepts/concept-search';
import { SEARCHED_ID } from '@/components/concepts/searched';
import { chapters, concepts } from '@/simulations/concepts/inventory';
import { readings } from '@/simulations/concepts/readings/readings';

export const metadata: Metadata = {
  title: 'Concepts: everything about idempotency, and where to meet it',
  description:
    'Keys, claims, windows, races, queues and what texts disagree on: every concept in a sentence or two, with the scenario or the reading in which it is met.',
};

const HOME = './';

export default function ConceptsPage() {
  return (
    <>
      <Header home={HOME} current="concepts" />
      <main className="mx-auto max-w-[120rem] px-4 pb-16 sm:px-7 print:pb-0">
        <div className="max-w-4xl pt-7 pb-6 print:pt-0">
          <h1 className="font-serif text-[1.75rem] leading-[1.15] text-balance sm:text-[2.25rem]">
            Every concept, and where you meet it
          </h1>
          <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed">
            Each row says what there is to know and leads to where it can be seen: ▸ is a scenario
            to play, ◆ a tool to use, ¶ a page to read.
          </p>
        </div>
        <ConceptSearch total={concepts.length} />
        <div id={SEARCHED_ID}>
          <Readings />
          <div className="gap-x-12 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
            <Contents />
            <div className="min-w-0">
              {chapters.map((chapter) => (
                <ChapterList key={chapter.id} chapter={chapter} home={HOME} />
              ))}
            </div>
          </div>
        </div>
      </main>
    </>
  );
}

function Readings() {
  return (
    <section
      aria-labelledby="readings-title"
      data-group
      className="mt-7 border-y border-line py-6 print:hidden"
    >
      <h2 id="readings-title" className="font-serif text-[1.5rem] leading-tight">
        To read
      </h2>
      <ol className="mt-3 grid gap-x-12 gap-y-2 sm:grid-cols-2 sm:gap-y-3.5 xl:grid-cols-3">
        {readings.map(({ slug, title, lead }) => (
          <li key={slug} data-row>
            <a
              href={`concepts/${slug}`}
              className="font-serif text-[1.0625rem] leading-snug text-intent underline decoration-1 underline-offset-3"
            >
              {title}
            </a>
            <p className="mt-0.5 text-sm text-muted max-sm:hidden">{lead}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Contents() {
  return (
    <nav aria-label="Chapters" data-contents className="no-print pt-9 max-lg:hidden">
      <ul className="sticky top-6 space-y-0.5 text-sm">
        {chapters.map(({ id, title, concepts: rows }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex justify-between gap-3 py-1 text-muted hover:text-ink hover:underline"
            >
              {title}
              <span data-hits className="font-mono text-xs leading-6 tabular-nums">
                {rows.length}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
