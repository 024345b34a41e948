import type { Cast } from '@/lib/engine/model';
import type { Judged } from '@/lib/outcomes/judge-run';

/** At most so many faults and retries in a search over all schedules. */
export interface Bounds {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
  /** A step that would send a message whose `attempt` is greater than `retries + 1` is not taken. */
  readonly retries: number;
}

/** What is asked of a search: can any schedule of this cast, within these bounds, do harm? */
export interface Question extends Judged {
  readonly cast: Cast;
  readonly bounds: Bounds;
}
