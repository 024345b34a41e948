import type { Answer } from '@/lib/explorer/explore';

/** Whether what was not found is nowhere within the bounds. Apart from the search: pages read answers without one. */
export const isWhole = ({ complete, beyond }: Pick<Answer, 'complete' | 'beyond'>): boolean =>
  complete && !beyond;
