/** Every bound of a sampled day, by name. A day that hits one is cut off there, and counted as such. */
export const SAMPLER_LIMITS = {
  /** Entries in one day: fewer than a run may have, so that every day can be played again. */
  eventsPerDayMax: 500,
  /** Virtual ticks in one day. */
  ticksPerDayMax: 10_000,
  /** Messages in flight at once. */
  inFlightMax: 200,
  /** Days in one sample, unless others are asked for. */
  daysUsual: 10_000,
  /** Days in one sample. */
  daysMax: 1_000_000,
  /** The greatest seed: its days end before the generator's seeds do. */
  seedMax: 999_999_999,
  /** What a histogram tells apart; whatever is greater is counted in its last place. */
  histogramMax: 512,
  /** Days of each outcome whose seeds are kept. */
  examplesMax: 5,
} as const;
