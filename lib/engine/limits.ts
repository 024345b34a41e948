/** Every bound of the engine, by name. Whoever hits one says so. */
export const LIMITS = {
  /** Entries in one trace; a run that reaches it ends as `step-limit`. */
  stepsMax: 1_000,
  /** Virtual ticks in one run; a run that reaches it ends as `time-limit`. */
  ticksMax: 100_000,
  /** Directives in one script. */
  directivesMax: 200,
  /** Messages in flight at once; a run that has more ends as `message-limit`. */
  inFlightMax: 200,
  /** Messages that actors of one process may pass among themselves within one step. */
  localHopsMax: 50,
  /** Different states of one actor; more means that its context is not finite (docs/ARCHITECTURE.md). */
  statesPerActorMax: 20_000,
  /** Moments of machines whose steps are remembered for whoever plays them next. */
  momentsKept: 10_000,
} as const;

/** Thrown where a bound is hit that no driver can turn into an ending. */
export class LimitExceeded extends Error {
  override name = 'LimitExceeded';
}
