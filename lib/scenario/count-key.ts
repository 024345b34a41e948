import type { Knobs, Settings } from '@/lib/scenario/knobs';
import { withoutStory } from '@/lib/scenario/retell';

/** How many states there are in all, by settings, where that is known. */
export type WholeCounts = Readonly<Record<string, number>>;

/** Under which name a setting's count is found. */
export const countKey = (knobs: Knobs, settings: Settings): string =>
  Object.keys(withoutStory(knobs))
    .map((name) => String(settings[name]))
    .join(' ');
