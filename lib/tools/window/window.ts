import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/tools/units';

/** What may send the same thing again, and how late; all times in ms. */
export interface Lateness {
  /** The client’s last automatic retry, after its first attempt. */
  readonly retriesMs: number;
  /** A person or a device that comes back and sends it again. */
  readonly comebackMs: number;
  /** A queue that still delivers a copy, after it got the message. */
  readonly redeliveryMs: number;
  /** Somebody who puts a dead letter back into the queue, after it was set aside. */
  readonly redriveMs: number;
}

export interface WindowInput extends Lateness {
  /** By how much clocks may differ between who writes a record and who lets it expire. */
  readonly skewMs: number;
  readonly countsFrom: 'claim' | 'completion';
  /** How long the first attempt may be at work. */
  readonly longestRunMs: number;
  /** For how long records are to be kept. */
  readonly windowMs: number;
  readonly recordsPerSecond: number;
  readonly bytesPerRecord: number;
}

export interface WindowAnswer {
  /** A window must be longer than this if at most one kind of lateness befalls a message. */
  readonly longestAloneMs: number;
  /** A window must be longer than this if one kind may follow on another. */
  readonly allInARowMs: number;
  readonly verdict: 'too-short' | 'alone-only' | 'covers';
  /** The shortest customary window that covers all in a row. */
  readonly suggestedMs: number;
  /** Records that are kept at a time. */
  readonly records: number;
  readonly bytes: number;
}

/** Windows that people choose, and others recognise. Above, whole weeks. */
const CUSTOMARY_MS: readonly number[] = [
  ...[5 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS],
  ...[HOUR_MS, 4 * HOUR_MS, 8 * HOUR_MS, 24 * HOUR_MS, 48 * HOUR_MS, 72 * HOUR_MS],
  ...[7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS],
];
const WEEK_MS = 7 * DAY_MS;

export function answerWindow(input: WindowInput): WindowAnswer {
  const { windowMs, recordsPerSecond, bytesPerRecord } = input;
  const alone = Math.max(...latenessOf(input));
  const inARow = latenessOf(input).reduce((sum, each) => sum + each, 0);
  const allInARowMs = neededFor(input, inARow);
  const records = recordsPerSecond * (windowMs / 1000);
  return {
    ...{ longestAloneMs: neededFor(input, alone), allInARowMs },
    ...{ records, bytes: records * bytesPerRecord },
    verdict: isRemembered(input, inARow)
      ? 'covers'
      : isRemembered(input, alone)
        ? 'alone-only'
        : 'too-short',
    suggestedMs: suggestedWindow(allInARowMs),
  };
}

/**
 * A record must outlast a duplicate that comes so late, by a clock that may be fast. Counted from its claim it
 * must, beyond that, outlast the work itself, since a retry may be told “still running” until then and must come
 * once more afterwards.
 */
const neededFor = ({ skewMs, countsFrom, longestRunMs }: WindowInput, lateMs: number): number =>
  lateMs + skewMs + (countsFrom === 'claim' ? longestRunMs : 0);

/** Whether a record is surely still there for a duplicate that comes so late. */
export const isRemembered = (input: WindowInput, lateMs: number): boolean =>
  input.windowMs > neededFor(input, lateMs);

const latenessOf = ({ retriesMs, comebackMs, redeliveryMs, redriveMs }: Lateness) => [
  ...[retriesMs, comebackMs, redeliveryMs, redriveMs],
];

/** The shortest customary window that is longer. */
export const suggestedWindow = (latestMs: number): number =>
  CUSTOMARY_MS.find((customary) => customary > latestMs) ??
  (Math.floor(latestMs / WEEK_MS) + 1) * WEEK_MS;
