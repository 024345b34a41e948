import { visible } from '@/components/tools/header/words';

interface MarkedProps {
  readonly text: string;
  /** Which character is wrong; the length of the text where one is missing. Null: none. */
  readonly at: number | null;
}

/** A value with its wrong character marked by colour, a box and an arrow below it. */
export function Marked({ text, at }: MarkedProps) {
  const [before, wrong, after] =
    at === null
      ? [text, '', '']
      : [
          text.slice(0, at),
          firstOf(text.slice(at)),
          text.slice(at + firstOf(text.slice(at)).length),
        ];
  return (
    <p className="rounded-lg border border-line bg-panel px-4 py-3 font-mono text-base leading-[2.25] break-all sm:text-lg sm:leading-[2.25]">
      <span className="sr-only">The value: </span>
      {visible(before)}
      {at !== null && (
        <mark className="relative rounded-sm bg-harm-soft px-px font-semibold text-harm outline-1 outline-harm">
          {wrong === '' ? '\u00a0' : visible(wrong)}
          <span
            aria-hidden="true"
            className="absolute top-full left-1/2 -mt-1.5 -translate-x-1/2 text-sm leading-none"
          >
            ▲
          </span>
        </mark>
      )}
      {visible(after)}
      {text === '' && at === null && <span className="text-muted">(nothing)</span>}
    </p>
  );
}

/** The first whole character, where one is made of two units. */
const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? '';
