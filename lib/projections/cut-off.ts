import type { Ending } from '@/lib/engine/run';

/** What is said of a run that hit a bound; null of one that came to rest. */
export const cutOffInWords = (ending: Ending): string | null =>
  ending === 'quiescent'
    ? null
    : `The run was cut off at its ${ending.replace('-', ' ')}: it does not come to rest.`;
