import type { Prerendered } from '@/components/mermaid/sequence-diagram';
import { unscrolled } from '@/components/mermaid/unscrolled';
import { tellStory } from '@/components/view/story';
import { fingerprint } from '@/lib/projections/fingerprint';
import { initialSettings } from '@/lib/scenario/knobs';
import { scenarioBySlug } from '@/simulations/catalogue';

/** The drawings that were made beforehand, by name; null where there is none. */
export type FindDrawing = (name: string) => Prerendered | null;

interface DrawingProps {
  readonly scenario: string;
  readonly caption: string;
  readonly home: string;
  readonly find: FindDrawing;
}

/** A scenario’s own run, as drawn beforehand. Of an older run there is no drawing, only the way to the new one. */
export function Drawing({ scenario: slug, caption, home, find }: DrawingProps) {
  const scenario = scenarioBySlug(slug);
  if (!scenario) return null;
  const { diagram } = tellStory(scenario, initialSettings(scenario.knobs), null);
  const drawing = find(slug);
  const isCurrent = drawing?.fingerprint === fingerprint(diagram.source);
  return (
    <figure className="border-y border-line py-5 break-inside-avoid">
      {drawing && isCurrent && (
        <div
          role="region"
          aria-label={`Diagram: ${scenario.title}`}
          // Scrolls by keyboard too, where it is too wide for the page.
          tabIndex={0}
          data-scrolls="on paper"
          className="diagram overflow-x-auto"
        >
          <div
            role="img"
            aria-label={caption}
            dangerouslySetInnerHTML={{ __html: unscrolled(drawing.svg) }}
          />
        </div>
      )}
      <figcaption className="mt-3 font-sans text-sm text-muted">
        {caption}{' '}
        <a href={`${home}lab/${slug}`} className="text-intent underline underline-offset-2">
          Step through it
        </a>
      </figcaption>
    </figure>
  );
}
