import { labelIn } from '@/lib/engine/label-in';
import type { Cast, ProcessId } from '@/lib/engine/model';
import type { Bounds } from '@/lib/explorer/question';
import { formatMs } from '@/lib/projections/format-ms';
import { boundsInWords, linksOf } from '@/lib/scenario/bounds-words';

/**
 * What a lesson's "over all schedules" leaves out: more faults, more retries, and messages that take longer.
 * Of these it promises nothing.
 */
export function searchedInWords(bounds: Bounds, cast: Cast): string {
  return `Searched are all schedules with ${boundsInWords(bounds, cast)}; ${latestInWords(cast)}. Of anything beyond that, “none” says nothing.`;
}

/** How late a message may be, and on which way if that is not the same for all. */
function latestInWords(cast: Cast): string {
  const late = linksOf(cast).filter(({ usualTicks, latestTicks }) => latestTicks > usualTicks);
  const ticks = [...new Set(late.map(({ latestTicks }) => latestTicks))].sort((a, b) => a - b);
  if (ticks.length === 0) return 'no message is late';
  const label = (id: ProcessId) => labelIn(cast, id);
  const ways = ticks.map((latest) => {
    const those = late.filter(({ latestTicks }) => latestTicks === latest);
    const between = those.map(({ between: [a, b] }) => `${label(a)} and ${label(b)}`);
    return `${formatMs(latest * cast.tickMs)}${ticks.length === 1 ? '' : ` between ${between.join(', ')}`}`;
  });
  return `a message that is not lost is under way for at most ${ways.join(', and ')}`;
}
