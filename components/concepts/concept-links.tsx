/** A row of the index, as much of it as a link needs. */
export interface ConceptTitle {
  readonly number: number;
  readonly title: string;
}

interface ConceptLinksProps {
  readonly concepts: readonly ConceptTitle[];
  /** The way to the home page, relative. */
  readonly home: string;
}

/** Small links back to rows of the index. */
export function ConceptLinks({ concepts, home }: ConceptLinksProps) {
  return (
    <ul
      aria-label="In the index of concepts"
      className="no-print flex flex-wrap gap-x-4 gap-y-0.5 font-sans text-[0.8125rem] leading-6 text-muted"
    >
      {concepts.map(({ number, title }) => (
        <li key={number}>
          <a href={`${home}concepts#c-${number}`} className="hover:text-intent hover:underline">
            <span className="font-mono text-xs tabular-nums">{number}</span> {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
