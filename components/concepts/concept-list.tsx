import type { Chapter, Concept, ConceptKind } from '@/simulations/concepts/concept';
import { placesOf } from '@/simulations/concepts/places';

interface ChapterListProps {
  readonly chapter: Chapter;
  readonly home: string;
}

/** What is so common that it needs no word. */
const UNSAID: readonly ConceptKind[] = ['idea'];

/** What can be done at a place, for eyes and for ears. */
const MARKS = {
  scenario: { mark: '▸', said: 'Play: ' },
  tool: { mark: '◆', said: 'Use: ' },
  reading: { mark: '¶', said: 'Read: ' },
} as const;

/** A chapter of the index: each row with its number, what there is to know, and where it can be met. */
export function ChapterList({ chapter, home }: ChapterListProps) {
  const titleId = `${chapter.id}-title`;
  return (
    <section id={chapter.id} aria-labelledby={titleId} data-group className="scroll-mt-4 pt-9">
      <h2 id={titleId} className="pb-2 font-serif text-[1.5rem] leading-tight">
        {chapter.title}
      </h2>
      <ul>
        {chapter.concepts.map((concept) => (
          <Row key={concept.number} {...{ concept, home }} />
        ))}
      </ul>
    </section>
  );
}

function Row({ concept, home }: { readonly concept: Concept; readonly home: string }) {
  const { number, title, text, kind } = concept;
  return (
    <li
      id={`c-${number}`}
      data-row
      data-concept
      className="grid scroll-mt-4 grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 gap-y-1.5 border-t border-line py-3.5 target:bg-intent-soft target:shadow-[-0.5rem_0_var(--intent-soft),0.5rem_0_var(--intent-soft)] xl:grid-cols-[2.75rem_minmax(0,42rem)_minmax(0,1fr)] xl:gap-x-8 print:break-inside-avoid print:py-2"
    >
      <a
        href={`#c-${number}`}
        aria-label={`Link to row ${number}`}
        className="self-start font-mono text-[0.8125rem] leading-6 text-muted tabular-nums hover:text-intent hover:underline"
      >
        {number}
      </a>
      <div className="max-w-[42rem]">
        <h3 className="leading-6 font-semibold">
          {title}
          {!UNSAID.includes(kind) && (
            <span className="ml-2.5 text-[0.8125rem] font-normal text-muted">{kind}</span>
          )}
        </h3>
        <p className="mt-0.5 font-serif text-base leading-relaxed print:text-sm">{text}</p>
      </div>
      <ul className="col-start-2 space-y-1 text-sm leading-6 xl:col-start-3">
        {placesOf(number).map(({ kind: place, href, title: name }) => (
          <li key={href} className="flex gap-2">
            <span aria-hidden="true" className="w-3 shrink-0 text-muted">
              {MARKS[place].mark}
            </span>
            <a href={home + href} className="text-intent underline underline-offset-2">
              <span className="sr-only">{MARKS[place].said}</span>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
