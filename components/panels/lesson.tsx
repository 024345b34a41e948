import { ConceptLinks, type ConceptTitle } from '@/components/concepts/concept-links';
import type { Played } from '@/lib/scenario/play';
import { boundsOf } from '@/lib/scenario/question';
import { searchedInWords } from '@/lib/scenario/searched-words';

interface LessonPanelProps {
  readonly played: Pick<Played, 'scenario' | 'settings' | 'cast'>;
  /** By slug, of the scenarios that there are. */
  readonly titles: Readonly<Record<string, string>>;
  /** The rows of the index that it covers. */
  readonly concepts: readonly ConceptTitle[];
}

/** What is read beside the run. */
export function LessonPanel({ played, titles, concepts }: LessonPanelProps) {
  const { lesson } = played.scenario;
  const next = lesson.next.filter(({ slug }) => Object.hasOwn(titles, slug));
  return (
    <div className="space-y-3 font-serif text-base leading-relaxed">
      {lesson.intro.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3 className="font-sans text-sm font-semibold">What it costs</h3>
      <p>{lesson.costs}</p>
      <h3 className="font-sans text-sm font-semibold">What it does not protect from</h3>
      <p>{lesson.limits}</p>
      <p>{searchedInWords(boundsOf(played.scenario, played.settings), played.cast)}</p>
      <h3 className="font-sans text-sm font-semibold">In real systems</h3>
      <p>
        {lesson.inPractice.text}{' '}
        <a
          className="text-intent underline underline-offset-2"
          href={lesson.inPractice.source}
          rel="noreferrer"
        >
          Source
        </a>
      </p>
      {next.length > 0 && (
        <>
          <h3 className="font-sans text-sm font-semibold">Where to go from here</h3>
          <ul className="space-y-2">
            {next.map(({ slug, why }) => (
              <li key={slug}>
                <a className="text-intent underline underline-offset-2" href={slug}>
                  {titles[slug]}
                </a>
                : {why}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="font-sans text-sm font-semibold">What it is about</h3>
      <ConceptLinks concepts={concepts} home="../" />
    </div>
  );
}
