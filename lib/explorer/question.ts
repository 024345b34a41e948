import type { Cast, IntentId, Opening } from '@/lib/engine/model';
import type { Meant } from '@/lib/outcomes/judge';

/** At most so many faults and retries in a search over all schedules. */
export interface Bounds {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
  /** A step that would send a message whose `attempt` is greater than `retries + 1` is not taken. */
  readonly retries: number;
}

/** What is asked of a search: can any schedule of this cast, within these bounds, do harm? */
export interface Question {
  readonly cast: Cast;
  readonly meant: Meant;
  readonly bounds: Bounds;
  /** One calm attempt more at an intent: what a patient person would do after everything. */
  readonly calmAttempt: (intent: IntentId) => Omit<Opening, 'atTicks'>;
}
