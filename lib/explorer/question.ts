import type { Cast, IntentId, Opening } from '@/lib/engine/model';
import type { Meant } from '@/lib/outcomes/judge';

/** At most so many faults and attempts in a search over all schedules. */
export interface Bounds {
  readonly losses: number;
  readonly duplicates: number;
  readonly crashes: number;
  readonly retries: number;
}

/** All that a search over all schedules needs to know. */
export interface Question {
  readonly cast: Cast;
  readonly meant: Meant;
  readonly bounds: Bounds;
  /** One calm attempt more at an intent: what a patient person would do after everything. */
  readonly calmAttempt: (intent: IntentId) => Omit<Opening, 'atTicks'>;
}
