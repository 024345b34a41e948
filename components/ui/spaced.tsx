interface SpacedProps {
  readonly text: string;
  /** Everything that may ever stand here. */
  readonly among: readonly string[];
  readonly testId?: string;
}

/** A text that takes as much room as the longest that may stand in its place, so that nothing below it jumps. */
export function Spaced({ text, among, testId }: SpacedProps) {
  const longest = among.reduce((a, b) => (b.length > a.length ? b : a), text);
  return (
    <span className="grid *:[grid-area:1/1]">
      <span aria-hidden="true" className="invisible select-none print:hidden">
        {longest}
      </span>
      <span data-testid={testId}>{text}</span>
    </span>
  );
}
