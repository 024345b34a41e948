import type { Knobs, Settings } from '@/lib/scenario/knobs';
import { STORY } from '@/lib/scenario/retell';

/** How many states there are in all, by settings, where that is known. */
export type WholeCounts = Readonly<Record<string, number>>;

/** Under which name a setting's count is found. */
export const countKey = (knobs: Knobs, settings: Settings): string =>
  Object.keys(knobs)
    .filter((name) => name !== STORY)
    .map((name) => String(settings[name]))
    .join(' ');
