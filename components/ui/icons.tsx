import type { ReactNode } from 'react';

const PATHS = {
  start: 'M4 3v10M13 3 6 8l7 5z',
  back: 'M10 3 5 8l5 5',
  play: 'M5 3v10l8-5z',
  pause: 'M5 3v10M11 3v10',
  forward: 'M6 3l5 5-5 5',
  end: 'M12 3v10M3 3l7 5-7 5z',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1M8 14v1M1 8h1M14 8h1M3 3l.7.7M12.3 12.3l.7.7M13 3l-.7.7M3.7 12.3 3 13',
} as const;

const FILLED = new Set(['start', 'play', 'end']);

/** A small picture beside words, or in a button that has a name of its own. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      className="shrink-0"
      fill={FILLED.has(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
