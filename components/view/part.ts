import type { EmbedView } from '@/lib/permalink/view';
import type { Beat } from '@/lib/projections/beats';

/** The part of a run that an embed steps through: from before its first step to after its last. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** What of it could not be had, in a sentence. */
  readonly complaint: string | null;
}

/** `from` and `to` count steps from 1; what lies outside the run is cut off. */
export function partOf({ from, to }: Pick<EmbedView, 'from' | 'to'>, length: number): Part {
  const start = Math.max(0, (from ?? 1) - 1);
  const end = Math.min(length, to ?? length);
  if (start < end) return { start, end, complaint: null };
  if (length === 0) return { start: 0, end: 0, complaint: null };
  return {
    start: 0,
    end: length,
    complaint: `This run has no steps ${describe(from, to)}; all ${length} are shown instead.`,
  };
}

const describe = (from: number | null, to: number | null): string =>
  [...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(' ');

/**
 * Where the reader stands, by the numbers in the diagram: `step 8, of steps 5 to 8`. Of a whole run there is nothing to say, since
 * the transport counts like the diagram.
 */
export function placeInPart({ start, end }: Part, position: number, length: number) {
  if (start === 0 && end === length) return {};
  const steps = start + 1 === end ? `step ${end}` : `steps ${start + 1} to ${end}`;
  return { place: position === start ? `before ${steps}` : `step ${position}, of ${steps}` };
}

/** The steps of the part, counted from its start. */
export const beatsOf = (beats: readonly Beat[], { start, end }: Part): readonly Beat[] =>
  beats.slice(start, end).map((beat, index) => ({ ...beat, index }));
