/**
 * How often things go wrong on a sampled day. The numbers of each weather are made up: they are for
 * seeing what a defence is worth when little goes wrong and when much does, and whatever rates follow
 * from them are only as true as they are.
 */
export interface Rates {
  /** Of the messages on links that may lose them: how many never arrive. */
  readonly loss: number;
  /** Of the same: how many are put on the wire a second time. */
  readonly duplicate: number;
  /** Of the messages that can be late: how many are, by anything up to the latest arrival. */
  readonly late: number;
  /** Of the events of a process that may crash: after how many it does. */
  readonly crash: number;
  /** Whether things that are due at the same tick come in any order, rather than in that of a calm day. */
  readonly shuffled: boolean;
}

export const WEATHERS = ['calm', 'ordinary', 'stormy'] as const;
export type Weather = (typeof WEATHERS)[number];

export const RATES: Readonly<Record<Weather, Rates>> = {
  calm: { loss: 0.001, duplicate: 0.0001, late: 0.01, crash: 0.0001, shuffled: true },
  ordinary: { loss: 0.01, duplicate: 0.001, late: 0.05, crash: 0.001, shuffled: true },
  stormy: { loss: 0.1, duplicate: 0.02, late: 0.25, crash: 0.02, shuffled: true },
};

/** Nothing goes wrong and nothing is late: the calm day of a run without a script. */
export const NO_WEATHER: Rates = { loss: 0, duplicate: 0, late: 0, crash: 0, shuffled: false };
