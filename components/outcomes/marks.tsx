import type { OutcomeName } from '@/lib/outcomes/outcome';

/** A shape for each answer, so that a map can be read without its colours. */
const SHAPES: Readonly<Record<OutcomeName | 'none', string>> = {
  none: 'M3 8.5 6.5 12 13 4.5',
  duplicate: 'M2 6h8v8H2zM6 3V2h8v8h-1',
  lost: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  stuck: 'M4 2h8M4 14h8M5 2v2l6 8v2M11 2v2l-6 8v2',
  wrongReply: 'M3 6h10M3 10h10M11 3 5 13',
  swallowed: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM5 8h6',
};

export function Mark({ of }: { readonly of: OutcomeName | 'none' }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={SHAPES[of]} />
    </svg>
  );
}
