import { EXPLORER_LIMITS } from '@/lib/explorer/limits';
import { ALL_REDUCTIONS, type Reductions, STEPS_KEPT } from '@/lib/explorer/reductions/canonical';
import type { ReducedSearch } from '@/lib/explorer/reductions/reduced-search';
import type { SearchLimits } from '@/lib/explorer/search/search';

/** In time or without, and how far. */
interface Turn extends Required<SearchLimits> {
  readonly timed: boolean;
}

/**
 * Without time there are as a rule fewer states, but sometimes far more, which nobody knows beforehand. So
 * each is tried in turn, and left for the other when it has found many states at which it has not looked
 * yet: it is far from its end then. Whose turn comes again goes on where it was. After the last of these the
 * one that keeps time goes on to its end.
 */
const TURNS: readonly Turn[] = [
  { timed: false, frontierMax: 100, statesMax: EXPLORER_LIMITS.untimedStatesMax },
  { timed: true, frontierMax: 600, statesMax: EXPLORER_LIMITS.statesMax },
  { timed: false, frontierMax: 2_600, statesMax: EXPLORER_LIMITS.untimedStatesMax },
  { timed: true, frontierMax: EXPLORER_LIMITS.statesMax, statesMax: 4_000 },
];

/**
 * Whether handing answers over at once is worth its price, by the share of the moves in which it was done: a search that
 * does it can't say how many steps a way has, so that it takes another. Where it is as good as never done it costs
 * nothing.
 */
const isWorthwhile = (share: number): boolean => share < 1 / 1_000 || share > 1 / 16;

/** Begins a search for all there is, in time or without, that looks at first at what was found last. */
type Begin = (timed: boolean, reductions: Reductions) => ReducedSearch;

/**
 * All there is to find, with whatever can be overlooked, by the first search that comes to its end. Yields now and then.
 */
export function* searchInTurns(
  begin: Begin,
  statesMax: number,
): Generator<undefined, ReducedSearch> {
  let untimed: ReducedSearch | null = null;
  let inTime: ReducedSearch | null = null;
  for (const { timed, ...limits } of TURNS) {
    const reduced = timed
      ? (inTime ??= begin(true, ALL_REDUCTIONS))
      : (untimed ??= begin(false, ALL_REDUCTIONS));
    reduced.allow({ ...limits, statesMax: Math.min(limits.statesMax, statesMax) });
    yield* reduced.toItsEnd();
    const { complete, beyond } = reduced.search;
    // Without time there may be retries for which in time there is no occasion.
    if (complete && (timed || !beyond)) return reduced;
  }
  const last = inTime && isWorthwhile(inTime.handedOver) ? inTime : begin(true, STEPS_KEPT);
  last.allow({ statesMax });
  yield* last.toItsEnd();
  return last;
}
